/** A note in hand: a tap says where it belongs, and its words are asked for. */

/** @typedef {import("#plan/pointers.js").Touch} Touch */

export class NoteTool {
  hint = "remarks.hint_note";

  /** @param {import("#plan/plan_view.js").PlanView} view @param {{write: (at: [number, number]) => void}} choice what asks for the words */
  constructor(view, { write }) {
    this.view = view;
    this.write = write;
  }

  /** Asked once the tap's own click is over, which else would fall on what asks. @param {Touch} touch */
  tap({ at: [x, y] }) {
    this.view.setTool({ name: "select" });
    this.view.root.addEventListener("click", () => this.write([Math.floor(x + 0.5), Math.floor(y + 0.5)]), { once: true });
  }
}
