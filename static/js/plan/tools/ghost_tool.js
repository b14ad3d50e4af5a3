/** Something in hand: its ghost shows where it will stand, a tap or the end of a pull puts it there and selects it. */

/** @typedef {import("#plan/pointers.js").Touch} Touch */
/** @typedef {import("#model/selection.js").Target} Target */

export class GhostTool {
  /**
   * @param {import("#plan/plan_view.js").PlanView} view
   * @param {readonly Target[]} targets what is put there
   * @param {(touch: Touch) => any} make the action that puts it where the touch is; it draws its own guides
   */
  constructor(view, targets, make) {
    this.view = view;
    this.targets = targets;
    this.make = make;
  }

  press() {
    return true;
  }

  /** @param {Touch} touch */
  drag(touch) {
    this.hover(touch);
  }

  /** @param {Touch} touch */
  hover(touch) {
    this.view.tools.store.preview(this.make(touch));
  }

  /** @param {Touch} touch */
  drop(touch) {
    this.tap(touch);
  }

  /** @param {Touch} touch */
  tap(touch) {
    const { store, selection } = this.view.tools;
    const make = this.make(touch);
    this.leave();
    store.perform(make);
    this.view.setTool({ name: "select" });
    selection.setAll([...this.targets]);
  }

  cancel() {
    this.leave();
  }

  leave() {
    this.view.tools.store.cancel();
    this.view.layers.guides.replaceChildren();
  }
}
