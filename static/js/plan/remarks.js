/** Notes and measured lengths on the plan: each can be selected, and keeps its size on the screen. */

import { entities } from "#model/plan.js";
import { svg } from "#plan/svg.js";

/** @typedef {import("#plan/plan_view.js").Tools} Tools */
/** @typedef {readonly [number, number]} Point */

const RADIUS_PX = 11;
const REACH_PX = 22;
const LETTER_PX = 12.5;
const TICK_PX = 6;

/** A numbered circle each; the words are spoken, and stand in the panel. @param {import("#core/log.js").Document} document @param {string} level @param {Tools} tools @param {number} mm to a pixel */
export const notes = (document, level, tools, mm) =>
  entities(document, "notes").filter((note) => note.level === level).map(({ id, at: [x, y], text }, place) =>
    target(`notes/${id}`, "note", tools.t("remarks.note_is", { n: place + 1, text }),
      svg("circle", { cx: x, cy: y, r: REACH_PX * mm, class: "reach" }),
      svg("circle", { cx: x, cy: y, r: RADIUS_PX * mm, class: "note-mark" }),
      svg("text", { x, y: y + LETTER_PX * 0.36 * mm, "font-size": LETTER_PX * mm, class: "note-number" }, String(place + 1))));

/** @param {import("#core/log.js").Document} document @param {string} level @param {Tools} tools @param {number} mm to a pixel */
export const dimensions = (document, level, tools, mm) =>
  entities(document, "dimensions").filter((one) => one.level === level).map(({ id, a, b }) =>
    target(`dimensions/${id}`, "dimension", tools.t("remarks.dimension_is", { length: tools.length(Math.hypot(b[0] - a[0], b[1] - a[1])) }), ...measured(a, b, tools.length, mm)));

/** A line with ticks at its ends and its length along it. @param {Point} a @param {Point} b @param {(mm: number) => string} written @param {number} mm to a pixel @returns {SVGElement[]} */
export function measured(a, b, written, mm) {
  const long = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (!long) return [];
  const [dx, dy] = [(b[0] - a[0]) / long, (b[1] - a[1]) / long];
  const turn = (Math.atan2(dy, dx) * 180) / Math.PI;
  const upright = turn > 90.5 || turn <= -89.5 ? turn + 180 : turn;
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const ticks = [a, b].map(([tx, ty]) => svg("line", { x1: tx - dy * TICK_PX * mm, y1: ty + dx * TICK_PX * mm, x2: tx + dy * TICK_PX * mm, y2: ty - dx * TICK_PX * mm, class: "measured" }));
  return [
    svg("line", { x1: a[0], y1: a[1], x2: b[0], y2: b[1], class: "grab" }),
    svg("line", { x1: a[0], y1: a[1], x2: b[0], y2: b[1], class: "measured" }), ...ticks,
    svg("text", { x, y, dy: -LETTER_PX * 0.45 * mm, "font-size": LETTER_PX * mm, class: "measure-text", transform: `rotate(${upright} ${x} ${y})` }, written(long)),
  ];
}

/** @param {string} path @param {string} look @param {string} words @param {...SVGElement} drawn */
const target = (path, look, words, ...drawn) =>
  svg("g", { class: look, "data-path": path, role: "button", tabindex: -1, "aria-label": words }, ...drawn);
