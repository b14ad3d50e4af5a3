/** A wall goes parallel to itself by a typed distance, or a copy of it does; a thickness, at one end or all along, grows away from a face that stays. */

import { circleCrossings, radiusOf, sagittaOf } from "#geometry/arc.js";
import { centreLine, heading } from "#geometry/centreline.js";
import { crossing } from "#geometry/ends.js";
import { thicknessAtB } from "#geometry/thickness.js";
import { across, length, minus } from "#geometry/vector.js";
import { endsAt } from "#model/corners.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";

/**
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {import("#core/log.js").Parts} Parts
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {[number, number]} Point
 * @typedef {"left" | "right"} Side
 */

/** Walls whose directions differ by less than this (sine) are parallel: the corner goes square to the wall. */
const PARALLEL = 0.05;

/** The whole wall, so far towards a side; the walls that meet it grow or shrink along their own lines. @param {string} id @param {Side} side @param {number} by_mm @returns {(document: Document) => Parts | null} */
export const shiftWall = (id, side, by_mm) => (document) => {
  const set = by_mm ? shifted(document, id, side === "right" ? by_mm : -by_mm) : null;
  return set && { action: "move_wall", input: "typed", set };
};

/** A wall of its make, so far clear of a side of this one all along. @param {string} id @param {Side} side @param {number} clear_mm between the two faces @returns {(document: Document) => Parts | null} */
export const offsetWall = (id, side, clear_mm, copy = newId("walls")) => (document) => {
  const wall = /** @type {any} */ (entity(document, "walls", id));
  const sign = side === "right" ? 1 : -1;
  const place = wall && beside(wall, sign * (clear_mm + wall.thickness), sign * (clear_mm + thicknessAtB(wall)));
  if (!wall || !place) return null;
  const { id: _id, ...fields } = wall;
  return { action: "offset_wall", input: "typed", set: { [`walls/${copy}`]: { ...fields, ...place } } };
};

/**
 * @param {string} id @param {Side} side the face that stays where it is @param {number} atA_mm the thickness at a, and
 * @param {number} [atB_mm] at b, which is another on a straight wall alone @returns {(document: Document) => Parts | null}
 */
export const setThickness = (id, side, atA_mm, atB_mm = atA_mm) => (document) => {
  const wall = /** @type {any} */ (entity(document, "walls", id));
  if (!wall || (wall.bulge && atA_mm !== atB_mm)) return null;
  const [fromA, fromB] = [wall.thickness, thicknessAtB(wall)];
  if (fromA === atA_mm && fromB === atB_mm) return null;
  const away = (side === "right" ? -1 : 1) / 2;
  const set = shifted(document, id, away * (atA_mm - fromA), away * (atB_mm - fromB)) ?? {};
  const thickness = { thickness: atA_mm, ...(atA_mm !== atB_mm || fromA !== fromB ? { thickness_b: atA_mm === atB_mm ? null : atB_mm } : {}) };
  return { action: "set_thickness", input: "typed", set: { ...set, [`walls/${id}`]: { ...set[`walls/${id}`], ...thickness } } };
};

/**
 * Where a wall's ends lie so far to its right, and its sagitta there; null when an arc would turn inside out.
 * @param {any} wall @param {number} right_mm at a @param {number} [atB_mm] at b, as far unless the wall is straight
 * @returns {{a: Point, b: Point, bulge: number} | null}
 */
function beside(wall, right_mm, atB_mm = right_mm) {
  const line = centreLine(wall);
  const share = line?.centre ? (line.radius_mm + line.turn * right_mm) / line.radius_mm : 1;
  if (!line || share <= 0) return null;
  return { a: whole(line.at(0, right_mm)), b: whole(line.at(line.length_mm, atB_mm)), bulge: Math.floor(wall.bulge * share + 0.5) };
}

/** @param {Document} document @param {string} id @param {number} right_mm @param {number} [atB_mm] at b, as far by default @returns {Record<string, import("#core/log.js").Fields> | null} */
function shifted(document, id, right_mm, atB_mm = right_mm) {
  const wall = entity(document, "walls", id);
  const place = wall && beside(wall, right_mm, atB_mm);
  if (!wall || !place) return null;
  /** @type {Record<string, import("#core/log.js").Fields>} */
  const set = {};
  const to = { ...place };
  for (const end of /** @type {const} */ (["a", "b"])) {
    const meeting = endsAt(document, wall.level, wall[end]).map((one) => ({ ...one, entity: entity(document, "walls", one.wall) }));
    const leaning = meeting.filter((one) => one.wall !== id && one.entity && !isAlong(one.entity, wall, end));
    if (leaning.length) to[end] = onOther({ ...wall, ...place }, end, leaning[0].entity);
    for (const one of [{ wall: id, end }, ...leaning]) set[`walls/${one.wall}`] = { ...set[`walls/${one.wall}`], [one.end]: to[end] };
  }
  if (wall.bulge) set[`walls/${id}`].bulge = sameRadius(place, to);
  return set;
}

/** The sagitta over the ends as they came to be, the radius kept. @param {{a: Point, b: Point, bulge: number}} place @param {{a: Point, b: Point}} to */
function sameRadius(place, to) {
  const chord = Math.hypot(to.b[0] - to.a[0], to.b[1] - to.a[1]);
  const was = Math.hypot(place.b[0] - place.a[0], place.b[1] - place.a[1]);
  const radius = radiusOf(was, place.bulge);
  const low = sagittaOf(chord, radius);
  const high = Math.abs(place.bulge) > was / 2 ? 2 * radius - low : low;
  return Math.floor(Math.sign(place.bulge) * high + 0.5);
}

/** @param {any} other @param {any} wall @param {"a" | "b"} end */
function isAlong(other, wall, end) {
  const [one, two] = [centreLine(wall), centreLine(other)];
  if (!one || !two || one.centre || two.centre) return false;
  return Math.abs(across(heading(one.normals[end === "a" ? 0 : 1]), heading(two.normals[0]))) < PARALLEL;
}

/** Where the moved wall's line crosses that of a straight wall which met its end; else its own end. @param {any} moved the wall in its new place @param {"a" | "b"} end @param {any} other @returns {Point} */
function onOther(moved, end, other) {
  if (other.bulge) return moved[end];
  if (!moved.bulge) return whole(crossing(moved.a, moved.b, other.a, other.b)?.point ?? moved[end]);
  const [dx, dy] = minus(other.b, other.a);
  const long = length([dx, dy]) || 1;
  const line = centreLine(moved);
  const hits = line ? circleCrossings(line, other.a, [dx / long, dy / long]) : [];
  const far = (/** @type {Vector} */ point) => length(minus(point, moved[end]));
  return whole(hits.sort((one, two) => far(one) - far(two))[0] ?? moved[end]);
}

/** @param {Vector} point @returns {Point} */
const whole = ([x, y]) => [Math.floor(x + 0.5), Math.floor(y + 0.5)];
