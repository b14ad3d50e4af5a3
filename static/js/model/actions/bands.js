/** Bands of a wall's face: paint or tiles between two heights, laid, moved by their edges, covered anew, taken away. */

import { facesOf, whole } from "#model/actions/paint.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";

/**
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {import("#core/log.js").Parts} Parts
 * @typedef {import("#geometry/surfaces.js").Face} Face
 * @typedef {import("#geometry/surfaces.js").Band} Band
 * @typedef {import("#model/actions/paint.js").Cover} Cover
 * @typedef {(document: Document) => Parts | null} MakeEdit
 *
 * A stretch of a wall's side: the one that holds the place along the wall, or its longest.
 * @typedef {{wall: string, side: "left" | "right", at_mm: number | null}} Where
 */

export const LEAST_BAND_MM = 10;

/** What covers between two heights comes on; what it hides whole goes. @param {Where} where @param {{z_from: number, z_to: number}} span @param {Cover} cover @param {"typed" | "dragged" | "picked"} input @param {string} [id] @returns {MakeEdit} */
export const layBand = (where, { z_from, z_to }, cover, input = "picked", id = newId("finishes")) => (document) => {
  const faces = facesOf(document);
  const face = faceOf(faces, where);
  if (!face || z_to - z_from < LEAST_BAND_MM) return null;
  const top = highest(face);
  const hidden = idsOn(face).filter((finish) => {
    const held = entity(document, "finishes", finish);
    return held && held.z_from >= z_from && (held.z_to ?? top) <= z_to && facesWith(faces, finish).length === 1;
  });
  const at = onSide(faces, where).length === 1 ? null : Math.floor((face.from_mm + face.to_mm) / 2 + 0.5);
  const band = { wall: where.wall, side: where.side, at, z_from, z_to: z_to >= top ? null : z_to, ...whole(cover) };
  return { action: "lay_band", input, set: { [`finishes/${id}`]: band }, remove: hidden.map((finish) => `finishes/${finish}`) };
};

/** The stretch that holds a height takes another paint or tiles, and it alone. @param {Where} where @param {number} z_mm @param {Cover} cover @returns {MakeEdit} */
export const coverBand = (where, z_mm, cover) => (document) => {
  const faces = facesOf(document);
  const band = bandAt(faceOf(faces, where), z_mm);
  if (!band) return null;
  if (!band.finish || !isSeenOnce(faces, band.finish)) return layBand(where, band, cover)(document);
  return { action: "paint_wall", input: "picked", set: { [`finishes/${band.finish}`]: whole(cover) } };
};

/** The edge at a height goes to another, between its neighbours; what lies on both sides of it follows. @param {Where} where @param {number} z_was @param {number} z_now @param {"typed" | "dragged"} input @returns {MakeEdit} */
export const moveEdge = (where, z_was, z_now, input) => (document) => {
  const face = faceOf(facesOf(document), where);
  if (!face) return null;
  const top = highest(face);
  const to = within(face, z_was, z_now);
  /** @type {Record<string, import("#core/log.js").Fields>} */
  const set = {};
  for (const { finish, z_from, z_to } of face.bands) {
    const held = finish ? entity(document, "finishes", finish) : null;
    if (!held) continue;
    if (z_from === z_was && held.z_from === z_was) set[`finishes/${finish}`] = { ...set[`finishes/${finish}`], z_from: to };
    if (z_to === z_was && (held.z_to ?? top) === z_was) set[`finishes/${finish}`] = { ...set[`finishes/${finish}`], z_to: to >= top ? null : to };
  }
  return to !== z_was && Object.keys(set).length ? { action: "set_band", input, set } : null;
};

/** The stretch that holds a height is bare again, or shows what lies under it. @param {Where} where @param {number} z_mm @returns {MakeEdit} */
export const removeBand = (where, z_mm) => (document) => {
  const faces = facesOf(document);
  const band = bandAt(faceOf(faces, where), z_mm);
  if (!band?.finish) return null;
  if (!isSeenOnce(faces, band.finish)) return layBand(where, band, { paint: null })(document);
  return { action: "remove_band", input: "picked", remove: [`finishes/${band.finish}`] };
};

/** The heights at which a face changes its finish and that can be moved, from below. @param {Document} document @param {Face} face @returns {number[]} */
export function edgesOf(document, face) {
  const top = highest(face);
  const isHeld = (/** @type {Band} */ { finish }, /** @type {number} */ z) => {
    const held = finish ? entity(document, "finishes", finish) : null;
    return held !== null && (held.z_from === z || (held.z_to ?? top) === z);
  };
  return [...new Set(face.bands.flatMap((band) => [band.z_from, band.z_to].filter((z) => isHeld(band, z))))].sort((one, other) => one - other);
}

/** @param {Face | null} face @param {number} z_mm @returns {Band | null} */
export const bandAt = (face, z_mm) => face?.bands.find(({ z_from, z_to }) => z_from <= z_mm && z_mm < z_to) ?? face?.bands.at(-1) ?? null;

/** Where an edge may go: between the next ones. @param {Face} face @param {number} z_was @param {number} z_now whole mm */
function within(face, z_was, z_now) {
  const stops = [...new Set([0, ...face.bands.flatMap(({ z_from, z_to }) => [z_from, z_to])])];
  const below = Math.max(0, ...stops.filter((z) => z < z_was).map((z) => z + LEAST_BAND_MM));
  const above = Math.min(highest(face), ...stops.filter((z) => z > z_was).map((z) => z - LEAST_BAND_MM));
  return Math.round(Math.min(Math.max(z_now, below), above));
}

/** @param {Face[]} faces @param {Where} where */
const onSide = (faces, { wall, side }) => faces.filter((face) => face.wall === wall && face.side === side);

/** @param {Face[]} faces @param {Where} where @returns {Face | null} */
function faceOf(faces, where) {
  const { at_mm } = where;
  const own = onSide(faces, where);
  const held = own.find(({ from_mm, to_mm }) => at_mm !== null && from_mm <= at_mm && at_mm <= to_mm);
  return held ?? own.toSorted((one, other) => other.length_mm - one.length_mm)[0] ?? null;
}

/** @param {Face} face */
const highest = (face) => Math.max(...face.top.map(([, z]) => z));

/** @param {Face} face */
const idsOn = (face) => [...new Set(face.bands.flatMap(({ finish }) => (finish ? [finish] : [])))];

/** @param {Face[]} faces @param {string} finish */
const facesWith = (faces, finish) => faces.filter((face) => face.bands.some((band) => band.finish === finish));

/** @param {Face[]} faces @param {string} finish */
const isSeenOnce = (faces, finish) => faces.flatMap(({ bands }) => bands).filter((band) => band.finish === finish).length === 1;
