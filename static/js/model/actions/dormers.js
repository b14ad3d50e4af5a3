/** Dormers: put into a slope with a window in the wall that they stand on, slid with it, resized. */

import { centreLine } from "#geometry/centreline.js";
import { halfAt } from "#geometry/thickness.js";
import { dot } from "#geometry/vector.js";
import { placed } from "#model/actions/place_opening.js";
import { frontWall, openingsIn, roofAt, wayOf } from "#model/dormer_fronts.js";
import { newId } from "#model/ids.js";
import { dormersIn, entity, levelHeight, skylightsIn, wallsOf } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {(document: Document) => Parts | null} MakeEdit */
/** @typedef {{slope: string, offset: number, width: number, front?: number, height: number, form?: string, angle_mdeg?: number}} NewDormer */

export const FORMS = /** @type {const} */ (["flat", "shed", "gable"]);
/** A usual pitch of each form that has one. @type {Record<string, number>} */
export const PITCH_MDEG = { shed: 10_000, gable: 40_000 };
const USUAL = { width: 1600, height: 2300 };
/** Of its window: from the floor to its sill, from its head to the ceiling, and to each cheek. */
const [SILL_MM, OVER_MM, BESIDE_MM] = [900, 150, 200];
const [LEAST_WINDOW_MM, MOST_WINDOW_MM, TWO_SASHES_MM] = [400, 1400, 1200];
const STEP_MM = 10;
/** A front so near to the wall stands on it. */
const AT_WALL_MM = 150;
/** A wall that comes so near to the slope's line divides what lies under the slope. */
const MEETS_MM = 600;

/** A dormer, and a window in the middle of its front where it stands on a wall. @param {NewDormer} dormer @param {string} [id] @param {string} [window] @returns {MakeEdit} */
export const addDormer = (dormer, id = newId("dormers"), window = newId("openings")) => (document) =>
  entity(document, "slopes", dormer.slope)
    ? { action: "add_dormer", input: "picked", set: { [`dormers/${id}`]: dormer, ...windowFor(document, dormer, window) } }
    : null;

/** @param {Document} document @param {NewDormer} dormer @param {string} id @returns {Record<string, any>} */
function windowFor(document, { slope, offset, width, height, front = 0 }, id) {
  const middle = offset + width / 2;
  const [roof, held] = [roofAt(document, slope), front ? null : frontWall(document, slope, middle)];
  const size = { width: Math.min(width - 2 * BESIDE_MM, MOST_WINDOW_MM), height: Math.min(height - SILL_MM - OVER_MM, MOST_WINDOW_MM) };
  if (!roof || !held || Math.min(size.width, size.height) < LEAST_WINDOW_MM) return {};
  const at = /** @type {[number, number]} */ ([roof.a[0] + roof.way[0] * middle, roof.a[1] + roof.way[1] * middle]);
  const place = placed(document, held.wall, held.line.along(at), size.width);
  const kind = size.width < TWO_SASHES_MM ? "window" : "double_window";
  return place ? { [`openings/${id}`]: { wall: held.wall, ...place, ...size, sill: SILL_MM, kind } } : {};
}

/** A window into a dormer that has none. @param {string} id @param {string} [window] @returns {MakeEdit} */
export const addWindowTo = (id, window = newId("openings")) => (document) => {
  const dormer = entity(document, "dormers", id);
  const set = dormer ? windowFor(document, /** @type {any} */ (dormer), window) : {};
  return Object.keys(set).length ? { action: "add_opening", input: "picked", set } : null;
};

/** @param {string} id @param {import("#core/log.js").Fields} fields @param {"typed" | "picked"} [input] @returns {MakeEdit} */
export const setDormer = (id, fields, input = "typed") => (document) =>
  entity(document, "dormers", id) ? { action: "set_dormer", input, set: { [`dormers/${id}`]: fields } } : null;

/**
 * So far along its slope's line, with its windows, and to its left if it does not stand on a wall: only a typed distance takes
 * it off that. Whole centimetres where it is dragged.
 * @param {string} id @param {{along: number, left?: number}} by @param {"typed" | "dragged"} [input] @returns {MakeEdit}
 */
export const moveDormer = (id, { along, left = 0 }, input = "typed") => (document) => {
  const dormer = entity(document, "dormers", id);
  if (!dormer) return null;
  const step = input === "dragged" ? STEP_MM : 1;
  const [low, high] = stretchOf(document, /** @type {any} */ (dormer));
  const wanted = Math.round((dormer.offset + along) / step) * step;
  const offset = Math.min(Math.max(wanted, Math.min(low, dormer.offset)), Math.max(high - dormer.width, dormer.offset));
  const deep = dormer.front === 0 ? 0 : Math.max(Math.round((dormer.front + left) / step) * step, 0);
  const front = input === "dragged" && deep < AT_WALL_MM ? 0 : deep;
  const windows = openingsIn(document, dormer).flatMap((one) => {
    const place = placed(document, one.wall, one.middle_mm + (offset - dormer.offset) * one.way, one.width);
    return place ? [[`openings/${one.id}`, place]] : [];
  });
  return { action: "set_dormer", input, set: { [`dormers/${id}`]: { offset, front }, ...Object.fromEntries(windows) } };
};

