/** A scheme as a card: her room in its colours, a strip of them, and in words what they ask of eyes. */

import { button, el, icon } from "#ui/dom.js";

/** @typedef {import("#ui/schemes/asking.js").Told} Told */
/** @typedef {import("#ui/schemes/asking.js").Slot} Slot */
/** @typedef {{t: import("#ui/words.js").Translate, language: "pl" | "en"}} Speaker whoever has the page's words */

/** A room's picture. */
const ROOM = { width: 560, height: 392 };

/** @param {Speaker} studio @param {Told[]} schemes @param {number | null} taken @param {(n: number) => void} take @param {{width: number, height: number}} [size] of what the pictures show */
function proposalCards(studio, schemes, taken, take, size) {
  const { t, language } = studio;
  const ideas = new Set(schemes.map(({ idea }) => idea?.[language] ?? ""));
  return el("div", { class: "scheme-cards", role: "group", "aria-label": t("schemes.proposals") }, ...schemes.map((scheme, place) => {
    const names = scheme.slots.slice(0, 2).map(({ name }) => name[language]).join(", ");
    return el("button", { type: "button", class: "scheme-card", "aria-pressed": String(place === taken), onclick: () => take(place) },
      el("span", { class: "only-spoken" }, `${t("schemes.take", { n: place + 1 })} `),
      schemePicture(scheme.picture, "", size),
      strip(scheme.slots),
      ideas.size > 1 ? el("span", { class: "scheme-idea" }, scheme.idea?.[language] ?? "") : null,
      el("span", { class: "small quiet" }, names));
  }));
}

/**
 * The proposals, or how far they are.
 * @param {Speaker} studio
 * @param {{state: "asking" | "waits" | "told" | "failed", said: string, schemes: Told[], taken: number | null, take: (n: number) => void, again: () => void, hasOthers?: boolean, size?: {width: number, height: number}}} of
 */
export function proposalList(studio, { state, said, schemes, taken, take, again, hasOthers = true, size }) {
  const { t } = studio;
  const others = hasOthers ? [button("rotate-cw", t("schemes.others"), again)] : [];
  if (state === "failed") return [el("p", { role: "alert" }, said || t("schemes.failed")), ...others];
  if (state !== "told") return [el("p", { role: "status" }, t(`schemes.${state}`))];
  return [proposalCards(studio, schemes, taken, take, size), ...others];
}

/** @param {string} address @param {string} alt @param {{width: number, height: number}} [size] */
export function schemePicture(address, alt, { width, height } = ROOM) {
  const picture = el("img", { class: "scheme-picture", src: address, alt, width, height });
  const frame = el("span", { class: "scheme-frame", "aria-busy": "true" }, picture);
  frame.style.aspectRatio = `${width} / ${height}`;
  for (const end of ["load", "error"]) picture.addEventListener(end, () => frame.removeAttribute("aria-busy"));
  return frame;
}

/** The colours side by side, each as wide as its share, but none too narrow to be seen. @param {Slot[]} slots */
export function strip(slots) {
  return el("span", { class: "scheme-strip", "aria-hidden": "true" }, ...slots.map(({ hex, percent }) => {
    const part = el("span");
    part.style.backgroundColor = hex;
    part.style.flexGrow = String(Math.max(percent ?? 0, 8));
    return part;
  }));
}

/** @param {Speaker} studio @param {Told["remarks"]} remarks */
export function remarkList({ t, language }, remarks) {
  return el("ul", { class: "scheme-remarks" }, ...remarks.map(({ good, said }) =>
    el("li", {}, icon(good ? "check" : "info"), el("span", {}, el("span", { class: "only-spoken" }, `${t(good ? "schemes.remark_good" : "schemes.remark_look")}: `), said[language]))));
}
