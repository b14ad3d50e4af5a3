/** Roof windows: put into a slope, slid along it and up it, resized. */

import { roofsOver } from "#geometry/ceilings.js";
import { roofsOf } from "#geometry/roofs.js";
import { newId } from "#model/ids.js";
import { entity, skylightsIn } from "#model/plan.js";

/** @typedef {import("#core/log.js").Document} Document */
/** @typedef {import("#core/log.js").Parts} Parts */
/** @typedef {readonly [number, number]} Point */
/** @typedef {import("#geometry/roofs.js").Roof} Roof */
/** @typedef {{width: number, height: number}} Size */
/** @typedef {(document: Document) => Parts | null} MakeEdit */

/** A usual size, mm along the slope and up it. */
export const USUAL = { width: 780, height: 1180 };
/** So high an upper edge lets one look out standing. */
const HEAD_MM = 2000;
const STEP_MM = 10;
const GAP_MM = 300;

/** @param {{slope: string, offset: number, sill: number, width?: number, height?: number}} window @param {string} [id] @returns {MakeEdit} */
export const addSkylight = (window, id = newId("skylights")) => (document) =>
  entity(document, "slopes", window.slope)
    ? { action: "add_skylight", input: "picked", set: { [`skylights/${id}`]: { width: USUAL.width, height: USUAL.height, ...window } } }
    : null;

/** @param {string} id @param {import("#core/log.js").Fields} fields @param {"typed" | "dragged"} [input] @returns {MakeEdit} */
export const setSkylight = (id, fields, input = "typed") => (document) =>
  entity(document, "skylights", id) ? { action: "set_skylight", input, set: { [`skylights/${id}`]: fields } } : null;

/** The slope over a place of the plan, the lowest where there are several. @param {Document} document @param {string} level @param {Point} at @returns {Roof | null} */
export function roofOver(document, level, at) {
  const over = roofsOver(document, level).filter((roof) => roof.left(at) >= 0 && roof.along(at) >= 0 && roof.beforeEnd(at) >= 0);
  return over.sort((one, other) => one.height(at) - other.height(at))[0] ?? null;
}

/** Where a window lies whose middle is at a place of the plan: whole centimetres along the slope and above the floor. @param {Roof} roof @param {Point} at @param {Size} size */
export function placeAt(roof, at, { width, height }) {
  const deep = height / Math.sqrt(1 + roof.rise * roof.rise);
  const offset = Math.min(Math.max(roof.along(at) - width / 2, 0), Math.max(roof.length_mm - width, 0));
  const sill = roof.knee + Math.max(roof.left(at) - deep / 2, 0) * roof.rise;
  return { slope: roof.slope, offset: stepped(offset), sill: stepped(sill) };
}

/** In the middle of a slope, or beside the windows that it has. @param {Document} document @param {string} slope @returns {{slope: string, offset: number, sill: number} | null} */
export function placeIn(document, slope) {
  const [roof] = roofsOf([/** @type {any} */ (entity(document, "slopes", slope))].filter(Boolean));
  if (!roof) return null;
  const taken = skylightsIn(document, slope);
  const rises = (USUAL.height * roof.rise) / Math.sqrt(1 + roof.rise * roof.rise);
  const last = taken.toSorted((one, other) => other.offset + other.width - one.offset - one.width)[0];
  const offset = last ? last.offset + last.width + GAP_MM : (roof.length_mm - USUAL.width) / 2;
  return { slope, offset: stepped(offset + USUAL.width > roof.length_mm ? 0 : offset), sill: Math.max(last?.sill ?? stepped(HEAD_MM - rises), roof.knee) };
}

/** The window so far along and up its slope as a way on the plan leads. @param {Document} document @param {any} window @param {Point} by mm on the plan */
export function shiftedBy(document, window, [x, y]) {
  const [roof] = roofsOf([/** @type {any} */ (entity(document, "slopes", window.slope))].filter(Boolean));
  if (!roof) return null;
  const [along, left] = [x * roof.way[0] + y * roof.way[1], x * roof.way[1] - y * roof.way[0]];
  return { offset: Math.round(window.offset + along), sill: Math.max(Math.round(Math.max(window.sill, roof.knee) + left * roof.rise), 0) };
}

/** How high above the floor its upper edge lies. @param {any} window @param {any} slope */
export const headOf = ({ sill, height }, { knee, angle_mdeg }) =>
  Math.round(Math.max(sill, knee) + height * Math.sin((angle_mdeg / 180_000) * Math.PI));

/** @param {number} mm */
const stepped = (mm) => Math.round(mm / STEP_MM) * STEP_MM;
