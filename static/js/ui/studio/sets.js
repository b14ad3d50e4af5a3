/** Sets: the store's and one's own, placed as one; what is selected becomes a set. */

import { words } from "#colour/letters.js";
import { boxAround, setOf } from "#model/actions/add_set.js";
import { itemMarks } from "#plan/item_marks.js";
import { svg } from "#plan/svg.js";
import { dialog } from "#ui/dialogs.js";
import { el, icon } from "#ui/dom.js";
import { placeSetFreely } from "#ui/studio/placing.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {import("#model/actions/add_set.js").ItemSet} ItemSet */

export class Sets {
  /** @type {ItemSet[]} */ all = [];
  #isAsked = false;

  /** @param {Studio} studio @param {{url: string, isStaff: boolean}} with_ */
  constructor(studio, { url, isStaff }) {
    this.studio = studio;
    this.url = url;
    this.isStaff = isStaff;
    this.host = el("section", { class: "sets" });
  }

  /** What the furnishing panel shows of them: empty until they have come. */
  section() {
    if (!this.#isAsked) void this.load();
    return this.host;
  }

  async load() {
    this.#isAsked = true;
    const answer = await this.#ask("", {});
    if (answer?.ok) this.#show((await answer.json()).sets);
  }

  /** @param {{name: string, for_all: boolean}} said @returns {Promise<string | null>} what went wrong */
  async keep({ name, for_all }) {
    const { arranging, kinds, t } = this.studio;
    const body = JSON.stringify({ name, for_all, items: setOf(arranging.items, kinds) });
    return this.#keep(body, t("sets.saved", { name }));
  }

  /** @param {string} body @param {string} words when it is kept @returns {Promise<string | null>} */
  async #keep(body, words) {
    const answer = await this.#ask("", { method: "POST", body, headers: { "Content-Type": "application/json" } });
    if (!answer) return this.studio.t("studio.no_network");
    if (!answer.ok) return (await answer.json().catch(() => null))?.error?.text ?? this.studio.t("studio.not_now");
    toast(words);
    await this.load();
    return null;
  }

  /** @param {ItemSet} set */
  async #remove(set) {
    const { t, language } = this.studio;
    const name = set.name[language];
    const answer = await this.#ask(`/${set.id}`, { method: "DELETE" });
    if (!answer?.ok) return toast(t(answer ? "studio.not_now" : "studio.no_network"));
    const body = JSON.stringify({ name, items: set.items, for_all: !set.own });
    toast(t("sets.removed", { name }), { label: t("sets.undo"), press: () => void this.#keep(body, t("sets.saved", { name })) });
    await this.load();
  }

  /** @param {string} path @param {RequestInit} request @returns {Promise<Response | null>} null without a network */
  async #ask(path, request) {
    try {
      return await fetch(this.url + path, { ...request, headers: { Accept: "application/json", ...request.headers } });
    } catch {
      return null;
    }
  }

  /** @param {ItemSet[]} sets */
  #show(sets) {
    this.all = sets;
    this.host.replaceChildren(sets.length ? this.#cards(sets) : el("p", { class: "quiet" }, this.studio.t("sets.none")));
  }

  /** Those whose names hold all the words, as cards; null where there is none. @param {string} text */
  find(text) {
    const sought = words(text);
    const found = this.all.filter(({ name }) => sought.every((word) => words(Object.values(name).join(" ")).some((held) => held.startsWith(word))));
    return found.length ? this.#cards(found) : null;
  }

  /** @param {ItemSet[]} sets */
  #cards(sets) {
    return el("ul", { class: "cards" }, ...sets.map((set) => this.#card(set)));
  }

  /** @param {ItemSet} set */
  #card(set) {
    const { t, language } = this.studio;
    const name = set.name[language];
    return el("li", { class: "set" },
      el("button", { type: "button", class: "card", onclick: (/** @type {MouseEvent} */ event) => this.#take(set, event.detail === 0) },
        picture(set, this.studio.kinds), el("span", { class: "card-name" }, name), el("span", { class: "quiet small" }, t("sets.things", { n: set.items.length }))),
      set.own || this.isStaff ? el("button", { type: "button", class: "set-remove", "aria-label": t("sets.remove", { name }), onclick: () => void this.#remove(set) }, icon("x")) : null);
  }

  /** Who chose it without pointing needs no hand for it. @param {ItemSet} set @param {boolean} byKey */
  #take(set, byKey) {
    if (byKey && placeSetFreely(this.studio, set)) return;
    this.studio.setTool({ name: "item", set });
    this.studio.lowerPanel();
  }
}

/** @param {Studio} studio */
export function keepSetDialog(studio) {
  const { t, sets } = studio;
  const input = el("input", { id: "set-name", maxlength: 60, required: true, autocomplete: "off" });
  const forAll = el("input", { id: "set-for-all", type: "checkbox" });
  const wrong = el("p", { class: "wrong", role: "alert" });
  const form = el("form", { class: "stack" },
    el("p", { class: "quiet" }, t("sets.keep_text")),
    el("div", { class: "field" }, el("label", { for: "set-name" }, t("sets.name")), el("div", { class: "box" }, input)),
    sets?.isStaff ? el("label", { class: "check" }, forAll, el("span", {}, t("sets.for_all"))) : null,
    wrong,
    el("button", { class: "button button-solid" }, t("sets.save")));
  const shown = dialog({ title: t("sets.keep"), content: [form], close: t("shell.cancel") });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    wrong.textContent = (await sets?.keep({ name: input.value.trim(), for_all: forAll.checked })) ?? "";
    if (!wrong.textContent) shown.close();
  });
  input.focus();
}

/** @param {ItemSet} set @param {import("#model/kinds.js").Kinds} kinds */
function picture({ items }, kinds) {
  const { left, top, right, bottom } = boxAround(items);
  const wide = Math.max(right - left, bottom - top) * 1.08;
  const low = items.toSorted((one, other) => (one.elevation ?? 0) - (other.elevation ?? 0));
  const marks = low.map((item) => itemMarks({ turn_mdeg: 0, mirrored: false, tint: null, ...item, id: "" }, kinds, ""));
  for (const mark of marks) for (const name of ["role", "tabindex", "data-path", "aria-label"]) mark.removeAttribute(name);
  return svg("svg", { class: "plan card-picture", viewBox: `${(left + right - wide) / 2} ${(top + bottom - wide) / 2} ${wide} ${wide}`, "aria-hidden": "true" }, ...marks);
}
