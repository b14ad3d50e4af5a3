/** The sheet of one tiled surface: its tiles to drag into place, what they are, and how many that takes. */

import { centred, PATTERNS } from "#geometry/tile_pattern.js";
import { changeEntity } from "#model/actions/change_entity.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { changeTile, withoutProduct } from "#model/actions/tile.js";
import { entity } from "#model/plan.js";
import { surfacesOf } from "#model/tile_surface.js";
import { dialog } from "#ui/dialogs.js";
import { button, el } from "#ui/dom.js";
import { choiceField, lengthField } from "#ui/fields.js";
import { numberField } from "#ui/tiles/number_field.js";
import { TileCounts } from "#ui/tiles/tile_counts.js";
import { tileProducts } from "#ui/tiles/tile_products.js";
import { TileView } from "#ui/tiles/tile_view.js";
import { tileWords } from "#ui/tiles/tile_words.js";

/** @typedef {import("#geometry/tile_pattern.js").Tile} Tile */

const JOINTS_MM = [0, 1, 2, 3, 4, 5, 8, 10];
const DEGREE = 1000;
/** As the server keeps it where nobody says otherwise. */
const USUAL_SPARE_PERCENT = 10;
const FULL_TURN = 360 * DEGREE;

/** @param {import("#ui/studio/studio.js").Studio} studio @param {string} finish its id */
export function openTiles(studio, finish) {
  if (!entity(studio.store.document, "finishes", finish)?.tile) return;
  new TileDialog(studio, finish);
}

class TileDialog {
  place = 0;

