/** Doors and windows seen from the room: frames, leaves with the lines that point at their hinges, handles, boards. The twin of rooms/drawing/elevation_openings.py. */

import { isNiche } from "#geometry/niches.js";
import { line, ring, svg } from "#plan/svg.js";

/** @typedef {import("#model/unfolded.js").Aperture} Aperture */
/** @typedef {[number, number, number, number]} Box left, top, right, bottom on the drawing */

const POST_MM = 50;
const WIDE_MM = 1200;
const HANDLE_MM = 1050;
const HANDLE_IN_MM = 60;
const HANDLE_LONG_MM = 120;
/** How wide a niche's shade is drawn, of its depth. */
const SHADE_SHARE = 0.4;
const BOARD_MM = 30;
const BOARD_PAST_MM = 50;

/** @param {Aperture} aperture @param {string | null} name spoken; null: it cannot be touched @param {string | null} [paint] a door's or window's colour */
export function openingFront(aperture, name, paint = null) {
  const { opening, left, right, low, high } = aperture;
  /** @type {Box} */
  const box = [left, -high, right, -low];
  const marks = isNiche(opening) ? [] : (MARKS[opening.kind] ?? MARKS.passage)(box, aperture.isHungLeft);
  if (paint) for (const leaf of marks.filter((mark) => mark.classList.contains("leaf") && !mark.classList.contains("is-clear"))) painted(leaf, paint);
  if (isNiche(opening)) marks.push(...nicheShade(box, opening.depth));
  const spoken = name === null ? {} : { "data-path": `openings/${opening.id}`, "data-key": `openings/${opening.id}`, role: "button", tabindex: -1, "aria-label": name };
  return svg("g", { class: "opening", ...spoken }, paint ? painted(outlined(box, "hole"), paint) : outlined(box, isNiche(opening) ? "hole is-niche" : "hole"), ...marks);
}

/** @param {SVGElement} mark @param {string} colour */
function painted(mark, colour) {
  mark.classList.add("is-painted");
  mark.setAttribute("fill", colour);
  return mark;
}

/** The shade of a niche's head and left jamb, where light comes from the upper left. @param {Box} box @param {number} depth */
function nicheShade([left, top, right, bottom], depth) {
  const deep = Math.min(depth * SHADE_SHARE, (right - left) / 6, (bottom - top) / 6);
  const inner = /** @type {[number, number][]} */ ([[right, top + deep], [left + deep, top + deep], [left + deep, bottom]]);
  return [svg("path", { d: ring([[left, bottom], [left, top], [right, top], ...inner]), class: "shade" }), svg("path", { d: line(inner), class: "fine" })];
}

/** @type {Record<string, (box: Box, isHungLeft: boolean) => SVGElement[]>} */
const MARKS = {
  door: (box, isHungLeft) => leaf(withinFrame(box), isHungLeft),
  double_door: (box) => leaves(withinFrame(box)),
  sliding_door: (box, isHungLeft) => [outlined(box, "leaf"), arrow(box, isHungLeft ? -1 : 1)],
  folding_door: (box) => {
    const [left, top, right, bottom] = withinFrame(box);
    const panel = (right - left) / 4;
    return [outlined([left, top, right, bottom], "leaf"), svg("path", { d: [1, 2, 3].map((n) => line([[left + panel * n, top], [left + panel * n, bottom]])).join(""), class: "fine" })];
  },
  passage: ([left, top, right, bottom]) => [svg("path", { d: line([[left, top], [right, bottom]]) + line([[right, top], [left, bottom]]), class: "fine" })],
  window: (box) => [...sashes(box, 1), board(box)],
  double_window: (box) => [...sashes(box, 2), board(box)],
  french_window: (box, isHungLeft) => {
    const isWide = box[2] - box[0] >= WIDE_MM;
    return [...sashes(box, isWide ? 2 : 1), ...(isWide ? leaves(withinFrame(box), "is-clear") : leaf(withinFrame(box), isHungLeft, "is-clear"))];
  },
};

/** @param {Box} box @param {number} count */
function sashes([left, top, right, bottom], count) {
  const width = (right - left) / count;
  return Array.from({ length: count }, (_, place) => /** @type {Box} */ ([left + place * width, top, left + (place + 1) * width, bottom]))
    .flatMap((sash) => [outlined(sash, "leaf"), outlined(inset(sash, POST_MM * 1.4), "pane")]);
}

/** @param {Box} box @param {string} [look] */
function leaves([left, top, right, bottom], look) {
  const middle = (left + right) / 2;
  return [...leaf([left, top, middle, bottom], true, look), ...leaf([middle, top, right, bottom], false, look)];
}

/** @param {Box} box @param {boolean} isHungLeft @param {string} [look] */
function leaf(box, isHungLeft, look = "") {
  const [left, top, right, bottom] = box;
  const [hinge, open] = isHungLeft ? [left, right] : [right, left];
  const start = open - (isHungLeft ? 1 : -1) * HANDLE_IN_MM;
  const swing = svg("path", { d: line([[open, top], [hinge, (top + bottom) / 2], [open, bottom]]), class: "swing" });
  const handle = svg("path", { d: line([[start, bottom - HANDLE_MM], [start - (isHungLeft ? 1 : -1) * HANDLE_LONG_MM, bottom - HANDLE_MM]]), class: "handle" });
  return [outlined(box, `leaf ${look}`), swing, ...(bottom - top > HANDLE_MM * 1.2 ? [handle] : [])];
}

/** The way that a sliding leaf goes. @param {Box} box @param {number} way */
function arrow([left, top, right, bottom], way) {
  const [middle, long, y] = [(left + right) / 2, (right - left) * 0.25, (top + bottom) / 2];
  const [tip, barb] = [middle + way * long, long * 0.3];
  return svg("path", { d: line([[middle - way * long, y], [tip, y]]) + line([[tip - way * barb, y - barb / 2], [tip, y], [tip - way * barb, y + barb / 2]]), class: "fine" });
}

/** @param {Box} box */
const board = ([left, , right, bottom]) => outlined([left - BOARD_PAST_MM, bottom, right + BOARD_PAST_MM, bottom + BOARD_MM], "leaf");

/** @param {Box} box @returns {Box} */
function withinFrame([left, top, right, bottom]) {
  const post = Math.min(POST_MM, (right - left) / 4, (bottom - top) / 4);
  return [left + post, top + post, right - post, bottom];
}

/** @param {Box} box @param {number} wanted_mm @returns {Box} */
function inset([left, top, right, bottom], wanted_mm) {
  const by = Math.min(wanted_mm, (right - left) / 4, (bottom - top) / 4);
  return [left + by, top + by, right - by, bottom - by];
}

/** @param {Box} box @param {string} look */
const outlined = ([left, top, right, bottom], look) => svg("path", { d: ring([[left, top], [right, top], [right, bottom], [left, bottom]]), class: look });
