/** All doors and skirting of a room take a paint in one stroke. */

import { isDoor } from "#geometry/woodwork.js";
import { facesOf, heldOn, onLabel, onRoom, whole } from "#model/actions/paint.js";
import { newId } from "#model/ids.js";
import { entities, entity } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Fields} Fields */

/** Null: bare again. @param {{place: number, level: string, label: string | null, at: [number, number]}} room its number among the found rooms, and a point of it @param {string | null} code @returns {(document: Document) => import("#core/log.js").Parts | null} */
export const paintWoodwork = (room, code) => (document) => {
  const doors = onDoors(document, room.place, code);
  const isOnSkirting = (heldOn(document, room.label, "skirting")?.paint ?? null) === code;
  const set = isOnSkirting ? doors : { ...onLabel(room, (label) => onRoom(document, label, "skirting", { paint: code })), ...doors };
  return Object.keys(set).length ? { action: "paint_room", input: "picked", set } : null;
};

/** What changes on the doors that a room sees. @param {Document} document @param {number} room @param {string | null} code @returns {Record<string, Fields>} */
export function onDoors(document, room, code) {
  const finishes = entities(document, "finishes");
  return Object.fromEntries(doorsOf(document, room).flatMap((opening) => {
    const held = finishes.findLast((finish) => finish.opening === opening);
    if ((held?.paint ?? null) === code) return [];
    return [[`finishes/${held?.id ?? newId("finishes")}`, held ? whole({ paint: code }) : { opening, ...whole({ paint: code }) }]];
  }));
}

/** The ids of the doors that a room sees. @param {Document} document @param {number} room @returns {string[]} */
export const doorsOf = (document, room) => {
  const cuts = facesOf(document).filter((face) => face.room === room).flatMap(({ cuts }) => cuts);
  return [...new Set(cuts.map(({ opening }) => opening))].filter((id) => isDoor(entity(document, "openings", id)));
};
