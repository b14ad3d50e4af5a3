/** What a scheme begins from: the walls' own colour, a mood, a colour of the deck, or a picture. */

import moods from "#samples/schemes/moods.json" with { type: "json" };
import { el } from "#ui/dom.js";
import { strip } from "#ui/schemes/cards.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {import("#ui/schemes/cards.js").Speaker} Speaker */
/** @typedef {{mood: string} | {paint: string} | {picture: string[]} | {photo: true}} Idea */
/** @typedef {{hex: string, percent: number, paint: string}} PictureColour */

/**
 * @param {Speaker} studio
 * @param {{idea: Idea, own: string | null, colours: PictureColour[], from: (idea: Idea) => void, choosePaint: (() => void) | null}} of `own`: the paint of the walls as they are; with no deck to choose from, there is a photo
 */
export function beginnings({ t, language }, { idea, own, colours, from, choosePaint }) {
  const on = "mood" in idea ? idea.mood : "photo" in idea ? "photo" : "picture" in idea ? "picture" : idea.paint === own ? "own" : "paint";
  const tab = (/** @type {string} */ words, /** @type {string} */ key, /** @type {() => void} */ press) =>
    el("button", { type: "button", class: "tab", "aria-pressed": String(key === on), onclick: press }, words);
  return el("div", { class: "families", role: "group", "aria-label": t("schemes.begin_from") },
    own ? tab(t("schemes.from_paint"), "own", () => from({ paint: own })) : null,
    ...Object.entries(moods).map(([key, { name }]) => tab(name[language], key, () => from({ mood: key }))),
    ...(choosePaint ? [
      tab(t("schemes.from_other"), "paint", choosePaint),
      tab(t("schemes.from_picture"), "picture", () => from({ picture: colours.map(({ hex }) => hex) })),
    ] : [tab(t("schemes.from_photo"), "photo", () => from({ photo: true }))]));
}

/** A picture to choose, and what it is made of. @param {Studio} studio @param {PictureColour[]} colours @param {(file: File) => void} read */
export function pictureSource({ t }, colours, read) {
  const input = el("input", { type: "file", id: "scheme-picture", class: "only-spoken", accept: "image/*", onchange: () => input.files?.[0] && read(input.files[0]) });
  const found = colours.map(({ hex, percent }) => ({ slot: hex, value: hex, code: null, hex, lrv: 0, name: {}, percent }));
  return el("div", { class: "scheme-source" },
    el("p", { class: "small quiet" }, t("schemes.picture_how")),
    el("div", { class: "file-box" }, input, el("label", { class: "button", for: "scheme-picture" }, t("schemes.picture_choose"))),
    found.length ? el("p", { class: "small" }, t("schemes.picture_colours")) : null,
    found.length ? strip(found) : null);
}

/** The paint of most of a room's walls. @param {Studio} studio @param {number} room @returns {string | null} */
export function ownPaint(studio, room) {
  /** @type {Map<string, number>} */
  const lengths = new Map();
  for (const face of studio.planView.survey.surfaces.faces.filter((one) => one.room === room)) {
    const code = studio.paintOfFace(face);
    if (code && studio.deck.get(code)) lengths.set(code, (lengths.get(code) ?? 0) + face.length_mm);
  }
  return [...lengths].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
