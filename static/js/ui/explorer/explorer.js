/** The wall of colour: what is sought and how it is laid out; a press opens a paint's card. */

import { STRIP, board, fan, inRows, inStrips, whereRoomsArePainted } from "#colour/arrange.js";
import { MOOD_KEYS, ofMood } from "#colour/moods.js";
import { nearest } from "#colour/nearest.js";
import { parseColour } from "#colour/notation.js";
import { search } from "#colour/search.js";
import { FAMILIES } from "#colour/words.js";
import { byId, el, icon } from "#ui/dom.js";
import { Card } from "#ui/explorer/card.js";
import { filled } from "#ui/explorer/chip.js";
import { Comparison } from "#ui/explorer/comparison.js";
import { KeptColours } from "#ui/explorer/kept_colours.js";
import { sampleForm } from "#ui/sample_form.js";
import { PhotoPicker } from "#ui/explorer/photo_picker.js";
import { VirtualGrid } from "#ui/explorer/virtual_grid.js";

/** @typedef {import("#colour/paint.js").Paint} Paint */
/** @typedef {{slug: string, tenant: string, project: string | null, samples: (import("#ui/sample_form.js").Tray & {tray: string, count: number}) | null, start: string | null}} Boot */

const FOUND = 400;
const [CELL_PX, STRIP_PX, ROW_PX, GAP_PX] = [48, 136, 72, 12];
const [LEAST_CHIP_PX, MOST_CHIP_PX, TWO_LINES_PX, LEAST_LIST_PX] = [52, 104, 68, 400];
const VIEWS = ["board", "fan", "list"];
const WAIT_MS = 120;
const MOST_ORDERED = 50;

export class Explorer {
  /** @type {"board" | "fan" | "list"} */
  #view = "board";
  #part = "all";
  #timer = 0;
  #widthPx = 0;
  #box = byId("colours");
  #list = /** @type {HTMLSelectElement} */ (byId("part"));
  #told = byId("told");
  #sought = /** @type {HTMLInputElement} */ (byId("sought"));
  /** @type {PhotoPicker | null} */
  #picker = null;

