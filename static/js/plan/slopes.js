/** Sloping ceilings on the plan: what lies under them is shaded, what is too low to count is hatched, and lines tell the height. */

import { ceilingOf, cellsBelow, LOW_MM, roofsOver } from "#geometry/ceilings.js";
import { contour, creases } from "#geometry/contours.js";
import { entity, slopesOf } from "#model/plan.js";
import { line, ring, svg } from "#plan/svg.js";

/** @typedef {import("#plan/survey.js").Survey} Survey */
/** @typedef {import("#plan/plan_view.js").Tools} Tools */
/** @typedef {import("#plan/layers.js").NameSpot} NameSpot */
/** @typedef {readonly [number, number]} Point */

/** The heights that lines are drawn at: what does not count, half counts and counts in full by the norms in use. */
export const HEIGHTS_MM = [1400, LOW_MM, 2200];
const HATCH_MM = 180;
const LETTER_PX = 11.5;
/** Where along its line a height is told: beside the middle, where a slope that is selected has its handle, else nearer to an end. */
const LABEL_SHARES = [0.3, 0.7, 0.18, 0.82];

/** What lies under slopes, and within it what is low. @param {Survey} survey @returns {SVGElement[]} */
export const slopeAreas = (survey) =>
  ceilingsOf(survey).flatMap(({ ceiling, over }) => [
    svg("path", { d: ceiling.filter(({ roof }) => roof).map(({ cell }) => ring(cell)).join(""), class: "under-slope" }),
    svg("path", { d: cellsBelow(ceiling, LOW_MM).map(hatched).join(""), class: "low-hatch" }),
    svg("path", { d: creases(ceiling, over).map(line).join(""), class: "crease" }),
  ]);

/** Where lines of equal height and creases run, for what is written must keep off them. @param {Survey} survey @returns {(readonly [Point, Point])[]} */
export const slopeStretches = (survey) =>
  ceilingsOf(survey).flatMap(({ ceiling, over }) => [...creases(ceiling, over), ...HEIGHTS_MM.flatMap((height) => contour(ceiling, height).map(({ stretch }) => stretch))]);

/** The lines of equal height with their heights; each belongs to its slope, and a tap on it means that. @param {Survey} survey @param {Tools} tools @param {number} mm to a pixel @param {readonly NameSpot[]} names where rooms' names stand @returns {SVGElement[]} */
export function slopeLines(survey, tools, mm, names) {
  const lines = ceilingsOf(survey).flatMap(({ ceiling }) => HEIGHTS_MM.flatMap((height) => contour(ceiling, height).map((one) => ({ ...one, height }))));
  return slopesOf(survey.document, survey.level).flatMap((slope) => {
    const own = lines.filter(({ roof }) => roof.slope === slope.id);
    const knee = line([slope.a, slope.b]);
    const marks = HEIGHTS_MM.flatMap((height) => marked(own.filter((one) => one.height === height).map(({ stretch }) => stretch), height, { tools, mm, names }));
    const mark = svg("g", { class: "slope", "data-path": `slopes/${slope.id}`, role: "button", tabindex: -1, "aria-label": words(slope, tools) },
      svg("path", { d: knee, class: "knee" }),
      svg("path", { d: own.map(({ stretch }) => line(stretch)).join(""), class: "grab" }),
      ...marks.map(({ drawn }) => drawn));
    return [mark, ...marks.flatMap(({ told }) => told)];
  });
}

/** @param {any} slope @param {Tools} tools */
export const words = ({ knee, angle_mdeg }, { t, length }) => t("slopes.slope_is", { knee: length(knee), angle: Math.round(angle_mdeg / 100) / 10 });

/** The ceilings of the rooms of a level that has slopes. @param {Survey} survey */
function ceilingsOf({ document, level, rooms }) {
  const over = roofsOver(document, level);
  if (!over.length || !entity(document, "levels", level)) return [];
  return rooms.map(({ room }) => ({ ceiling: ceilingOf(document, room, over), over }));
}

/** A height's line, and its figure apart, for the slope is read out by its own name. @param {(readonly [Point, Point])[]} stretches @param {number} height @param {{tools: Tools, mm: number, names: readonly NameSpot[]}} with_ */
function marked(stretches, height, { tools, mm, names }) {
  if (!stretches.length) return [];
  const [p, q] = stretches.toSorted((one, other) => long(other) - long(one))[0];
  const size = LETTER_PX * mm;
  const spots = LABEL_SHARES.map((share) => [0, 1].map((axis) => p[axis] + (q[axis] - p[axis]) * share));
  const [x, y] = spots.find((spot) => !names.some((name) => isUnder(spot, name, size))) ?? spots[0];
  const turn = (Math.atan2(q[1] - p[1], q[0] - p[0]) * 180) / Math.PI;
  const upright = turn > 90.5 || turn <= -89.5 ? turn + 180 : turn;
  const fits = long([p, q]) > 6 * size;
  return [{
    drawn: svg("path", { d: stretches.map(line).join(""), class: height === LOW_MM ? "height-line counted" : "height-line" }),
    told: fits ? [svg("text", { x, y, dy: -0.35 * size, "font-size": size, class: "height-text", transform: `rotate(${upright} ${x} ${y})`, "aria-hidden": "true" }, tools.metres(height))] : [],
  }];
}

/** Whether a height told here, in letters of this size, would meet a room's name. @param {readonly number[]} spot @param {NameSpot} name @param {number} size */
const isUnder = ([x, y], name, size) => Math.abs(x - name.x) < name.wide / 2 + 2 * size && Math.abs(y - name.y) < name.high / 2 + 2 * size;

/** @param {readonly [Point, Point]} stretch */
const long = ([p, q]) => Math.hypot(q[0] - p[0], q[1] - p[1]);

/** Aslant lines through a convex cell, in step with those of its neighbours. @param {readonly Point[]} cell */
function hatched(cell) {
  const marks = cell.map(([x, y]) => x + y);
  const first = Math.ceil(Math.min(...marks) / HATCH_MM);
  const count = Math.floor(Math.max(...marks) / HATCH_MM) - first + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, step) => across(cell, (first + step) * HATCH_MM)).join("");
}

/** @param {readonly Point[]} cell @param {number} mark the line x + y = mark */
function across(cell, mark) {
  const ends = cell.flatMap((p, place) => {
    const q = cell[(place + 1) % cell.length];
    const [from, to] = [p[0] + p[1] - mark, q[0] + q[1] - mark];
    if (from < 0 === to < 0) return [];
    const share = from / (from - to);
    return [/** @type {Point} */ ([p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share])];
  });
  return ends.length === 2 ? line(ends) : "";
}
