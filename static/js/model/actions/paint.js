/** A colour comes onto a wall's face, a floor, a ceiling, skirting, or onto every wall of a room. */

import { findRooms } from "#geometry/outline.js";
import { findSurfaces } from "#geometry/surfaces.js";
import { newId } from "#model/ids.js";
import { entities } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {import("#core/log.js").Fields} Fields */
/** @typedef {"floor" | "ceiling" | "skirting"} RoomFace what a finish of a room's label may be on */
/** @typedef {{paint: string | null, tile?: Fields | null}} Cover null paint and no tile: bare again */

/**
 * The face of a wall at a place along it, from the floor to the top.
 * @param {string} wall @param {"left" | "right"} side @param {number | null} at_mm null: the whole side @param {Cover} cover
 * @returns {(document: Document) => Parts | null}
 */
export const paintWall = (wall, side, at_mm, cover) => (document) => {
  const faces = facesOf(document).filter((face) => face.wall === wall && face.side === side);
  const face = faces.find(({ from_mm, to_mm }) => at_mm === null || (from_mm <= at_mm && at_mm <= to_mm)) ?? null;
  return paint("paint_wall", face ? covered(document, face, faces.length, cover) : unseen(document, wall, side, cover));
};

/** Every wall face of a found room. @param {number} room its place among the found rooms @param {Cover} cover @returns {(document: Document) => Parts | null} */
export const paintRoom = (room, cover) => (document) => {
  const faces = facesOf(document);
  const sameSide = (/** @type {any} */ one) => faces.filter((face) => face.wall === one.wall && face.side === one.side);
  const inside = faces.filter((face) => face.room === room && (face.side === "left" || face.side === "right"));
  return paint("paint_room", Object.assign({}, ...inside.map((face) => covered(document, face, sameSide(face).length, cover))));
};

/**
 * A room's floor or ceiling, or all of its skirting. A room without a name gets a label at the point, since a finish belongs to a label.
 * @param {{level: string, label: string | null, at: [number, number]}} room @param {RoomFace} side @param {Cover} cover
 * @returns {(document: Document) => Parts | null}
 */
export const paintPlane = (room, side, cover) => (document) => paint("paint_plane", onLabel(room, (label) => onRoom(document, label, side, cover)));

/**
 * What is set on a room's label, which comes with it where the room has none.
 * @param {{level: string, label: string | null, at: [number, number]}} room @param {(label: string) => Record<string, Fields>} set
 * @returns {Record<string, Fields>}
 */
export function onLabel({ level, label, at }, set) {
  if (label) return set(label);
  const made = newId("rooms");
  return { [`rooms/${made}`]: { level, at }, ...set(made) };
}

/** The finish of a room's label changes, or a new one comes. @param {Document} document @param {string} room @param {RoomFace} face @param {Cover} cover @returns {Record<string, Fields>} */
export function onRoom(document, room, face, cover) {
  const held = heldOn(document, room, face);
  return { [`finishes/${held?.id ?? newId("finishes")}`]: held ? whole(cover) : { room, face, ...whole(cover) } };
}

/** What is on a face of a room's label. @param {Document} document @param {string | null} room @param {RoomFace} face @returns {Fields | null} */
export const heldOn = (document, room, face) => entities(document, "finishes").findLast((finish) => room !== null && finish.room === room && finish.face === face) ?? null;

/** @param {Document} document */
export const facesOf = (document) => findSurfaces(document, findRooms(document)).faces;

/** @param {Cover} cover */
export const whole = ({ paint: code, tile = null }) => ({ paint: code, tile });

/** @param {string} action @param {Record<string, Fields>} set @returns {Parts | null} */
const paint = (action, set) => (Object.keys(set).length ? { action, input: "picked", set } : null);

/** The finish that alone covers the face changes; else a new one comes over it. @param {Document} document @param {any} face @param {number} onThisSide @param {Cover} cover */
function covered(document, face, onThisSide, cover) {
  const [only] = face.bands;
  const finish = face.bands.length === 1 && only.finish ? document.finishes[only.finish] : null;
  const isOwn = finish && (onThisSide === 1 || (finish.at ?? null) !== null) && !finish.z_from && (finish.z_to ?? null) === null;
  if (isOwn) return { [`finishes/${only.finish}`]: whole(cover) };
  const at = onThisSide === 1 ? null : Math.floor((face.from_mm + face.to_mm) / 2 + 0.5);
  return { [`finishes/${newId("finishes")}`]: { wall: face.wall, side: face.side, at, ...whole(cover) } };
}

/** A side that faces no room: the finish of the whole side. @param {Document} document @param {string} wall @param {string} side @param {Cover} cover */
function unseen(document, wall, side, cover) {
  const held = entities(document, "finishes").findLast((finish) => finish.wall === wall && finish.side === side);
  return { [`finishes/${held?.id ?? newId("finishes")}`]: held ? whole(cover) : { wall, side, at: null, ...whole(cover) } };
}
