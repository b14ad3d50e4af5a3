/** The face of a wall: its stretches of paint and tiles in their colours, the joints, and the walls cut at both ends. */

import { thickest } from "#geometry/thickness.js";
import { seamsOver } from "#geometry/tile_pattern.js";
import { entity } from "#model/plan.js";
import { SKIRTING_MM } from "#model/unfolded.js";
import { placeOfTile } from "#model/tile_surface.js";
import { brightness } from "#plan/brightness.js";
import { line, ring, svg } from "#plan/svg.js";

/**
 * @typedef {import("#model/unfolded.js").UnfoldedWall} UnfoldedWall
 * @typedef {import("#model/unfolded.js").Strip} Strip
 * @typedef {[number, number]} Point
 */

const DARK = 110;
/** A wall is cut so wide at most: its thickness is told elsewhere. */
const CUT_MM = 160;
/** How far the line of the floor runs on past the room. */
const PAST_MM = 90;
let made = 0;

/** Upwards on the wall is upwards on the page. @param {readonly Point[]} points */
export const flipped = (points) => points.map(([x, z]) => /** @type {Point} */ ([x, -z]));

/** @param {UnfoldedWall} wall @param {(code: string) => string | null} paintOf @param {(strip: Strip) => string} [nameOf] what each is called; without it nothing can be touched */
export function ground(wall, paintOf, nameOf) {
  const bare = wall.pieces.map(({ outline }) => svg("path", { d: ring(flipped(outline)), class: "face" }));
  const backs = wall.backs.map((back) => stripMark(wall, back, -1, paintOf, undefined));
  return [...bare, ...wall.strips.map((strip, place) => stripMark(wall, strip, place, paintOf, nameOf)), ...backs, ...skirting(wall, paintOf)];
}

/** Only where it is painted. @param {UnfoldedWall} wall @param {(code: string) => string | null} paintOf */
function skirting(wall, paintOf) {
  const { finish, runs } = wall.skirting;
  const colour = paintOn(wall, finish, paintOf);
  return colour ? runs.map(([left, right]) => svg("path", { d: ring([[left, 0], [right, 0], [right, -SKIRTING_MM], [left, -SKIRTING_MM]]), class: "skirting", fill: colour })) : [];
}

/** The colour of a door's or skirting's finish. @param {UnfoldedWall} wall @param {string | null} finish @param {(code: string) => string | null} paintOf */
export const paintOn = ({ document }, finish, paintOf) => (finish && paintOf(entity(document, "finishes", finish)?.paint ?? "")) || null;

/** @param {UnfoldedWall} wall @param {Strip} strip @param {number} place @param {(code: string) => string | null} paintOf @param {((strip: Strip) => string) | undefined} nameOf */
function stripMark(wall, strip, place, paintOf, nameOf) {
  const finish = strip.finish ? entity(wall.document, "finishes", strip.finish) : null;
  const d = shapeOf(strip);
  const colour = (finish?.paint ? paintOf(finish.paint) : finish?.tile?.tint) ?? "transparent";
  const spoken = nameOf ? { "data-path": `walls/${wall.wall.id}`, "data-key": `strip ${place}`, role: "button", tabindex: -1, "aria-label": nameOf(strip) } : {};
  const edge = svg("path", { d, class: finish ? "strip" : "strip is-bare", fill: colour, ...spoken });
  return svg("g", {}, edge, ...(finish?.tile ? seams(strip, finish.tile, d) : []));
}

/** @param {Strip} strip */
export const shapeOf = ({ outline, holes }) => [outline, ...holes].map((points) => ring(flipped(points))).join("");

/** @param {Strip} strip @param {import("#geometry/tile_pattern.js").Tile} tile @param {string} d */
function seams({ surface, left }, tile, d) {
  const id = `strip-${(made += 1)}`;
  const { origin, turn } = placeOfTile(tile, surface);
  const lines = seamsOver(surface.box, tile, origin, turn).map((seam) => line(flipped(seam.map(([x, z]) => /** @type {Point} */ ([x + left, z]))))).join("");
  return [
    svg("clipPath", { id }, svg("path", { d, "clip-rule": "evenodd" })),
    svg("path", { d: lines, class: brightness(tile.tint) < DARK ? "seams is-on-dark" : "seams", "clip-path": `url(#${id})` }),
  ];
}

/** What the cut goes through: the walls at inner corners and between the stretches, filled; the floor's and the ceiling's line. @param {UnfoldedWall} wall @param {{before: UnfoldedWall, after: UnfoldedWall}} beside */
export function section(wall, { before, after }) {
  const { pieces } = wall;
  const width = wall.width_mm;
  const cuts = [
    ...(meetsInside(before, wall) ? [[-cutWidth(before), 0, wall.heightAt(0)]] : []),
    ...(meetsInside(wall, after) ? [[width, width + cutWidth(after), wall.heightAt(width)]] : []),
    ...pieces.slice(1).map((piece, place) => [pieces[place].right, piece.left, wall.heightAt(piece.left)]),
  ];
  return [
    ...cuts.map(([from, to, high]) => svg("path", { d: ring([[from, 0], [to, 0], [to, -high], [from, -high]]), class: "cut" })),
    ...pieces.map(({ outline }) => svg("path", { d: ring(flipped(outline)), class: "rim" })),
    svg("path", { d: line([[-CUT_MM - PAST_MM, 0], [width + CUT_MM + PAST_MM, 0]]), class: "floor-line" }),
  ];
}

/** How wide a wall is shown where it is cut. @param {UnfoldedWall} wall */
export const cutWidth = ({ wall }) => Math.min(thickest(wall), CUT_MM);

/** Whether the room's corner between two walls is an inner one, where the next wall comes towards the viewer. @param {UnfoldedWall} one @param {UnfoldedWall} next */
function meetsInside(one, next) {
  if (one === next) return false;
  const [out, ahead] = [one.outwards(one.width_mm), next.rightwards(0)];
  return out[0] * ahead[0] + out[1] * ahead[1] > 0.05;
}
