/**
 * Walls drawn corner by corner: every length is an inner one, whatever corners come later. Each step is one edit, which
 * also carries the ends of the earlier walls to where the new corner wants them.
 */

import { centreCorners, insideOf, inwards, unit } from "#geometry/inner_path.js";
import { length, minus, moved } from "#geometry/vector.js";
import { sideLine, solids } from "#geometry/walls.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";

/**
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {import("#core/log.js").Parts} Parts
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {[number, number]} Point
 * @typedef {{way: Vector, to: Point | null, wall: string, bulge?: number}} Step an inner face as a vector; `to`: it ends at a corner or wall there was;
 *   `bulge`: the signed sagitta of an arc over it
 * @typedef {"typed" | "dragged"} Input
 */

export const THICKNESS_MM = 120;
/** A last gap below this is closed by the last wall, not by one of its own. */
const GAP_MM = 100;
/** A wall to look at, to see where the inner face of one begun on another wall comes out of it. */
const TRIAL = "wtrial";

export class Chain {
  /** @type {Step[]} */ #steps = [];
  /** Whether a length of it was typed. */
  #typed = false;

  /**
   * @param {{level: string, start: Point, held?: boolean, thickness?: number, height?: number | null, makeId?: () => string}} of `start`: the first inner corner,
   *   or, when `held`, the point of an existing corner or centre line
   */
  constructor({ level, start, held = false, thickness = THICKNESS_MM, height = null, makeId = () => newId("walls") }) {
    this.level = level;
    this.start = start;
    this.held = held;
    this.thickness = thickness;
    this.height = height;
    this.makeId = makeId;
  }

  /** Its walls, first drawn first. @returns {string[]} */
  get walls() {
    return this.#steps.map(({ wall }) => wall);
  }

  /** How many of its walls stand: what was undone is none of it. @param {Document} document */
  standing(document) {
    const gone = this.#steps.findIndex(({ wall }) => !entity(document, "walls", wall));
    return gone < 0 ? this.#steps.length : gone;
  }

  /** The inner corners that stand, the first one first. @param {Document} document @returns {Vector[]} */
  corners(document) {
    return this.#inner(document, this.#steps.slice(0, this.standing(document)));
  }

  /** Where the last wall leads, a unit vector; null before there is one. @param {Document} document @returns {Vector | null} */
  heading(document) {
    const last = this.#steps[this.standing(document) - 1];
    return last ? unit(last.way) : null;
  }

