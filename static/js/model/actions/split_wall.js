/** A wall becomes two at a place along it, an arc two arcs; openings and finishes stay where they are seen. */

import { partBulge } from "#geometry/arc.js";
import { centreLine } from "#geometry/centreline.js";
import { halfAt, isTapered } from "#geometry/thickness.js";
import { openingSpan } from "#geometry/walls.js";
import { newId } from "#model/ids.js";
import { entity, finishesOf, openingsOf } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */

const LEAST_MM = 50;

/**
 * @param {string} id @param {number} along_mm from a, on the centre line
 * @returns {(document: Document) => import("#core/log.js").Parts | null} null in an opening, or too near its end
 */
export const splitWall = (id, along_mm, second = newId("walls")) => (document) => {
  const wall = /** @type {any} */ (entity(document, "walls", id));
  const line = wall && centreLine(wall);
  if (!wall || !line || along_mm < LEAST_MM || along_mm > line.length_mm - LEAST_MM) return null;
  if (openingsOf(document, id).some((opening) => isCut(wall, opening, along_mm))) return null;
  const at = line.at(along_mm).map((/** @type {number} */ number) => Math.floor(number + 0.5));
  const { id: _id, ...fields } = wall;
  const cut_mm = Math.floor(2 * halfAt(wall, along_mm) + 0.5);
  return {
    action: "split_wall",
    input: "picked",
    set: {
      [`walls/${id}`]: { b: at, height_b: null, ...(isTapered(wall) ? { thickness_b: cut_mm } : {}), ...(wall.bulge ? { bulge: partBulge(line, 0, along_mm) } : {}) },
      [`walls/${second}`]: { ...fields, a: at, thickness: cut_mm, height: fields.height_b ?? fields.height, bulge: partBulge(line, along_mm, line.length_mm) },
      ...openingsAfter(document, wall, along_mm, second),
      ...finishesAfter(document, id, along_mm, second),
    },
  };
};

/** @param {any} wall @param {any} opening @param {number} along_mm */
function isCut(wall, opening, along_mm) {
  const span = openingSpan(wall, opening);
  return span !== null && span[0] < along_mm && along_mm < span[1];
}

/** Each opening keeps its place: those beyond the cut hang on the second wall. @param {Document} document @param {any} wall @param {number} along_mm @param {string} second */
function openingsAfter(document, wall, along_mm, second) {
  return Object.fromEntries(
    openingsOf(document, wall.id).flatMap((opening) => {
      const span = openingSpan(wall, /** @type {any} */ (opening));
      if (!span) return [];
      const from = Math.floor(span[0] + 0.5);
      if (span[0] >= along_mm) return [[`openings/${opening.id}`, { wall: second, from: "a", offset: from - Math.floor(along_mm + 0.5) }]];
      return opening.from === "b" ? [[`openings/${opening.id}`, { from: "a", offset: from }]] : [];
    }),
  );
}

/** A finish of the whole side covers both halves; one at a place goes with its place. @param {Document} document @param {string} id @param {number} along_mm @param {string} second */
function finishesAfter(document, id, along_mm, second) {
  return Object.fromEntries(
    finishesOf(document, { wall: id }).flatMap(({ id: finish, ...fields }) => {
      if (fields.at === null) return [[`finishes/${newId("finishes")}`, { ...fields, wall: second }]];
      return fields.at < along_mm ? [] : [[`finishes/${finish}`, { wall: second, at: Math.floor(fields.at - along_mm + 0.5) }]];
    }),
  );
}
