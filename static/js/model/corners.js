/** Corners: places where wall ends stand together. Ends within a few millimetres of each other are one corner. */

import { MEET_MM } from "#geometry/joints.js";
import { wallsOf } from "#model/plan.js";

/** @typedef {[number, number]} Point */
/** @typedef {"a" | "b"} End */

/** @param {Point} one @param {Point} other */
export const meet = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]) < MEET_MM;

/**
 * The wall ends that stand at a point.
 * @param {import("#core/log.js").Document} document @param {string} level @param {Point} at
 * @returns {{wall: string, end: End}[]}
 */
export const endsAt = (document, level, at) =>
  wallsOf(document, level).flatMap((wall) =>
    /** @type {End[]} */ (["a", "b"]).filter((end) => meet(wall[end], at)).map((end) => ({ wall: wall.id, end })),
  );

/** Every corner of a level, once. @param {import("#core/log.js").Document} document @param {string} level @returns {Point[]} */
export const cornersOf = (document, level) => {
  /** @type {Point[]} */
  const found = [];
  for (const wall of wallsOf(document, level)) {
    for (const at of [wall.a, wall.b]) if (!found.some((other) => meet(other, at))) found.push(at);
  }
  return found;
};

/** Whether a locked wall stands at one of the points, so that nothing carries it along. @param {import("#core/log.js").Document} document @param {string} level @param {readonly Point[]} points */
export const isHeld = (document, level, points) =>
  wallsOf(document, level).some(({ a, b, locked }) => locked && points.some((point) => meet(point, a) || meet(point, b)));