  /** @param {import("#ui/studio/studio.js").Studio} studio @param {string} finish */
  constructor(studio, finish) {
    this.studio = studio;
    this.finish = finish;
    const { t, store } = studio;
    this.view = new TileView({ label: this.#words("view"), mayMove: true });
    this.counts = studio.quantitiesUrl ? new TileCounts(store, studio.quantitiesUrl) : null;
    this.told = el("p", { class: "tiles-told", role: "status" });
    this.summed = el("p", { class: "small quiet" });
    this.fields = el("div", { class: "tiles-fields" });
    this.shown = dialog({
      title: this.#words("title"),
      content: [el("p", { class: "quiet small" }, this.#words("lead")), el("div", { class: "tiles-sheet" }, this.view.root, el("div", { class: "tiles-counts" }, this.told, this.summed)), this.fields],
      close: t("tiling.done"),
    });
    this.shown.classList.add("tiles-dialog");
    this.#watch();
    this.#show();
  }

  get tile() {
    return /** @type {Tile | null} */ (entity(this.studio.store.document, "finishes", this.finish)?.tile ?? null);
  }

  /** @param {string} name @param {Record<string, unknown>} [values] */
  #words(name, values) {
    const { tile, studio: { t } } = this;
    return tile ? tileWords(t, tile, name, values) : "";
  }

  /** All on which it lies; what is shown of them is `place`. */
  get surfaces() {
    const { planView: { survey }, store } = this.studio;
    return surfacesOf(store.document, survey.found, survey.surfaces, this.finish);
  }

  get surface() {
    const { surfaces } = this;
    return surfaces[this.place] ?? surfaces[0] ?? null;
  }

  #watch() {
    const { store } = this.studio;
    const changed = () => this.#show();
    store.addEventListener("change", changed);
    this.view.addEventListener("move", (event) => this.#move(/** @type {CustomEvent} */ (event).detail));
    this.counts?.addEventListener("change", () => this.#tell());
    this.shown.addEventListener("close", () => {
      store.removeEventListener("change", changed);
      this.counts?.stop();
    });
  }

  /** @param {{origin: [number, number], input: "dragged" | "typed"}} moved */
  #move({ origin, input }) {
    this.studio.store.perform(changeTile(this.finish, { origin }, input));
  }

  /** @param {Partial<Tile>} fields @param {"typed" | "picked"} [input] */
  #set(fields, input = "picked") {
    this.studio.store.perform(changeTile(this.finish, fields, input));
  }

  /** The plan as it is now; a field that is being typed into is left alone. */
  #show() {
    const { tile, surface } = this;
    if (!tile || !surface) return this.shown.close();
    this.view.show(surface, tile);
    this.#tell();
    if (!this.#isTyping()) this.#putFields(tile);
  }

  #isTyping() {
    const { activeElement } = document;
    return activeElement instanceof HTMLInputElement && this.fields.contains(activeElement) && activeElement.value !== activeElement.defaultValue;
  }

  /** The focus stays where it was. @param {Tile} tile */
  #putFields(tile) {
    const held = [...this.fields.querySelectorAll("button, input, select")];
    const place = held.indexOf(/** @type {Element} */ (document.activeElement));
    this.fields.replaceChildren(...[this.#placing(tile), this.#kind(tile), this.#product(tile), this.#counting(tile), this.#band()].filter((part) => part !== null));
    if (place >= 0) /** @type {HTMLElement | undefined} */ ([...this.fields.querySelectorAll("button, input, select")][place])?.focus({ preventScroll: true });
  }

  /** Where the first tile lies and which way it runs. @param {Tile} tile */
  #placing(tile) {
    const { studio: { t, format } } = this;
    const [x, y] = tile.origin ?? [0, 0];
    const isWall = this.surface?.isWall ?? true;
    const place = (/** @type {string} */ name, /** @type {number} */ value, /** @type {(mm: number) => [number, number]} */ at) =>
      numberField({ label: t(`tiling.${name}`), value, least: -50_000, most: 50_000, unit: "cm", per: 10, t, format, change: (mm) => this.#set({ origin: at(mm ?? 0) }, "typed") });
    return section(this.#words("first"), this.#which(),
      el("div", { class: "pair" }, place("from_left", x, (mm) => [mm, y]), place(isWall ? "from_bottom" : "from_top", y, (mm) => [x, mm])),
      numberField({ label: t("tiling.direction"), value: tile.turn_mdeg ?? 0, least: 0, most: FULL_TURN - 1, unit: "°", per: DEGREE, t, format, change: (turn_mdeg) => this.#set({ turn_mdeg }, "typed") }),
      el("div", { class: "stack" },
        button("move", t("tiling.centre_across"), () => this.#centre(0)),
        button("move", t("tiling.centre_up"), () => this.#centre(1)),
        button("square", t("tiling.from_corner"), () => this.#set({ origin: [0, 0], turn_mdeg: 0 }))));
  }

  /** Which of its surfaces is shown, where it lies on more than one: a slope, the level part of the ceiling, a niche's back. */
  #which() {
    const { surfaces, studio: { t, format } } = this;
    if (surfaces.length < 2) return null;
    const name = (/** @type {import("#model/tile_surface.js").TileSurface} */ { box: [left, low, right, high] }, /** @type {number} */ place) =>
      t("tiling.surface_is", { n: place + 1, width: format.length(right - left), height: format.length(high - low) });
    const change = (/** @type {string} */ place) => ((this.place = Number(place)), this.#show());
    return choiceField({ label: t("tiling.surface"), value: String(this.place), options: surfaces.map((one, place) => [String(place), name(one, place)]), change });
  }

  /** @param {0 | 1} axis */
  #centre(axis) {
    const { tile, surface } = this;
    if (!tile || !surface) return;
    const length_mm = surface.box[axis + 2] - surface.box[axis];
    const runsAlong = ["straight", "half", "third"].includes(tile.pattern) && !((tile.turn_mdeg ?? 0) % 180_000);
    const begins = surface.box[axis] - surface.start[axis] + (runsAlong ? centred(length_mm, tile.size[axis], tile.joint) : Math.round(length_mm / 2));
    const origin = /** @type {[number, number]} */ ([0, 1].map((one) => (one === axis ? Math.round(begins) : (tile.origin?.[one] ?? 0))));
    this.#set({ origin });
  }

  /** What lies there. @param {Tile} tile */
  #kind(tile) {
    const { studio } = this;
    const { t } = studio;
    const side = (/** @type {string} */ name, /** @type {0 | 1} */ axis) =>
      lengthField({ studio, label: t(`tiling.${name}`), value: tile.size[axis], least: 10, most: 5000,
        change: (mm) => this.#set(withoutProduct({ size: /** @type {[number, number]} */ (tile.size.map((old, one) => (one === axis ? mm : old))) }), "typed") });
    const joints = [...new Set([...JOINTS_MM, tile.joint])].toSorted((one, other) => one - other);
    return section(this.#words("tile"),
      choiceField({ label: t("tiling.pattern"), value: tile.pattern, options: PATTERNS.map((name) => [name, t(`tiling.pattern_${name}`)]), change: (pattern) => this.#set({ pattern }) }),
      el("div", { class: "pair" }, side("width", 0), side("height", 1)),
      el("div", { class: "pair" },
        choiceField({ label: t("tiling.joint"), value: String(tile.joint), options: joints.map((mm) => [String(mm), mm ? `${mm} mm` : t("tiling.no_joint")]), change: (mm) => this.#set({ joint: Number(mm) }) }),
        this.#tint(tile)));
  }

  /** @param {Tile} tile */
  #tint(tile) {
    const input = el("input", { type: "color", id: "tile-tint", value: tile.tint, onchange: () => this.#set({ tint: input.value }) });
    return el("div", { class: "field" }, el("label", { for: "tile-tint" }, this.studio.t("tiling.tint")), el("div", { class: "box tiles-tint" }, input));
  }

  /** How it is counted: packs, off-cuts, what to keep. @param {Tile} tile */
  #counting(tile) {
    const { studio: { t, format } } = this;
    return section(t("tiling.counted"),
      choiceField({ label: t("tiling.offcuts"), value: tile.reuse ?? "turned", options: ["turned", "oriented", "none"].map((reuse) => [reuse, t(`tiling.offcuts_${reuse}`)]), change: (reuse) => this.#set({ reuse }) }),
      el("div", { class: "pair" },
        numberField({ label: this.#words("per_pack"), value: tile.per_pack ?? null, least: 1, most: 10_000, unit: t("tiling.pieces"), empty: true, t, format, change: (per_pack) => this.#set({ per_pack }, "typed") }),
        numberField({ label: t("tiling.spare"), value: tile.spare_percent ?? USUAL_SPARE_PERCENT, least: 0, most: 100, unit: "%", t, format, change: (spare_percent) => this.#set({ spare_percent }, "typed") })));
  }

  /** @param {Tile} tile */
  #product(tile) {
    return this.studio.products ? tileProducts(this.studio, tile, (fields) => this.#set(fields)) : null;
  }

  /** From which height to which, on a wall; and away with it all. */
  #band() {
    const { studio } = this;
    const { t, store } = studio;
    const finish = /** @type {import("#core/log.js").Fields} */ (entity(store.document, "finishes", this.finish) ?? {});
    const highest = this.surface?.box[3] ?? 0;
    const height = (/** @type {"z_from" | "z_to"} */ name, /** @type {number} */ value) =>
      lengthField({ studio, label: t(`tiling.${name}`), value, least: name === "z_from" ? 0 : finish.z_from + 10, most: name === "z_from" ? (finish.z_to ?? highest) - 10 : 20_000,
        change: (mm) => store.perform(changeEntity(`finishes/${this.finish}`, { [name]: mm }, { action: "set_band", input: "typed" })) });
    const remove = button("trash-2", this.#words("remove"), () => (store.perform(removeEntities([`finishes/${this.finish}`])), this.shown.close()));
    if (!finish.wall) return el("div", { class: "stack" }, remove);
    return section(t("tiling.band"), el("div", { class: "pair" }, height("z_from", finish.z_from), height("z_to", finish.z_to ?? highest)), el("div", { class: "stack" }, remove));
  }

  #tell() {
    const { t } = this.studio;
    const { state, tiles } = this.counts?.counts ?? { state: "offline", tiles: [] };
    const article = tiles.find((/** @type {any} */ one) => one.surfaces.some((/** @type {any} */ on) => on.finish === this.finish));
    const here = (article?.surfaces ?? []).filter((/** @type {any} */ on) => on.finish === this.finish);
    const sum = (/** @type {string} */ name) => here.reduce((/** @type {number} */ all, /** @type {any} */ on) => all + on[name], 0);
    const isTold = state !== "offline" && article?.needed !== undefined;
    this.told.textContent = isTold ? t("tiling.here", { whole: sum("whole"), cut: sum("cut") }) : this.#words(state === "offline" ? "offline" : article ? "unknown_too_many" : "counting");
    this.told.toggleAttribute("data-stale", state === "counting");
    const packs = article?.packs ? ` ${t("tiling.packs", { n: article.packs })}` : "";
    this.summed.textContent = isTold ? this.#words("in_all", { needed: article.needed, to_buy: article.to_buy, percent: article.spare_percent }) + packs : "";
  }
}

/** @param {string} title @param {...(Node | null)} content */
const section = (title, ...content) => el("section", { class: "tiles-section" }, el("h3", {}, title), ...content);
