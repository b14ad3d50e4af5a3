/** The hand: a tap selects, a pull moves what it took hold of; a finger that wipes over the bare wall goes to the next one. */

import { withGroup } from "#model/selection.js";
import { pullOfHandle, pullOfItem, pullOfOpening } from "#plan/elevation/pulls.js";

/** @typedef {import("#plan/pointers.js").Touch} Touch */
/** @typedef {import("#plan/elevation/pulls.js").Pull} Pull */

const WIPE_PX = 56;

export class HandTool {
  /** @type {Pull | null} */ #pull = null;
  #wipes = false;

  /** @param {import("#plan/elevation/walls_view.js").WallsView} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {Touch} touch */
  press(touch) {
    this.view.frame.hold(true);
    this.#pull = this.view.tools.mayEdit ? this.#pullOf(touch) : null;
    this.#wipes = !this.#pull && touch.isFinger && this.view.viewport.isWhole;
    const isOwn = this.#pull !== null || this.#wipes;
    if (!isOwn) this.view.frame.hold(false);
    return isOwn;
  }

  /** @param {Touch} touch @param {Touch} from */
  drag(touch, from) {
    if (this.#wipes) return this.view.picture.slide(touch.px[0] - from.px[0]);
    if (this.#pull) this.view.picture.guide(this.#pull(touch.at, from.at, touch.isFinger));
  }

  /** @param {Touch} touch @param {Touch} from */
  drop(touch, from) {
    const wiped = touch.px[0] - from.px[0];
    if (this.#wipes) this.view.picture.slide(0);
    if (this.#wipes && Math.abs(wiped) > WIPE_PX) this.view.go(wiped < 0 ? 1 : -1);
    if (this.#pull && this.view.tools.store.commit()) this.view.tell();
    this.#clean();
  }

  /** @param {Touch} touch */
  tap(touch) {
    this.#clean();
    const go = /** @type {SVGElement | null} */ (touch.element.closest("[data-go]"))?.dataset.go;
    if (go) return this.view.go(Number(go));
    const { selection, store } = this.view.tools;
    const target = this.view.targetOf(/** @type {SVGElement} */ (touch.element), touch.at);
    const isMore = touch.isExtending || this.view.planView.choice.name === "choose";
    if (isMore && target?.collection === "items") selection.toggle(target);
    else selection.setAll(target ? withGroup(store.document, target) : []);
    if (target) this.view.pick(target, false);
  }

  cancel() {
    this.view.picture.slide(0);
    this.view.tools.store.cancel();
    this.#clean();
  }

  /** Escape in the middle of a pull leaves all as it was. */
  back() {
    const isPulling = this.#pull !== null;
    if (isPulling) this.cancel();
    return isPulling;
  }

  #clean() {
    this.#pull = null;
    this.#wipes = false;
    this.view.frame.hold(false);
    this.view.picture.guide({});
  }

  /** @param {Touch} touch @returns {Pull | null} */
  #pullOf(touch) {
    const handle = /** @type {SVGElement | null} */ (touch.element.closest("[data-handle]"))?.dataset.handle;
    if (handle) return pullOfHandle(this.view, handle);
    const [collection, id] = touch.path.split("/");
    const { selection, store } = this.view.tools;
    if (collection === "openings") {
      if (!selection.has(touch.path)) selection.set({ collection, id });
      return pullOfOpening(this.view, id);
    }
    if (collection !== "items") return null;
    if (!selection.has(touch.path)) selection.setAll(withGroup(store.document, { collection, id }));
    return pullOfItem(this.view, id);
  }
}
