/** Pointing without a pointer: with a tool in hand arrows move a cross over the plan, Page Up and Page Down bring it from wall to wall, Enter is a tap there. */

import { svg } from "#plan/svg.js";

/** @typedef {[number, number]} Point */

const STEP_MM = 10;
const STRIDE_MM = 100;
const ARM_PX = 14;
/** So far before a wall's face the cross stands when it is brought there. */
const BEFORE_WALL_MM = 20;
/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Aim {
  /** @type {Point | null} */ #at = null;
  #wall = -1;
  #cross = svg("path", { class: "aim" });

  /** @param {import("#plan/plan_view.js").PlanView} view */
  constructor(view) {
    this.view = view;
    view.addEventListener("tool", () => this.#lay());
  }

  /** Whether the key was meant for the tool in hand. @param {KeyboardEvent} event */
  key({ key, shiftKey }) {
    const { tool, choice } = this.view;
    if (choice.name === "select" || !tool.tap) return false;
    if (key in ARROWS) this.#go(ARROWS[key], shiftKey ? STRIDE_MM : STEP_MM);
    else if (key === "PageDown" || key === "PageUp") this.#goToWall(key === "PageDown" ? 1 : -1);
    else if (key === "Enter" || key === " ") this.#tap();
    else return false;
    return true;
  }

  /** @param {Point} way @param {number} step */
  #go([x, y], step) {
    const [fromX, fromY] = this.#at ?? this.#begin();
    this.#put([fromX + x * step, fromY + y * step]);
    this.#tell();
  }

  /** Before the middle of the next wall. @param {number} step */
  #goToWall(step) {
    const { survey, tools: { t, length } } = this.view;
    const walls = [...survey.walls];
    if (!walls.length) return;
    this.#wall = (Math.max(this.#wall, step > 0 ? -1 : 0) + step + walls.length) % walls.length;
    const [id, { line }] = walls[this.#wall];
    const off = this.view.halfAt(id, line.length_mm / 2) + BEFORE_WALL_MM;
    const [x, y] = line.at(line.length_mm / 2, survey.insideOf(id) === "right" ? off : -off);
    this.#put([Math.round(x), Math.round(y)]);
    this.view.hint("plan.aim_wall", { wall: t("plan.wall_is", { length: length(line.length_mm) }) });
  }

  #tap() {
    const at = this.#at ?? this.#begin();
    if (!this.#at) return this.#put(at), this.#tell();
    const { view } = this;
    view.tool.tap?.(this.#touch(at));
    const { current } = view.tools.selection;
    if (view.choice.name === "select" && current) view.dispatchEvent(new CustomEvent("pick", { detail: { target: current, byKey: true } }));
    else if (view.choice.name !== "select") this.#draw();
  }

  /** The middle of the first room, else of what is shown. @returns {Point} */
  #begin() {
    const { survey, viewport } = this.view;
    const { width, height } = viewport.size;
    const [x, y] = survey.rooms.length ? survey.middleOf(survey.rooms[0].index) : viewport.toPlan([width / 2, height / 2]);
    return [Math.round(x), Math.round(y)];
  }

  /** @param {Point} at */
  #put(at) {
    this.#at = at;
    this.view.tool.aim?.(at);
    this.view.tool.hover?.(this.#touch(at));
    this.#draw();
  }

  #draw() {
    if (!this.#at) return;
    const [x, y] = this.#at;
    const arm = ARM_PX * this.view.viewport.mmPerPx;
    this.#cross.setAttribute("d", `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`);
    this.view.layers.guides.append(this.#cross);
  }

  #lay() {
    this.#at = null;
    this.#wall = -1;
    this.#cross.remove();
  }

  /** Where the cross is, from the left and the upper end of the room that it is in, or of the plan. */
  #tell() {
    const { survey, tools: { t, length, roomName } } = this.view;
    const [x, y] = /** @type {Point} */ (this.#at);
    const index = survey.roomAt([x, y]);
    const room = index === null ? null : survey.found.rooms[index];
    const box = survey.box() ?? [0, 0, 0, 0];
    const [left, top] = room ? [0, 1].map((axis) => Math.min(...room.polygon.map((point) => point[axis]))) : box;
    this.view.hint("plan.aim_at", { place: room ? roomName(room) : t("plan.aim_outside"), left: length(x - left), top: length(y - top) });
  }

  /** @param {Point} at @returns {import("#plan/pointers.js").Touch} */
  #touch(at) {
    const { viewport, survey, root } = this.view;
    return { at, px: viewport.toPixel(at), path: "", room: survey.roomAt(at), element: root, finding: "", isFinger: false, isExtending: false };
  }
}