/** Its front so far from the slope's line, mm; off its wall it leaves no window behind. @param {string} id @param {number} front @returns {MakeEdit} */
export const setFront = (id, front) => (document) => {
  const dormer = entity(document, "dormers", id);
  if (!dormer) return null;
  const left = front > 0 ? openingsIn(document, dormer).map((one) => `openings/${one.id}`) : [];
  return { action: "set_dormer", input: "typed", set: { [`dormers/${id}`]: { front } }, remove: left };
};

/** From where to where along its slope's line a dormer has room, mm. @param {Document} document @param {{id: string, slope: string, offset: number, width: number}} dormer @returns {[number, number]} */
export function stretchOf(document, dormer) {
  const roof = roofAt(document, dormer.slope);
  if (!roof) return [dormer.offset, dormer.offset + dormer.width];
  const middle = dormer.offset + dormer.width / 2;
  return free(document, dormer.slope, roof, dormer.id).find(([low, high]) => low <= middle && middle <= high) ?? [0, roof.length_mm];
}

/** In the middle of the widest stretch of a slope that has no window, dormer or wall in it. @param {Document} document @param {string} slope @returns {NewDormer | null} */
export function placeFor(document, slope) {
  const [roof, found] = [roofAt(document, slope), entity(document, "slopes", slope)];
  if (!roof || !found) return null;
  const height = Math.min(USUAL.height, levelHeight(document, found.level));
  const [[from, to] = [0, 0]] = free(document, slope, roof).toSorted((one, other) => other[1] - other[0] - one[1] + one[0]);
  const width = Math.min(USUAL.width, to - from);
  if (height <= roof.knee || width < LEAST_WINDOW_MM) return null;
  return { slope, offset: Math.round(((from + to - width) / 2) / STEP_MM) * STEP_MM, width: Math.floor(width / STEP_MM) * STEP_MM, height };
}

/** The stretches along a slope's line in which nothing is, but for one dormer. @param {Document} document @param {string} slope @param {import("#geometry/roofs.js").Roof} roof @param {string} [but] @returns {[number, number][]} */
function free(document, slope, roof, but) {
  const held = [...dormersIn(document, slope).filter(({ id }) => id !== but), ...skylightsIn(document, slope)].map(({ offset, width }) => [offset, offset + width]);
  const level = entity(document, "slopes", slope)?.level;
  const walls = wallsOf(document, level).flatMap((wall) => {
    const line = centreLine(/** @type {any} */ (wall));
    if (!line || Math.abs(dot(wayOf(line), roof.way)) > 0.5) return [];
    return [0, line.length_mm].filter((at) => Math.abs(roof.left(line.at(at))) < MEETS_MM).map((at) => {
      const [end, half] = [roof.along(line.at(at)), halfAt(/** @type {any} */ (wall), at)];
      return [end - half, end + half];
    });
  });
  /** @type {[number, number][]} */
  const found = [];
  let from = 0;
  for (const [low, high] of [...held, ...walls].toSorted((one, other) => one[0] - other[0])) {
    if (low > from) found.push([from, Math.min(low, roof.length_mm)]);
    from = Math.max(from, high);
  }
  return from < roof.length_mm ? [...found, [from, roof.length_mm]] : found;
}

/** How far a dormer's ceiling goes from its front until it meets the slope, mm on the plan; a gable's along its ridge. @param {any} dormer @param {any} slope */
export function depthOf(dormer, slope) {
  const [rise, pitch] = [tangent(slope.angle_mdeg), tangent(dormer.angle_mdeg)];
  const over = dormer.height - slope.knee - dormer.front * rise;
  if (dormer.form === "gable") return (over + (dormer.width / 2) * pitch) / rise;
  return over / (dormer.form === "shed" ? Math.max(rise - pitch, 0.01) : rise);
}

/** How high a dormer's ceiling is that goes so far. @param {any} dormer @param {any} slope @param {number} depth_mm */
export function heightFor(dormer, slope, depth_mm) {
  const now = depthOf(dormer, slope);
  return Math.round(dormer.height + (depth_mm - now) / (depthOf({ ...dormer, height: dormer.height + 1 }, slope) - now));
}

/** @param {number} mdeg */
const tangent = (mdeg) => Math.tan((mdeg / 180_000) * Math.PI);
