/** Fingers and mice on the plan: one draws, drags or pushes the picture, two move and zoom it; the tool hears the rest. */

/** @typedef {[number, number]} Point */
/**
 * @typedef {object} Touch One finger or the mouse, as tools see it.
 * @property {Point} at on the plan, mm
 * @property {Point} px in the drawing, pixels
 * @property {string} path of the entity under it, `items/<id>`, or ""
 * @property {number | null} room the found room under it
 * @property {Element} element
 * @property {string} finding the key of the finding whose mark lies over it, or ""
 * @property {boolean} isFinger
 * @property {boolean} isExtending shift or control was held
 */

/**
 * @typedef {EventTarget & {root: SVGSVGElement, viewport: import("#plan/viewport.js").Viewport, tool: import("#plan/tools/tools.js").Tool,
 *   survey: {roomAt: (at: Point) => number | null}}} Drawing what the pointers move over: the plan, or a wall's view
 */

/** Less than this is a tap that trembled. */
const TREMBLE_PX = { mouse: 3, touch: 9, pen: 5 };

/** So far around its middle a finger still touches. */
const FINGER_PX = [8, 16];

export class Pointers {
  /** @type {Map<number, Point>} */ #down = new Map();
  /** @type {{touch: Touch, px: Point, isDrag: boolean, pans: boolean} | null} */ #stroke = null;
  #pinch = 0;
  /** The finding whose mark was tapped, until the click that follows. */ #marked = "";

