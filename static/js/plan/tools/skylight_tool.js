/** A roof window: a tap on a slope puts one there. */

import { addSkylight, placeAt, roofOver, USUAL } from "#model/actions/skylights.js";
import { newId } from "#model/ids.js";
import { apply } from "#model/fold.js";
import { roofsOver } from "#geometry/ceilings.js";
import { skylightsOf } from "#geometry/roof_windows.js";
import { drawn } from "#plan/skylights.js";
import { svg } from "#plan/svg.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */

export class SkylightTool {
  hint = "slopes.hint_window";
  id = newId("skylights");

  /** @param {import("#plan/plan_view.js").PlanView} view */
  constructor(view) {
    this.view = view;
  }

  press() {
    return true;
  }

  /** @param {Touch} touch */
  drag(touch) {
    this.hover(touch);
  }

  /** @param {Touch} touch */
  drop(touch) {
    this.tap(touch);
  }

  /** @param {Touch} touch */
  hover(touch) {
    const { document } = this.view.tools.store;
    const make = this.#make(touch.at);
    const parts = make?.(document);
    const after = parts ? apply(document, parts) : null;
    const [ghost] = after ? skylightsOf(after, roofsOver(after, this.view.level)).filter(({ window }) => window.id === this.id) : [];
    this.view.layers.guides.replaceChildren(...(ghost ? [svg("g", { class: "skylight is-selected" }, ...drawn(ghost))] : []));
  }

  /** @param {Touch} touch */
  tap(touch) {
    const { view, id } = this;
    const make = this.#make(touch.at);
    if (!make) return view.hint("slopes.hint_window_none");
    this.cancel();
    if (!view.tools.store.perform(make)) return;
    view.setTool({ name: "select" });
    view.select(`skylights/${id}`);
    view.dispatchEvent(new CustomEvent("pick", { detail: { target: { collection: "skylights", id }, byKey: false } }));
  }

  cancel() {
    this.view.layers.guides.replaceChildren();
  }

  leave() {
    this.cancel();
  }

  /** @param {readonly [number, number]} at */
  #make(at) {
    const roof = roofOver(this.view.tools.store.document, this.view.level, at);
    return roof && addSkylight(placeAt(roof, at, USUAL), this.id);
  }
}
