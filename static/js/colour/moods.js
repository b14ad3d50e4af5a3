/** Paints by the mood of a room: a mood is a part of OKLCH, kept as data. */

import MOODS from "./moods.json" with { type: "json" };

/** @typedef {import("#colour/paint.js").Paint} Paint */

export const MOOD_KEYS = MOODS.map(({ key }) => key);

/** The paints of a mood, in the order of the deck. @param {readonly Paint[]} paints @param {string} key @returns {Paint[]} */
export function ofMood(paints, key) {
  const mood = MOODS.find((one) => one.key === key);
  return mood ? paints.filter(({ oklch: [lightness, chroma, hue] }) => within(lightness, mood.lightness) && within(chroma, mood.chroma) && within(hue, mood.hue)) : [];
}

/** @param {number} value @param {number[]} bounds */
const within = (value, [least, most]) => value >= least && value <= most;