  /** @param {Drawing} view @param {AbortSignal} signal */
  constructor(view, signal) {
    this.view = view;
    const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ heard) =>
      view.root.addEventListener(type, heard, { signal, passive: false });
    on("pointerdown", (event) => this.#press(event));
    on("pointermove", (event) => this.#move(event));
    on("pointerup", (event) => this.#release(event));
    on("pointercancel", (event) => this.#cancel(event));
    on("touchend", (event) => this.#lift(event));
    on("click", (event) => this.#click(event));
    on("wheel", (event) => this.#wheel(event));
    on("dblclick", (event) => view.tool.double?.(this.#touch(event)));
    on("contextmenu", (event) => event.preventDefault());
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button > 1) return;
    this.view.root.setPointerCapture(event.pointerId);
    this.#down.set(event.pointerId, this.#pixel(event));
    if (this.#down.size === 2) return this.#beginPinch();
    if (this.#down.size > 2) return;
    const touch = this.#touch(event);
    void touch.element; // what was pressed is what lay there then
    const pans = event.button === 1 || !this.view.tool.press?.(touch);
    this.#stroke = { touch, px: touch.px, isDrag: false, pans };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const px = this.#pixel(event);
    const before = this.#down.get(event.pointerId);
    if (!before) return this.view.tool.hover?.(this.#touch(event));
    this.#down.set(event.pointerId, px);
    if (this.#down.size === 2) return this.#pinched(event.pointerId, before);
    const stroke = this.#stroke;
    if (!stroke) return;
    const trembles = TREMBLE_PX[/** @type {"mouse" | "touch" | "pen"} */ (event.pointerType)] ?? 3;
    stroke.isDrag ||= Math.hypot(px[0] - stroke.px[0], px[1] - stroke.px[1]) > trembles;
    if (!stroke.isDrag) return;
    if (stroke.pans) this.view.viewport.pan([px[0] - before[0], px[1] - before[1]]);
    else this.view.tool.drag?.(this.#touch(event), stroke.touch);
  }

  /** @param {PointerEvent} event */
  #release(event) {
    const stroke = this.#stroke;
    this.#down.delete(event.pointerId);
    if (this.#down.size || !stroke) return;
    this.#stroke = null;
    const touch = this.#touch(event);
    this.#marked = stroke.isDrag ? "" : stroke.touch.finding;
    if (this.#marked) this.view.tool.cancel?.();
    else if (!stroke.isDrag) this.view.tool.tap?.({ ...touch, path: stroke.touch.path, room: stroke.touch.room, element: stroke.touch.element });
    else if (!stroke.pans) this.view.tool.drop?.(touch, stroke.touch);
  }

  /** What came up under the finger, a sheet or a dialog, is not touched by it. @param {TouchEvent} event */
  #lift(event) {
    const [{ clientX, clientY }] = event.changedTouches;
    if (!this.view.root.contains(document.elementFromPoint(clientX, clientY))) event.preventDefault();
  }

  /** A mark opens with the click, a tap's last event, so that what comes in its place is not touched; or with one that no pointer made. @param {MouseEvent} event */
  #click({ target, detail }) {
    const mark = detail === 0 ? /** @type {SVGElement | null} */ (/** @type {Element} */ (target).closest("[data-finding]")) : null;
    const finding = this.#marked || mark?.dataset.finding;
    this.#marked = "";
    if (finding) this.view.dispatchEvent(new CustomEvent("finding", { detail: finding }));
  }

  /** @param {PointerEvent} event */
  #cancel(event) {
    this.#down.delete(event.pointerId);
    if (this.#stroke) this.view.tool.cancel?.();
    this.#stroke = null;
  }

  #beginPinch() {
    if (this.#stroke && !this.#stroke.pans) this.view.tool.cancel?.();
    this.#stroke = null;
    this.#pinch = this.#spread();
  }

  /** @param {number} moved @param {Point} before */
  #pinched(moved, before) {
    const now = /** @type {Point} */ (this.#down.get(moved));
    this.view.viewport.pan([(now[0] - before[0]) / 2, (now[1] - before[1]) / 2]);
    const spread = this.#spread();
    const [one, other] = [...this.#down.values()];
    this.view.viewport.zoom(spread / this.#pinch, [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2]);
    this.#pinch = spread;
  }

  #spread() {
    const [one, other] = [...this.#down.values()];
    return Math.max(Math.hypot(one[0] - other[0], one[1] - other[1]), 1);
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const isPush = !event.ctrlKey && event.deltaX !== 0;
    if (isPush) this.view.viewport.pan([-event.deltaX * lines, -event.deltaY * lines]);
    else this.view.viewport.zoom(Math.exp((-event.deltaY * lines) / (event.ctrlKey ? 120 : 500)), this.#pixel(event));
  }

  /** @param {MouseEvent} event @returns {Point} */
  #pixel(event) {
    const box = this.view.root.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  /** What lies under it is looked up when a tool asks, which most do not while they pull. @param {any} event @returns {Touch} */
  #touch(event) {
    const { viewport, survey, root } = this.view;
    const px = this.#pixel(event);
    const at = viewport.toPlan(px);
    const { clientX, clientY } = event;
    const under = once(() => (event.pointerType === "touch" ? underFinger : underneath)(clientX, clientY, root));
    const room = once(() => survey.roomAt(at));
    return {
      at,
      px,
      get path() { return under().path; },
      get room() { return room(); },
      get element() { return under().element; },
      get finding() { return under().finding; },
      isFinger: event.pointerType === "touch",
      isExtending: event.shiftKey || event.ctrlKey || event.metaKey,
    };
  }
}

/** @param {number} x @param {number} y @param {Element} root in place of nothing */
function underneath(x, y, root) {
  const under = document.elementsFromPoint(x, y);
  const mark = /** @type {SVGElement | null | undefined} */ (under[0]?.closest("[data-finding]"));
  const element = under.find((one) => !one.closest("[data-finding]")) ?? root; // a mark is tapped; what it lies on is pulled
  const named = /** @type {SVGElement | null} */ (element.closest("[data-path]"));
  return { element, path: named?.dataset.path ?? "", finding: mark?.dataset.finding ?? "" };
}

/** A finger that rests on a wall or a floor means the opening at its edge, which may be smaller than it. @param {number} x @param {number} y @param {Element} root */
function underFinger(x, y, root) {
  const under = underneath(x, y, root);
  if ((under.path && !under.path.startsWith("walls/")) || under.finding || under.element.closest("[data-handle]")) return under;
  const around = FINGER_PX.flatMap((px) => [[0, -px], [0, px], [-px, 0], [px, 0]]).map(([right, down]) => underneath(x + right, y + down, root));
  return around.find(({ path }) => path.startsWith("openings/")) ?? under;
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {{made: T} | null} */
  let held = null;
  return () => (held ??= { made: make() }).made;
}