  /** 1 when the inside is right of it, clockwise on the page, else -1. @param {Document} document @returns {1 | -1} */
  side(document) {
    return insideOf(path([0, 0], this.#steps.slice(0, this.standing(document))), false);
  }

  /** Whether walls enough stand to close a room. @param {Document} document */
  canClose(document) {
    return this.standing(document) >= 2;
  }

  /** The next wall. @param {Vector} way the inner face, mm @param {Input} input @param {Point | null} [to] a corner or wall there was, where it ends @param {number} [bulge] */
  step(way, input, to = null, bulge = 0) {
    return (/** @type {Document} */ document) => {
      const steps = [...this.#steps.slice(0, this.standing(document)), { way, to, wall: this.makeId(), bulge }];
      this.#typed ||= input === "typed";
      this.#steps = steps;
      return this.#edit(document, steps, false, input);
    };
  }

  /** What the next wall would look like: its corners, clockwise or not. @param {Document} document @param {Vector} way @param {Point | null} [to] @param {number} [bulge] @returns {readonly Vector[]} */
  outline(document, way, to = null, bulge = 0) {
    const steps = [...this.#steps.slice(0, this.standing(document)), { way, to, wall: TRIAL }];
    const centre = this.#centre(document, steps, false);
    const [a, b] = centre.slice(-2);
    if (bulge) return sidesOf({ a, b, bulge, thickness: this.thickness });
    const out = inwards(unit(minus(b, a)), 1);
    const half = this.thickness / 2;
    return [moved(a, out, half), moved(b, out, half), moved(b, out, -half), moved(a, out, -half)];
  }

  /** The wall that leads back to the first corner; a gap too small for one is taken by the last wall. @returns {(document: Document) => Parts | null} */
  close() {
    return (document) => {
      if (!this.canClose(document)) return null;
      const steps = this.#steps.slice(0, this.standing(document));
      const inner = this.#inner(document, steps);
      const back = minus(inner[0], inner[inner.length - 1]);
      const isGap = length(back) < GAP_MM && steps.length > 2;
      const last = isGap ? { ...steps[steps.length - 1], way: minus(inner[0], inner[inner.length - 2]) } : { way: back, to: null, wall: this.makeId() };
      this.#steps = [...(isGap ? steps.slice(0, -1) : steps), last];
      return this.#edit(document, this.#steps, true, this.#typed ? "typed" : "dragged");
    };
  }

  /** @param {Document} document @param {Step[]} steps @param {boolean} closed @param {Input} input @returns {Parts | null} */
  #edit(document, steps, closed, input) {
    const centre = this.#centre(document, steps, closed);
    /** @type {Record<string, import("#core/log.js").Fields>} */
    const set = {};
    steps.forEach(({ wall, bulge = 0 }, place) => {
      const [a, b] = [centre[place], centre[(place + 1) % centre.length]];
      const held = entity(document, "walls", wall);
      const moved_ = held ? ends({ a, b }, held) : { level: this.level, a, b, thickness: this.thickness, ...(bulge ? { bulge } : {}), ...(this.height ? { height: this.height } : {}) };
      if (Object.keys(moved_).length) set[`walls/${wall}`] = moved_;
    });
    return Object.keys(set).length ? { action: "draw_wall", input, set } : null;
  }

  /** The corners of the centre lines. @param {Document} document @param {Step[]} steps @param {boolean} closed @returns {Point[]} */
  #centre(document, steps, closed) {
    const inner = this.#inner(document, steps, closed);
    const ring = closed && !this.held;
    const points = ring ? inner.slice(0, -1) : inner;
    const side = insideOf(closed ? inner.slice(0, -1) : inner, closed);
    const to = steps.at(-1)?.to ?? (closed ? this.start : null);
    const from = this.held ? this.start : null;
    return centreCorners(this.#ended(points, side, ring ? null : to), { half_mm: this.thickness / 2, side, closed: ring, from, to: ring ? null : to });
  }

  /** The path, its last inner corner beside the point that holds the last wall. @param {Vector[]} inner @param {1 | -1} side @param {Point | null} to */
  #ended(inner, side, to) {
    const before = inner[inner.length - 2];
    if (!to || !before) return inner;
    let end = inner[inner.length - 1];
    for (let round = 0; round < 3; round += 1) end = moved(to, inwards(unit(minus(end, before)), side), this.thickness / 2);
    return [...inner.slice(0, -1), end];
  }

  /** @param {Document} document @param {Step[]} steps @param {boolean} [closed] @returns {Vector[]} */
  #inner(document, steps, closed = false) {
    if (!this.held || !steps.length) return path(this.start, steps);
    const side = insideOf(path([0, 0], closed ? steps.slice(0, -1) : steps), closed);
    const way = unit(steps[0].way);
    const face = moved(this.start, inwards(way, side), this.thickness / 2);
    return path(moved(face, way, this.#comesOut(document, way, side)), steps);
  }

  /** How far from the point that holds the first wall its inner face comes out of the walls there, mm. @param {Document} document @param {Vector} way @param {1 | -1} side */
  #comesOut(document, way, side) {
    const own = new Set(this.walls);
    const others = Object.entries(document.walls ?? {}).filter(([id]) => !own.has(id));
    const b = moved(this.start, way, 100 * this.thickness);
    const trial = { level: this.level, a: this.start, b, thickness: this.thickness };
    const solid = solids({ walls: { ...Object.fromEntries(others), [TRIAL]: trial } }, this.level).get(TRIAL);
    return solid ? solid.line.along(solid[side === 1 ? "right" : "left"][0]) : 0;
  }
}

/** @param {Vector} start @param {readonly Step[]} steps @returns {Vector[]} */
function path(start, steps) {
  const points = [start];
  for (const { way } of steps) points.push([points[points.length - 1][0] + way[0], points[points.length - 1][1] + way[1]]);
  return points;
}

/** Both sides of a wall taken alone. @param {any} wall @returns {Vector[]} */
const sidesOf = (wall) => [...sideLine(wall, "left"), ...sideLine(wall, "right").toReversed()];

/** Of the ends, those that are other than they were. @param {Record<"a" | "b", Point>} now @param {any} was */
const ends = (now, was) =>
  Object.fromEntries(/** @type {const} */ (["a", "b"]).filter((end) => now[end][0] !== was[end][0] || now[end][1] !== was[end][1]).map((end) => [end, now[end]]));
