/** Findings on the plan: hatched where they are, and a mark to tap; the chosen one stronger. */

import { boxAbout } from "#model/findings.js";
import { ring, svg } from "#plan/svg.js";

/** @typedef {import("#core/findings.js").Finding} Finding */
/** @typedef {[number, number]} Point */
/** @typedef {{x: number, y: number, wide: number, high: number}} Named the middle and size of what is written, mm */

const HATCH_PX = 9;
const MARK_PX = 11;
/** So large is what a finger meets. */
const REACH_PX = 22;
/** Marks nearer to one another step aside by so much, the way that is free first. */
const APART_PX = 26;
const WAYS = [0, 180, 90, 270, 45, 225, 135, 315].map((degrees) => (degrees / 180) * Math.PI);

/** A line across the square, and its neighbours' corners. */
const STROKES = `M0 ${HATCH_PX}L${HATCH_PX} 0M-1 1L1 -1M${HATCH_PX - 1} ${HATCH_PX + 1}L${HATCH_PX + 1} ${HATCH_PX - 1}`;

/** The hatching that areas are filled with; `fitHatch` keeps its lines as far apart on the screen. */
export const hatch = () =>
  svg("pattern", { id: "finding-hatch", patternUnits: "userSpaceOnUse", width: HATCH_PX, height: HATCH_PX },
    ...["hatch-halo", "hatch-line"].map((look) => svg("path", { d: STROKES, class: look })));

/** @param {Element} pattern @param {number} mmPerPx */
export const fitHatch = (pattern, mmPerPx) => pattern.setAttribute("patternTransform", `scale(${mmPerPx})`);

/** Where they are. @param {readonly Finding[]} findings @param {string} chosen its key */
export const hatched = (findings, chosen) =>
  findings.map(({ key, where }) => {
    const d = where.map(ring).join("");
    return svg("g", { class: key === chosen ? "finding is-chosen" : "finding" }, svg("path", { d, class: "finding-halo" }), svg("path", { d, class: "finding-area", fill: "url(#finding-hatch)" }));
  });

/** A mark on each, named by its words, beside the rooms' names. @param {readonly Finding[]} findings @param {string} chosen its key @param {number} mmPerPx @param {(finding: Finding) => string} words @param {readonly Named[]} names */
export const marks = (findings, chosen, mmPerPx, words, names) => {
  const spots = spotsOf(findings, mmPerPx, names);
  return findings.flatMap((finding, place) => {
    const spot = spots[place];
    return spot ? [mark(finding, spot, finding.key === chosen, mmPerPx, words(finding))] : [];
  });
};

/** The middle of each one's largest ring, aside of rooms' names and of the marks before it; null for one that is nowhere. @param {readonly Finding[]} findings @param {number} mmPerPx @param {readonly Named[]} [names] @returns {(Point | null)[]} */
export function spotsOf(findings, mmPerPx, names = []) {
  /** @type {Point[]} */
  const taken = [];
  return findings.map((finding) => {
    const middle = middleOf(finding);
    if (!middle) return null;
    const spot = freeNear(middle, taken, names, mmPerPx);
    taken.push(spot);
    return spot;
  });
}

/** @param {Point} middle @param {readonly Point[]} taken @param {readonly Named[]} names @param {number} mmPerPx @returns {Point} */
function freeNear([x, y], taken, names, mmPerPx) {
  const [apart, reach] = [APART_PX * mmPerPx, MARK_PX * mmPerPx];
  const isOn = (/** @type {Named} */ name, /** @type {Point} */ spot) => Math.abs(spot[0] - name.x) < name.wide / 2 + reach && Math.abs(spot[1] - name.y) < name.high / 2 + reach;
  const isFree = (/** @type {Point} */ spot) => taken.every(([tx, ty]) => Math.hypot(tx - spot[0], ty - spot[1]) > 0.99 * apart) && !names.some((name) => isOn(name, spot));
  for (let away = 0; ; away += apart / 2) {
    const around = WAYS.map((way) => /** @type {Point} */ ([x + away * Math.cos(way), y + away * Math.sin(way)]));
    const free = around.find(isFree);
    if (free) return free;
  }
}

/** @param {Finding} finding @returns {Point | null} */
function middleOf({ where }) {
  const boxes = where.flatMap((one) => {
    const box = boxAbout(one);
    return box ? [box] : [];
  });
  const [largest] = boxes.toSorted((one, other) => areaOf(other) - areaOf(one));
  return largest ? [(largest[0] + largest[2]) / 2, (largest[1] + largest[3]) / 2] : null;
}

/** @param {[number, number, number, number]} box */
const areaOf = ([x0, y0, x1, y1]) => (x1 - x0) * (y1 - y0);

/** @param {Finding} finding @param {Point} spot @param {boolean} isChosen @param {number} mm of a pixel @param {string} words */
const mark = ({ key }, [x, y], isChosen, mm, words) =>
  svg("g", { class: isChosen ? "finding-mark is-chosen" : "finding-mark", "data-finding": key, role: "button", tabindex: -1, "aria-label": words },
    svg("circle", { cx: x, cy: y, r: REACH_PX * mm, class: "reach" }),
    svg("circle", { cx: x, cy: y, r: MARK_PX * mm, class: "finding-dot" }),
    svg("text", { x, y: y + 5 * mm, "font-size": 15 * mm, "aria-hidden": "true" }, "!"));