  /** @param {Boot} boot @param {{deck: import("#colour/deck.js").Deck, t: import("#ui/words.js").Translate, language: "pl" | "en"}} with_ */
  constructor(boot, { deck, t, language }) {
    this.boot = boot;
    this.deck = deck;
    this.t = t;
    this.language = language;
    const figures = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.number = (/** @type {number} */ value) => figures.format(value);
    this.kept = new KeptColours(boot.tenant);
    this.comparison = new Comparison(this.kept.compared.flatMap((code) => deck.get(code) ?? []), { t, language, open: (paint) => this.open(paint), order: (compared) => this.#samplesOf(compared, t("explorer.samples_of_compared")) });
    this.grid = new VirtualGrid(this.#box, { press: (paint) => this.open(paint), named: (paint) => `${paint.name[language]}, ${paint.code}` });
    this.card = new Card(this);
    this.#begin();
  }

  /** @param {Paint} paint */
  open(paint) {
    this.card.show(paint);
  }

  /** The keyboard comes back to the colours. */
  back() {
    this.grid.focus();
    if (this.#part === "seen") this.#show();
  }

  /** What takes a paint into a room: the project's studio, or a room begun with it. @param {Paint} paint */
  useInRoom({ code }) {
    const { slug, project, start } = this.boot;
    const words = [icon("paint-roller"), el("span", {}, this.t("explorer.use"))];
    if (project) return el("a", { class: "button", href: `/s/${slug}/p/${project}?paint=${encodeURIComponent(code)}` }, ...words);
    if (!start) return "";
    return el("form", { method: "post", action: `/s/${slug}/projects` },
      el("input", { type: "hidden", name: "start", value: start }), el("input", { type: "hidden", name: "paint", value: code }), el("button", { class: "button" }, ...words));
  }

  #begin() {
    const asked = new URLSearchParams(location.search);
    const view = asked.get("view") ?? "";
    if (VIEWS.includes(view)) this.#view = /** @type {"board"} */ (view);
    this.#part = asked.get("of") ?? "all";
    this.#sought.value = asked.get("q") ?? "";
    this.#sought.addEventListener("input", () => this.#soon());
    this.#sought.form?.addEventListener("submit", (event) => (event.preventDefault(), this.#show()));
    this.#drawParts();
    for (const button of byId("views").querySelectorAll("button")) button.addEventListener("click", () => this.#choose({ view: button.value }));
    byId("photo").addEventListener("click", () => (this.#picker ??= new PhotoPicker(this)).show());
    byId("compare").addEventListener("click", () => this.comparison.show());
    this.comparison.addEventListener("change", () => (this.#drawCompare(), this.kept.compare(this.comparison.paints.map(({ code }) => code))));
    this.kept.addEventListener("change", () => (this.card.renew(), this.#part === "hearts" && this.#show()));
    new ResizeObserver(() => this.#relay()).observe(this.#box);
    this.#drawCompare();
    this.#show();
    this.#openAddressed();
    window.addEventListener("popstate", () => this.#openAddressed());
  }

  /** The card that the address names; an address that came from elsewhere has the colours behind it. */
  #openAddressed() {
    const paint = this.deck.get(decodeURIComponent(location.hash.slice(1)));
    if (!paint) return;
    if (!history.state?.dialog) history.replaceState(null, "", location.pathname + location.search);
    this.open(paint);
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), WAIT_MS);
  }

  #drawParts() {
    const names = [["all", this.t("explorer.all")], ["hearts", this.t("explorer.hearts")], ["seen", this.t("explorer.seen")],
      ...MOOD_KEYS.map((key) => [key, this.t(`explorer.mood_${key}`)]), ...[...this.deck.families.keys()].map((key) => [`family_${key}`, FAMILIES[key].many[this.language]])];
    byId("parts").replaceChildren(...names.map(([key, words]) =>
      el("button", { type: "button", class: "tab", value: key, "aria-pressed": "false", onclick: () => this.#choose({ part: key }) }, words)));
    const list = this.#list;
    list.replaceChildren(...names.map(([key, words]) => el("option", { value: key }, words)));
    list.addEventListener("change", () => this.#choose({ part: list.value }));
  }

  /** @param {{view?: string, part?: string}} chosen */
  #choose({ view, part }) {
    if (view) this.#view = /** @type {"board"} */ (view);
    if (part) (this.#part = part), (this.#sought.value = "");
    this.#show();
  }

  #drawCompare() {
    const button = byId("compare");
    const { length } = this.comparison.paints;
    /** @type {HTMLElement} */ (button.querySelector("span")).textContent = length ? this.t("explorer.compare_n", { n: length }) : this.t("explorer.compare");
  }

  /** A list and what was found follow the width of the page. */
  #relay() {
    if (this.#box.clientWidth !== this.#widthPx) this.#lay();
  }

  #show() {
    for (const button of byId("views").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === this.#view));
    for (const button of byId("parts").querySelectorAll("button")) button.setAttribute("aria-pressed", String(!this.#sought.value.trim() && button.value === this.#part));
    this.#list.value = this.#part;
    this.#remember();
    this.#lay();
  }

  #remember() {
    const asked = new URLSearchParams(location.search);
    for (const [name, value, usual] of [["q", this.#sought.value.trim(), ""], ["of", this.#part, "all"], ["view", this.#view, "board"]])
      if (value === usual) asked.delete(name);
      else asked.set(name, value);
    history.replaceState(history.state, "", `${location.pathname}${asked.size ? `?${asked}` : ""}${location.hash}`);
  }

  #lay() {
    this.#widthPx = this.#box.clientWidth;
    const text = this.#sought.value.trim();
    const wanted = text ? parseColour(text) : null;
    const paints = this.#paints(text);
    const isFound = Boolean(text) || this.#part === "hearts" || this.#part === "seen";
    this.#told.textContent = this.#says(text, paints.length, wanted !== null);
    this.#offerSamples(this.#part === "hearts" && !text ? paints : []);
    this.#box.dataset.view = this.#view;
    const far = new Map(wanted ? nearest(this.deck, wanted, FOUND).map(({ paint, words }) => [paint.code, words[this.language]]) : []);
    if (this.#view === "list") this.#layList(paints, far);
    else if (this.#view === "fan") this.#layFan(isFound ? inStrips(paints) : fan(paints));
    else this.#layBoard(isFound ? inRows(paints, Math.max(Math.floor(this.#widthPx / CELL_PX), 1)) : board(paints));
  }

  /** The favourites go on the tray, the project's where there is one. @param {readonly Paint[]} paints */
  #offerSamples(paints) {
    byId("order").replaceChildren(...this.#samplesOf(paints, this.t("explorer.samples_of_hearts")));
  }

  /** What puts the paints on the tray; nothing where no samples are sold. @param {readonly Paint[]} paints @param {string} words @returns {HTMLElement[]} */
  #samplesOf(paints, words) {
    const { samples } = this.boot;
    const codes = paints.slice(0, MOST_ORDERED).flatMap(({ code }) => (this.deck.has(code) ? [code] : []));
    return samples && codes.length > 0 ? [sampleForm(samples, codes, words)] : [];
  }

  /** @param {readonly Paint[]} paints @param {Map<string, string>} far */
  #layList(paints, far) {
    const columns = Math.max(Math.floor(this.#widthPx / LEAST_LIST_PX), 1);
    this.grid.show(inRows(paints, columns), { width: Math.floor(this.#widthPx / columns), height: ROW_PX, gap: 0, look: (cell, paint) => this.#row(cell, paint, far.get(paint.code)) });
  }

  /** A strip stands whole in the page where there is room. @param {import("#colour/arrange.js").Arrangement} laid */
  #layFan(laid) {
    const height = Math.min(Math.max(Math.floor(this.#box.clientHeight / STRIP), LEAST_CHIP_PX), MOST_CHIP_PX);
    this.grid.show(laid, { width: STRIP_PX, height, gap: GAP_PX, look: (cell, paint) => this.#chip(cell, paint, height < TWO_LINES_PX) });
  }

  /** All colours begin where rooms are painted: whites alone would look like an empty page. @param {import("#colour/arrange.js").Arrangement} laid */
  #layBoard(laid) {
    this.grid.show(laid, { width: CELL_PX, height: CELL_PX, gap: 0, look: (cell, paint) => void filled(cell, paint) }, this.#part === "all" ? whereRoomsArePainted(laid) : 0);
  }

  /** @param {string} text @returns {readonly Paint[]} */
  #paints(text) {
    const { deck, kept } = this;
    if (text) return search(deck, text, FOUND);
    if (this.#part === "hearts" || this.#part === "seen") return kept[this.#part].flatMap((code) => (deck.has(code) ? [/** @type {Paint} */ (deck.get(code))] : []));
    if (this.#part.startsWith("family_")) return deck.families.get(this.#part.slice("family_".length)) ?? [];
    return MOOD_KEYS.includes(this.#part) ? ofMood(deck.paints, this.#part) : deck.paints;
  }

  /** @param {string} text @param {number} n @param {boolean} isNearest */
  #says(text, n, isNearest) {
    if (n === 0) return text ? this.t("colours.none", { text }) : this.t(`explorer.none_${this.#part === "seen" ? "seen" : "hearts"}`);
    if (isNearest) return this.t("explorer.nearest", { text });
    return this.t("explorer.count", { n });
  }

  /** A low chip has room for one line of the name. @param {HTMLButtonElement} cell @param {Paint} paint @param {boolean} isLow */
  #chip(cell, paint, isLow) {
    filled(cell, paint).append(el("span", { class: isLow ? "chip-name chip-name-low" : "chip-name" }, paint.name[this.language]), el("span", {}, paint.code));
  }

  /** @param {HTMLButtonElement} cell @param {Paint} paint @param {string} [far] */
  #row(cell, paint, far) {
    cell.append(filled(el("span", { class: "row-colour" }), paint),
      el("span", { class: "row-told" }, el("strong", {}, paint.name[this.language]), el("span", { class: "quiet small" }, `${paint.code}, LRV ${Math.round(paint.lrv)}, ${far ?? paint.about[this.language]}`)));
  }
}
