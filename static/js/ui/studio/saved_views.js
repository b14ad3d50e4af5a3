/** Views of the 3D that are kept under names: gone to, renamed, removed; and a picture of what is seen. */

import { changeEntity } from "#model/actions/change_entity.js";
import { removeEntities } from "#model/actions/remove_entities.js";
import { freeName, keepView } from "#model/actions/saved_views.js";
import { COLLECTIONS, entities, entity } from "#model/plan.js";
import { textDialog } from "#ui/dialogs.js";
import { button, el, icon } from "#ui/dom.js";
import { lightWords } from "#ui/studio/light_panel.js";
import { Renderings } from "#ui/studio/renderings.js";
import { toast } from "#ui/toasts.js";

const { most: MOST, fields: { name: NAME } } = COLLECTIONS.views;
const SHOWN_MS = 60_000;

export class SavedViews {
  #root = el("div", { class: "stack" });

  /** @param {import("#ui/studio/studio.js").Studio} studio @param {import("#scene/scene_view.js").SceneView} scene */
  constructor(studio, scene) {
    this.studio = studio;
    this.scene = scene;
    this.renderings = studio.renderingsUrl ? new Renderings(studio, scene, studio.renderingsUrl) : null;
    this.renderings?.addEventListener("wanted", () => this.open());
    studio.store.addEventListener("change", () => this.#root.isConnected && this.#draw());
  }

  open() {
    this.#draw();
    this.studio.showPanel([this.#root], "change");
    void this.renderings?.look();
  }

  #draw() {
    const { t, mayEdit, store } = this.studio;
    const views = entities(store.document, "views");
    const held = this.#root.contains(document.activeElement) ? document.activeElement?.id : null;
    this.#root.replaceChildren(
      el("div", { class: "panel-head" }, el("h2", {}, t("saved_views.title"))),
      ...(views.length ? [el("ul", { class: "saved-views" }, ...views.map((view) => this.#line(view)))] : mayEdit ? [el("p", { class: "quiet small" }, t("saved_views.none"))] : []),
      ...(mayEdit ? [views.length < MOST ? this.#keeping() : el("p", { class: "small" }, t("saved_views.full", { n: MOST }))] : []),
      button("download", t("saved_views.picture"), () => void this.#savePicture()),
      el("p", { class: "quiet small" }, t("saved_views.picture_how")),
      ...(this.renderings ? [this.renderings.root] : []));
    if (held) document.getElementById(held)?.focus();
  }

  /** @param {any} view */
  #line(view) {
    const { t, mayEdit } = this.studio;
    const act = (/** @type {string} */ symbol, /** @type {string} */ words, /** @type {() => void} */ press) =>
      el("button", { type: "button", class: "button button-plain", "aria-label": t(`saved_views.${words}`, { name: view.name }), title: t(`saved_views.${words}`, { name: view.name }), onclick: press }, icon(symbol));
    return el("li", { class: "saved-view" },
      el("button", { type: "button", class: "row", id: `go-${view.id}`, onclick: () => this.#goTo(view.id) },
        el("span", {}, view.name), el("span", { class: "quiet small" }, `${t(`saved_views.${view.inside ? "inside" : "outside"}`)}, ${lightWords(t, { ...view, mode: view.light }).toLowerCase()}`)),
      ...(mayEdit ? [act("pencil", "rename", () => this.#rename(view)), act("trash-2", "remove", () => this.#remove(view))] : []));
  }

  #keeping() {
    const { t, store } = this.studio;
    const input = el("input", { id: "view-name", maxlength: NAME.most, autocomplete: "off", value: freeName(store.document, (n) => t("saved_views.nth", { n })) });
    const keep = (/** @type {Event} */ event) => {
      event.preventDefault();
      const name = input.value.trim() || input.defaultValue;
      store.perform(keepView(name, this.scene.stand));
      toast(t("saved_views.kept", { name }));
    };
    return el("form", { class: "stack", novalidate: true, onsubmit: keep },
      el("div", { class: "field" }, el("label", { for: "view-name" }, t("saved_views.name")), el("div", { class: "box" }, input)),
      el("button", { class: "button button-solid", id: "keep-view" }, icon("bookmark"), el("span", {}, t("saved_views.keep"))));
  }

  /** @param {string} id */
  #goTo(id) {
    const { store, levels } = this.studio;
    const view = entity(store.document, "views", id);
    if (!view) return;
    if (view.level === null) levels?.showWhole(true);
    else if (entity(store.document, "levels", view.level)) {
      if (levels?.views.isWhole) levels.showWhole(false);
      if (levels?.shown !== view.level) levels?.goTo(view.level);
    }
    this.scene.stand = /** @type {any} */ (view);
  }

  /** @param {any} view */
  #rename({ id, name }) {
    const { t, store } = this.studio;
    textDialog({ title: t("saved_views.rename", { name }), label: t("saved_views.name"), value: name, most: NAME.most, t },
      (text) => text && store.perform(changeEntity(`views/${id}`, { name: text }, { action: "rename_view", input: "typed" })));
  }

  /** @param {any} view */
  #remove({ id, name }) {
    const { t, store } = this.studio;
    store.perform(removeEntities([`views/${id}`]));
    toast(t("saved_views.removed", { name }), { label: t("studio.undo"), press: () => store.undo() });
    document.getElementById("view-name")?.focus();
  }

  async #savePicture() {
    const { t, store } = this.studio;
    const picture = await this.scene.picture();
    if (!picture) return void toast(t("saved_views.picture_failed"));
    const link = el("a", { href: URL.createObjectURL(picture), download: `${store.document.plan?.name || t("start.unnamed")} 3D.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), SHOWN_MS);
  }
}
