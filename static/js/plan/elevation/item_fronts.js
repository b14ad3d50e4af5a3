/** What stands before a wall, seen from the room: as its kind draws its front, or as its parts show from there. The twin of rooms/drawing/elevation_items.py. */

import { meshOf } from "#model/mesh.js";
import { partsOf } from "#model/parts.js";
import { bodyBack, bodyFront, bodySide } from "#plan/body_symbol.js";
import { elevationSymbolOf } from "#plan/symbol.js";
import { ring, svg } from "#plan/svg.js";

/**
 * @typedef {import("#model/unfolded.js").UnfoldedWall} UnfoldedWall
 * @typedef {import("#model/unfolded.js").Standing} Standing
 * @typedef {import("#model/kinds.js").Kinds} Kinds
 */

const FILLS = /** @type {Record<string, string>} */ ({ paper: "#ffffff", shade: "#ececec", ink: "#161616" });
const SHADED = new Set(["glass", "mirror", "screen", "black", "water"]);
const LEAST_TRIANGLE_MM2 = 0.5;
/** The cosine within which one sees a thing squarely. */
const SQUARE = Math.cos((3 * Math.PI) / 180);

/**
 * @param {Standing} standing @param {UnfoldedWall} wall @param {Kinds} kinds @param {string} name spoken
 * @param {import("#plan/body_symbol.js").Body | null} [body] the outlines of the product's own model
 */
export function itemFront(standing, wall, kinds, name, body = null) {
  const { item, left, right, low, high } = standing;
  const grab = svg("rect", { x: left, y: -high, width: right - left, height: high - low, class: isPoint(item, kinds) ? "grab is-point" : "grab" });
  const spoken = { "data-path": `items/${item.id}`, "data-key": `items/${item.id}`, role: "button", tabindex: -1, "aria-label": name };
  return svg("g", { class: "item", ...spoken }, svg("g", { transform: transformOf(standing, wall) }, ...marks(standing, wall, kinds, body)), grab);
}

/** A point of the installations, dashed over what hides it. @param {Standing} standing @param {UnfoldedWall} wall @param {Kinds} kinds */
export function pointDashes(standing, wall, kinds) {
  const { item, isFacing } = standing;
  if (!isFacing || !isPoint(item, kinds)) return [];
  const lines = elevationSymbolOf(kinds.get(item.kind), item.size).filter(({ weight }) => weight === "outline");
  return [svg("g", { class: "hidden-point", transform: transformOf(standing, wall) }, ...lines.map(({ d }) => svg("path", { d, class: "stroke hidden", fill: "none" })))];
}

/** Sockets, switches, pipes, drains: measured by their middles. @param {any} item @param {Kinds} kinds */
export const isPoint = (item, kinds) => kinds.has(item.kind) && kinds.get(item.kind).sign;

/** @param {Standing} standing @param {UnfoldedWall} wall */
function transformOf({ item, isFacing }, wall) {
  const place = `translate(${wall.xOf(item.at)} ${-item.elevation})`;
  return isFacing && item.mirrored ? `${place} scale(-1 1)` : place;
}

/** @param {Standing} standing @param {UnfoldedWall} wall @param {Kinds} kinds @param {import("#plan/body_symbol.js").Body | null} body @returns {SVGElement[]} */
function marks({ item, left, right, isFacing }, wall, kinds, body) {
  if (!kinds.has(item.kind)) {
    const half = (right - left) / 2;
    return [svg("path", { d: ring([[-half, 0], [half, 0], [half, -item.size[2]], [-half, -item.size[2]]]), class: "stroke outline", fill: item.tint ?? FILLS.paper })];
  }
  const own = body ? ownMarks(item, isFacing, wall, body) : [];
  if (own.length) return own;
  if (!isFacing) return fromAside(item, kinds.get(item.kind), wall);
  return elevationSymbolOf(kinds.get(item.kind), item.size).map(({ d, weight, fill }) => svg("path", { d, class: `stroke ${weight}`, fill: fillOf(fill, item.tint) }));
}

/** The model as it shows from here, squarely; askew nothing. @param {any} item @param {boolean} isFacing @param {UnfoldedWall} wall @param {import("#plan/body_symbol.js").Body} body @returns {SVGElement[]} */
function ownMarks(item, isFacing, wall, body) {
  const right = wall.rightwards(wall.xOf(item.at));
  const turn = (item.turn_mdeg * Math.PI) / 180_000;
  const [across, deep] = [Math.cos(turn) * right[0] + Math.sin(turn) * right[1], Math.cos(turn) * right[1] - Math.sin(turn) * right[0]];
  const paths = (/** @type {import("#plan/symbol.js").Stroke[]} */ strokes) => strokes.map(({ d, weight, fill }) => svg("path", { d, class: `stroke ${weight}`, fill: fillOf(fill, null) }));
  const handed = (/** @type {SVGElement[]} */ held, /** @type {boolean} */ isTurned) => (isTurned && held.length ? [svg("g", { transform: "scale(-1 1)" }, ...held)] : held);
  if (isFacing) return paths(bodyFront(body, item.size));
  if (across < -SQUARE) return handed(paths(bodyBack(body, item.size)), !item.mirrored);
  return Math.abs(deep) > SQUARE ? handed(paths(bodySide(body, item.size)), deep < 0) : [];
}

/** Its parts as their skins show from here, the farthest first: a line around each, and over it the part without its inner lines. @param {any} item @param {import("#model/kinds.js").Kind} kind @param {UnfoldedWall} wall */
function fromAside(item, kind, wall) {
  const right = wall.rightwards(wall.xOf(item.at));
  const seen = partsOf(kind, item.size).map((part) => seenPart(part, item, right));
  return seen.sort((one, other) => one.nearness - other.nearness).flatMap(({ d, material }) => {
    const own = kind.tint.includes(material) ? item.tint : null;
    const fill = own ?? fillOf(SHADED.has(material) ? "shade" : "paper", null);
    return [svg("path", { d, class: "stroke aside", fill }), svg("path", { d, class: "within", fill, stroke: fill })];
  });
}

/** How near the part comes, and the triangles of its skin that turn one way, which cover what all of them do. @param {import("#model/forms.js").Part} part @param {any} item @param {readonly [number, number]} right */
function seenPart(part, item, right) {
  const { positions, indices } = meshOf(part);
  const turn = (item.turn_mdeg * Math.PI) / 180_000;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  let nearness = -Infinity;
  /** @type {[number, number][]} */
  const flat = [];
  for (let at = 0; at < positions.length; at += 3) {
    const x = item.mirrored ? -positions[at] : positions[at];
    const [dx, dy] = [x * cos - positions[at + 1] * sin, x * sin + positions[at + 1] * cos];
    nearness = Math.max(nearness, dy * right[0] - dx * right[1]);
    flat.push([dx * right[0] + dy * right[1], -positions[at + 2]]);
  }
  let d = "";
  for (let at = 0; at < indices.length; at += 3) {
    const [p, q, r] = [flat[indices[at]], flat[indices[at + 1]], flat[indices[at + 2]]];
    if ((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 2 * LEAST_TRIANGLE_MM2) d += ring([p, q, r]);
  }
  return { d, nearness, material: part.material };
}

/** The paper of a tinted thing takes its tint. @param {string | null} fill @param {string | null} tint */
const fillOf = (fill, tint) => (fill === "paper" && tint ? tint : (fill && FILLS[fill]) || "none");
