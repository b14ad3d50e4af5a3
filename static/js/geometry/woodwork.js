/**
 * Doors, windows and skirting as what is painted: which finish is on them.
 *
 * A finish that names a door is on its leaf, lining and casings, on both sides; one that names a window is on its frame
 * and its board inside; one that names a room, with the face
 * `skirting`, is on all skirting there. The twin of `rooms/surfaces/woodwork.py`.
 * @typedef {import("#geometry/surfaces.js").Finish} Finish
 * @typedef {import("#geometry/entities.js").Plan} Plan
 *
 * The finish on each door and window that has one, by its id, and on each room's skirting, by the room's place.
 * @typedef {{openings: Map<string, string>, skirting: Map<number, string>}} Woodwork
 */

const DOORS = ["door", "double_door", "sliding_door", "folding_door"];
/** They come with a colour and may be painted, which no scheme does by itself. A roof window is not painted. */
const WINDOWS = ["window", "double_window", "french_window"];

/**
 * Of several finishes the last holds.
 * @param {Plan} plan @param {readonly Finish[]} finishes @param {ReadonlyMap<string, number | null>} lying in which room the label lies that a finish names
 * @returns {Woodwork}
 */
export function woodworkOf(plan, finishes, lying) {
  const openings = finishes.filter((finish) => isOnWood(plan, finish)).map(({ opening, id }) => /** @type {[string, string]} */ ([opening, id]));
  const skirting = finishes.flatMap(({ id, face }) => {
    const room = face === "skirting" ? (lying.get(id) ?? null) : null;
    return room === null ? [] : [/** @type {[number, string]} */ ([room, id])];
  });
  return { openings: new Map(openings), skirting: new Map(skirting) };
}

/** Whether it is on a door or window. @param {Plan} plan @param {{opening: string | null}} finish */
export const isOnWood = (plan, { opening }) => opening !== null && takesPaint(plan.openings?.[opening]);

/** A door or a window. @param {any} opening as the document has it, or nothing */
export const takesPaint = (opening) => isDoor(opening) || (Boolean(opening) && WINDOWS.includes(opening.kind));

/** @param {any} opening as the document has it, or nothing */
export const isDoor = (opening) => Boolean(opening) && DOORS.includes(opening.kind ?? "door");
