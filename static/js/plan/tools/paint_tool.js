/** A colour in hand: each wall face or floor that is touched takes it. */

import { paintPlane, paintWall } from "#model/actions/paint.js";

export class PaintTool {
  hint = "plan.hint_paint";

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{code: string}} choice */
  constructor(view, { code }) {
    this.view = view;
    this.code = code;
  }

  /** @param {import("#plan/pointers.js").Touch} touch */
  tap(touch) {
    const target = this.view.targetAt(touch);
    if (target) this.take(target);
  }

  /** @param {import("#model/selection.js").Target} target */
  take(target) {
    const { store } = this.view.tools;
    if (target.collection === "walls" && target.id && target.side) {
      store.perform(paintWall(target.id, target.side, target.at_mm ?? null, { paint: this.code }));
    } else if (target.collection === "rooms" && target.at) {
      store.perform(paintPlane({ level: this.view.level, label: target.id, at: target.at }, target.face ?? "floor", { paint: this.code }));
    }
  }
}
