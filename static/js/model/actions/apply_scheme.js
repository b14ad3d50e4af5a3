/** A room takes a scheme's colours in one stroke: walls, ceiling, floor, doors and skirting are painted, upholstery is tinted; tiles stay. */

import { facesOf, heldOn, onLabel, onRoom, whole } from "#model/actions/paint.js";
import { onDoors } from "#model/actions/paint_woodwork.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {import("#core/log.js").Fields} Fields */

/**
 * @typedef {{place: number, level: string, label: string | null, at: [number, number]}} Room its number among the found rooms, and a point of it
 * @typedef {{codes: Partial<Record<string, string>>, second: [string, string] | null, upholstery: readonly string[], tint: string | null}} Scheme
 *   the paints of wall, second, ceiling, floor and woodwork; the side of the second wall; the things that take the tint
 *
 * @param {Room} room @param {Scheme} scheme @returns {(document: Document) => Parts | null}
 */
export const applyScheme = (room, { codes, second, upholstery, tint }) => (document) => {
  const planes = lying(document, room, codes);
  const doors = codes.woodwork ? [onDoors(document, room.place, codes.woodwork)] : [];
  const tints = tint ? upholstery.filter((id) => isOtherwise(entity(document, "items", id), tint)).map((id) => [`items/${id}`, { tint }]) : [];
  const set = Object.assign(planes, ...walls(document, room.place, codes, second), ...doors, Object.fromEntries(tints));
  return Object.keys(set).length ? { action: "apply_scheme", input: "picked", set } : null;
};

/** Whether a thing stands, and has another tint. @param {Fields | null} item @param {string} tint */
const isOtherwise = (item, tint) => item !== null && item.tint !== tint;

/** @param {Document} document @param {number} room @param {Scheme["codes"]} codes @param {Scheme["second"]} second @returns {Record<string, Fields>[]} */
function walls(document, room, codes, second) {
  const faces = facesOf(document);
  const inside = faces.filter((face) => face.room === room && (face.side === "left" || face.side === "right"));
  return inside.flatMap((face) => {
    const isSecond = codes.second && second?.[0] === face.wall && second[1] === face.side;
    const code = isSecond ? codes.second : codes.wall;
    return code ? face.bands.map((band) => covered(document, faces, face, band, code)) : [];
  });
}

/** A band takes the paint: its own finish changes, or a new one comes over it. @param {Document} document @param {any[]} faces @param {any} face @param {any} band @param {string} code @returns {Record<string, Fields>} */
function covered(document, faces, face, band, code) {
  const held = band.finish ? entity(document, "finishes", band.finish) : null;
  if (held?.tile || held?.paint === code) return {};
  const times = faces.flatMap(({ bands }) => bands).filter(({ finish }) => finish === band.finish).length;
  if (held && times === 1) return { [`finishes/${band.finish}`]: whole({ paint: code }) };
  const top = Math.max(...face.top.map((/** @type {[number, number]} */ [, z]) => z));
  const alone = faces.filter(({ wall, side }) => wall === face.wall && side === face.side).length === 1;
  const at = alone ? null : Math.floor((face.from_mm + face.to_mm) / 2 + 0.5);
  const heights = { z_from: Math.round(band.z_from), z_to: band.z_to >= top ? null : Math.round(band.z_to) };
  return { [`finishes/${newId("finishes")}`]: { wall: face.wall, side: face.side, at, ...heights, ...whole({ paint: code }) } };
}

/** Floor, ceiling and skirting, where they are otherwise. @param {Document} document @param {Room} room @param {Scheme["codes"]} codes @returns {Record<string, Fields>} */
function lying(document, room, codes) {
  const wanted = /** @type {const} */ ([["floor", codes.floor], ["ceiling", codes.ceiling], ["skirting", codes.woodwork]]);
  const others = wanted.filter(([face, code]) => code && takes(document, room.label, face, code));
  return others.length ? onLabel(room, (label) => Object.assign({}, ...others.map(([face, code]) => onRoom(document, label, face, { paint: code ?? null })))) : {};
}

/** Tiles stay, and what has the paint. @param {Document} document @param {string | null} room @param {import("#model/actions/paint.js").RoomFace} face @param {string} code */
function takes(document, room, face, code) {
  const held = heldOn(document, room, face);
  return !held?.tile && held?.paint !== code;
}
