/**
 * Doors and skirting as what is painted: which finish is on them.
 *
 * A finish that names a door is on its leaf, lining and casings, on both sides; one that names a room, with the face
 * `skirting`, is on all skirting there. The twin of `rooms/surfaces/woodwork.py`.
 * @typedef {import("#geometry/surfaces.js").Finish} Finish
 * @typedef {import("#geometry/entities.js").Plan} Plan
 *
 * The finish on each door that has one, by the door, and on each room's skirting, by the room's place.
 * @typedef {{doors: Map<string, string>, skirting: Map<number, string>}} Woodwork
 */

/** Openings with leaves and linings to paint; a window comes with its colour. */
export const DOORS = ["door", "double_door", "sliding_door", "folding_door"];

/**
 * Of several finishes the last holds.
 * @param {Plan} plan @param {readonly Finish[]} finishes @param {ReadonlyMap<string, number | null>} lying in which room the label lies that a finish names
 * @returns {Woodwork}
 */
export function woodworkOf(plan, finishes, lying) {
  const doors = finishes.filter((finish) => isOnDoor(plan, finish)).map(({ opening, id }) => /** @type {[string, string]} */ ([opening, id]));
  const skirting = finishes.flatMap(({ id, face }) => {
    const room = face === "skirting" ? (lying.get(id) ?? null) : null;
    return room === null ? [] : [/** @type {[number, string]} */ ([room, id])];
  });
  return { doors: new Map(doors), skirting: new Map(skirting) };
}

/** @param {Plan} plan @param {{opening: string | null}} finish */
export const isOnDoor = (plan, { opening }) => opening !== null && isDoor(plan.openings?.[opening]);

/** @param {any} opening as the document has it, or nothing */
export const isDoor = (opening) => Boolean(opening) && DOORS.includes(opening.kind ?? "door");
