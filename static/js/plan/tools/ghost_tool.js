/** Something in hand: its ghost shows where it will stand, a tap or the end of a pull puts it there and selects it. */

/** @typedef {import("#plan/pointers.js").Touch} Touch */
/** @typedef {import("#model/selection.js").Target} Target */

export class GhostTool {
  /**
   * @param {import("#plan/plan_view.js").PlanView} view
   * @param {readonly Target[]} targets what is put there
   * @param {(touch: Touch) => any} make the action that puts it where the touch is; it draws its own guides; null: it cannot stand there
   * @param {{told?: () => string, refused?: string}} [words] what is said once it stands, and where it cannot
   */
  constructor(view, targets, make, { told = () => "", refused = "" } = {}) {
    this.view = view;
    this.targets = targets;
    this.make = make;
    this.words = { told, refused };
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
    const make = this.make(touch);
    if (make) this.view.tools.store.preview(make);
    else this.leave();
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
    if (!make || !store.perform(make)) return this.view.hint(this.words.refused);
    this.view.setTool({ name: "select" });
    selection.setAll([...this.targets]);
    this.view.dispatchEvent(new CustomEvent("pick", { detail: { target: this.targets[0], byKey: false } }));
    this.view.hint(this.words.told());
  }

  cancel() {
    this.leave();
  }

  leave() {
    this.view.tools.store.cancel();
    this.view.layers.guides.replaceChildren();
  }
}
