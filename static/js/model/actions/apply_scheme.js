/** A room takes a scheme's colours in one stroke: walls, ceiling and floor are painted, upholstery is tinted; tiles stay. */

import { facesOf, whole } from "#model/actions/paint.js";
import { newId } from "#model/ids.js";
import { entities, entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {import("#core/log.js").Fields} Fields */

/**
 * @typedef {{place: number, level: string, label: string | null, at: [number, number]}} Room its number among the found rooms, and a point of it
 * @typedef {{codes: Partial<Record<string, string>>, second: [string, string] | null, upholstery: readonly string[], tint: string | null}} Scheme
 *   the paints of wall, second, ceiling and floor; the side of the second wall; the things that take the tint
 *
 * @param {Room} room @param {Scheme} scheme @returns {(document: Document) => Parts | null}
 */
export const applyScheme = (room, { codes, second, upholstery, tint }) => (document) => {
  const label = room.label ?? newId("rooms");
  const planes = /** @type {const} */ (["floor", "ceiling"]).flatMap((face) => (codes[face] ? [plane(document, label, face, codes[face])] : []));
  const named = room.label || !planes.some(Boolean) ? {} : { [`rooms/${label}`]: { level: room.level, at: room.at } };
  const tints = tint ? upholstery.filter((id) => entity(document, "items", id)?.tint !== tint).map((id) => [`items/${id}`, { tint }]) : [];
  const set = Object.assign(named, ...walls(document, room.place, codes, second), ...planes, Object.fromEntries(tints));
  return Object.keys(set).length ? { action: "apply_scheme", input: "picked", set } : null;
};

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

/** @param {Document} document @param {string} room @param {"floor" | "ceiling"} face @param {string} code @returns {Record<string, Fields> | null} */
function plane(document, room, face, code) {
  const held = entities(document, "finishes").findLast((finish) => finish.room === room && finish.face === face);
  if (held?.tile || held?.paint === code) return null;
  return { [`finishes/${held?.id ?? newId("finishes")}`]: held ? whole({ paint: code }) : { room, face, ...whole({ paint: code }) } };
}
