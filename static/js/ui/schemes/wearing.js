/** A scheme on its room in the studio: painted in one stroke, and when what the server told of the room no longer holds. */

import { applyScheme } from "#model/actions/apply_scheme.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {import("#ui/schemes/asking.js").Told} Told */
/** @typedef {import("#ui/schemes/asking.js").Answer} Answer */

const PAINTED = ["wall", "second", "ceiling", "woodwork", "floor"];

/** Whether anything has changed; null where the room is gone. @param {Studio} studio @param {number} place @param {Told} worn @param {Answer} answer */
export function wear({ store, planView: { survey } }, place, { slots }, { second, upholstery }) {
  const room = survey.rooms.find(({ index }) => index === place)?.room;
  if (!room) return null;
  const codes = Object.fromEntries(slots.filter(({ slot, code }) => code && PAINTED.includes(slot)).map(({ slot, code }) => [slot, String(code)]));
  const tint = slots.find(({ slot }) => slot === "furniture")?.hex ?? null;
  const at = /** @type {[number, number]} */ (survey.middleOf(place).map((value) => Math.floor(value + 0.5)));
  return Boolean(store.perform(applyScheme({ place, level: room.level, label: room.label ?? null, at }, { codes, second, upholstery, tint })));
}

/** What room numbers, walls and doors of an answer hold for. @param {import("#core/log.js").Document} document */
export const shapeOf = ({ walls, openings, rooms, levels }) => JSON.stringify([walls, openings, rooms, levels]);

/** Once the server has all that was done here; an error while the line is down. @param {Studio} studio @returns {Promise<void>} */
export async function allSaved({ store, t }) {
  while (store.saved.pending) {
    if (store.saved.link === "offline") throw new Error(t("studio.no_network"));
    await new Promise((done) => store.addEventListener("saved", done, { once: true }));
  }
}
