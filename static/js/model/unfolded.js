/**
 * One side of a wall as somebody in the room sees it, spread out flat: x to the viewer's right from its left end, z upwards
 * from the floor, mm; an arc is unrolled along itself. What rooms/drawing/wall_view.py is on paper.
 */

import { heading } from "#geometry/centreline.js";
import { footprint, frontWay } from "#geometry/footprint.js";
import { heightAt } from "#geometry/heights.js";
import { opensOn } from "#geometry/niches.js";
import { isIn } from "#geometry/outline.js";
import { measuredBy } from "#geometry/thickness.js";
import { across, dot, minus } from "#geometry/vector.js";
import { openingSpan } from "#geometry/walls.js";
import { lettered } from "#geometry/wall_letters.js";
import { entity, itemsOf, openingsOf } from "#model/plan.js";
import { faceAround, recessSurface, wallSurface } from "#model/tile_surface.js";

/**
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/outline.js").Found} Found
 * @typedef {import("#geometry/surfaces.js").Face} Face
 * @typedef {import("#geometry/surfaces.js").Surfaces} Surfaces
 * @typedef {import("#geometry/wall_letters.js").LetteredSide} LetteredSide
 * @typedef {[number, number]} Point
 *
 * What of the wall is wanted: the room that sees it, by its place among the found ones, and its side there.
 * @typedef {{room: number, wall: string, side: "left" | "right"}} Where
 *
 * A height's stretch of the face with one finish, or bare. `outline` and `holes` are of the view's own frame.
 * @typedef {{finish: string | null, z_from: number, z_to: number, face: Face, left: number, surface: import("#model/tile_surface.js").TileSurface,
 *   outline: Point[], holes: Point[][]}} Strip
 *
 * An opening or an item before the wall: its box on the face, and how far from the face it begins.
 * @typedef {{left: number, right: number, low: number, high: number}} Placed
 * @typedef {Placed & {item: any, away_mm: number, isFacing: boolean}} Standing
 * @typedef {Placed & {opening: any, isHungLeft: boolean, finish: string | null}} Aperture the finish is on a door's wood
 */

/** What begins farther from the face than this is not part of the wall's view. */
const BEFORE_MM = 700;
/** What begins nearer than this hangs on the wall or stands against it. */
export const AT_THE_WALL_MM = 120;
export const SKIRTING_MM = 80;
const FACING = Math.cos((3 * Math.PI) / 180);

export class UnfoldedWall {
  /** What stands before it, as long as the items are the same. @type {{items: unknown, standing: Standing[]} | null} */ #stood = null;

  /** @param {Document} document @param {Found} found @param {Surfaces} surfaces @param {LetteredSide & {room: number}} side */
  constructor(document, found, surfaces, { room, wall, side, letter, edges }) {
    this.document = document;
    this.found = found;
    this.room = room;
    this.wall = /** @type {any} */ (entity(document, "walls", wall));
    this.side = side;
    this.letter = letter;
    this.edges = edges;
    this.sign = side === "right" ? 1 : -1;
    const solid = found.solids.get(this.wall.level)?.get(wall);
    if (!solid) throw new Error(`the wall ${wall} is not among the rooms found`);
    this.line = solid.line;
    this.measure = measuredBy(this.wall, solid.line, this.side);
    const faces = surfaces.faces.filter((face) => face.room === room && face.wall === wall && face.side === side);
    this.low = Math.min(...faces.map(({ from_mm }) => from_mm));
    this.high = Math.max(...faces.map(({ to_mm }) => to_mm));
    const along = faces.reduce((sum, { from_mm, to_mm }) => sum + to_mm - from_mm, 0);
    this.share = along ? faces.reduce((sum, { length_mm }) => sum + length_mm, 0) / along : 1;
    this.width_mm = (this.high - this.low) * this.share;
    this.recesses = surfaces.recesses.filter((one) => one.room === room && one.wall === wall && one.side === side);
    this.woodwork = surfaces.woodwork;
    this.faces = faces.sort((one, other) => this.leftOf(one) - this.leftOf(other));
  }

  get isCurved() {
    return this.line.centre !== null;
  }

  /** Where on the view something lies so far along the wall. @param {number} along_mm */
  x(along_mm) {
    return (this.sign > 0 ? along_mm - this.low : this.high - along_mm) * this.share;
  }

  /** How far along the wall's centre line from a. @param {number} x */
  along(x) {
    return this.sign > 0 ? this.low + x / this.share : this.high - x / this.share;
  }

  /** @param {Face} face */
  leftOf(face) {
    return Math.min(this.x(face.from_mm), this.x(face.to_mm));
  }

  /** The face's stretch under or nearest to a place. @param {number} x @returns {Face} */
  faceAt(x) {
    const away = (/** @type {Face} */ face) => Math.max(this.leftOf(face) - x, x - Math.max(this.x(face.from_mm), this.x(face.to_mm)), 0);
    return this.faces.toSorted((one, other) => away(one) - away(other))[0];
  }

  /** Where on the view a point of the plan lies, square before the face. @param {Vector} point */
  xOf(point) {
    const { line } = this.measure;
    return this.x((line.along(point) * this.line.length_mm) / line.length_mm);
  }

  /** How far before the face, towards the viewer, a point of the plan lies. @param {Vector} point */
  out(point) {
    const { line, half } = this.measure;
    return line.right(point) * this.sign - half;
  }

  /** The point of the plan so far to the right and so far before the face. @param {number} x @param {number} out_mm @returns {Vector} */
  spot(x, out_mm) {
    const { line, half } = this.measure;
    return line.at(this.#measured(x), this.sign * (out_mm + half));
  }

  /** The unit direction on the plan that runs out of the wall towards the viewer. @param {number} x @returns {Vector} */
  outwards(x) {
    const { line } = this.measure;
    const [at, beside] = [line.at(this.#measured(x)), line.at(this.#measured(x), this.sign)];
    return minus(beside, at);
  }

  /** How far along the line by which the face is measured. @param {number} x */
  #measured(x) {
    return (this.along(x) * this.measure.line.length_mm) / this.line.length_mm;
  }

  /** The unit direction on the plan that runs to the viewer's right. @param {number} x @returns {Vector} */
  rightwards(x) {
    return heading(this.outwards(x));
  }

  /** The upper edges of the stretches of the face, from left to right. @returns {{left: number, right: number, outline: Point[]}[]} */
  get pieces() {
    return this.faces.map((face) => {
      const { outline } = wallSurface(face, { z_from: 0, z_to: Infinity });
      const left = this.leftOf(face);
      return { left, right: left + face.length_mm, outline: outline.map(([x, z]) => /** @type {Point} */ ([x + left, z])) };
    });
  }

  get highest_mm() {
    return Math.max(...this.pieces.flatMap(({ outline }) => outline.map(([, z]) => z)));
  }

  /** How high the wall and what stands before it reach: a wardrobe before the knee of a slope is higher. */
  get reach_mm() {
    return Math.max(this.highest_mm, ...this.standing.map(({ high }) => high));
  }

  /** How high the face reaches at a place. @param {number} x */
  heightAt(x) {
    const piece = this.pieces.find(({ left, right }) => left <= x && x <= right) ?? this.pieces[0];
    return heightAt(piece.outline.slice(1, -1).toSorted(([one], [other]) => one - other), x);
  }

  /** Every height's stretch of every stretch of the face, from the floor up. @returns {Strip[]} */
  get strips() {
    return this.faces.flatMap((face) => face.bands.map((band) => {
      const surface = wallSurface(face, band);
      const left = this.leftOf(face);
      const shifted = (/** @type {Point[]} */ ring) => ring.map(([x, z]) => /** @type {Point} */ ([x + left, z]));
      return { finish: band.finish, z_from: band.z_from, z_to: band.z_to, face, left, surface, outline: shifted(surface.outline), holes: surface.holes.map(shifted) };
    }));
  }

  /** The backs of the niches, height by height. @returns {Strip[]} */
  get backs() {
    return this.recesses.filter((one) => one.face === "back").flatMap((one) => {
      const face = faceAround(one, this.faces);
      if (!face) return [];
      const surface = recessSurface(one, this.faces);
      const left = this.leftOf(face);
      const shifted = (/** @type {Point[]} */ ring) => ring.map(([x, z]) => /** @type {Point} */ ([x + left, z]));
      return [{ finish: one.finish, z_from: one.z_from, z_to: one.z_to, face, left, surface, outline: shifted(surface.outline), holes: surface.holes.map(shifted) }];
    });
  }

  /** The finish on the room's skirting, and from where to where it runs: between the doors, nowhere on tiles. @returns {{finish: string | null, runs: Point[]}} */
  get skirting() {
    const isTiled = (/** @type {Face} */ { bands: [{ finish }] }) => Boolean(finish && entity(this.document, "finishes", finish)?.tile);
    const runs = this.faces.filter((face) => !isTiled(face)).flatMap((face) => boards(face).map((ends) => /** @type {Point} */ (ends.map((along) => this.x(along)).sort((one, other) => one - other))));
    return { finish: this.woodwork.skirting.get(this.room) ?? null, runs };
  }

  /** @returns {Aperture[]} */
  get apertures() {
    return openingsOf(this.document, this.wall.id).filter((opening) => opensOn(/** @type {any} */ (opening), this.side)).flatMap((opening) => {
      const span = openingSpan(this.wall, opening);
      const [left, right] = (span ?? [0, 0]).map((along) => this.x(along)).sort((one, other) => one - other);
      if (!span || right <= 0 || left >= this.width_mm) return [];
      const isHungNearA = (opening.hinge === "left") === (opening.opens === "right");
      return [{ opening, left, right, low: opening.sill, high: opening.sill + opening.height, isHungLeft: isHungNearA === this.sign > 0, finish: this.woodwork.openings.get(opening.id) ?? null }];
    });
  }

  /** The items of the room that begin near the wall, the farthest from the viewer first. @returns {Standing[]} */
  get standing() {
    const { items } = this.document;
    if (!this.#stood || this.#stood.items !== items) this.#stood = { items, standing: this.#stand() };
    return this.#stood.standing;
  }

  /** @returns {Standing[]} */
  #stand() {
    return itemsOf(this.document, this.wall.level)
      .filter((item) => isIn(this.found.rooms[this.room], item.at))
      .flatMap((item) => this.standingOf(item))
      .sort((one, other) => one.away_mm - other.away_mm || one.item.size[1] - other.item.size[1]);
  }

  /** An item as it stands before the wall; nothing where it does not. @param {any} item @returns {Standing[]} */
  standingOf(item) {
    const corners = footprint(item);
    const away = corners.map((corner) => this.out(corner));
    const xs = corners.map((corner) => this.xOf(corner));
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    if (Math.max(...away) <= 0 || Math.min(...away) > BEFORE_MM || left >= this.width_mm || right <= 0) return [];
    const isFacing = dot(frontWay(item.turn_mdeg), this.outwards((left + right) / 2)) > FACING;
    return [{ item, left, right, low: item.elevation, high: item.elevation + item.size[2], away_mm: Math.min(...away), isFacing }];
  }

  /** Where an item comes when it is moved so far to the right: as far before the face, turned with an arc. @param {any} item @param {number} by_mm @returns {{at: Point, turn_mdeg: number}} */
  moved(item, by_mm) {
    const x = this.xOf(item.at);
    const at = this.spot(x + by_mm, this.out(item.at));
    const [was, now] = [this.outwards(x), this.outwards(x + by_mm)];
    const turn = Math.round((Math.atan2(across(was, now), dot(was, now)) * 180_000) / Math.PI);
    return { at: whole(at), turn_mdeg: (((item.turn_mdeg + turn) % 360_000) + 360_000) % 360_000 };
  }
}

/** Where skirting runs on a face, mm along the wall. @param {Face} face @returns {Point[]} */
function boards({ top, cuts }) {
  const ends = [top[0][0], top[top.length - 1][0]];
  const doors = cuts.filter(({ z_from }) => z_from < SKIRTING_MM).sort((one, other) => one.from_mm - other.from_mm);
  const stops = [ends[0], ...doors.flatMap(({ from_mm, to_mm }) => [from_mm, to_mm]), ends[1]];
  return stops.flatMap((stop, place) => (place % 2 === 0 && stops[place + 1] > stop ? [/** @type {Point} */ ([stop, stops[place + 1]])] : []));
}

/** The walls about a room, spread out one by one, clockwise. @param {Document} document @param {Found} found @param {Surfaces} surfaces @param {number} room @returns {UnfoldedWall[]} */
export const unfoldedRoom = (document, found, surfaces, room) =>
  lettered(found.rooms[room]).map((side) => new UnfoldedWall(document, found, surfaces, { ...side, room }));

/** @param {Vector} point @returns {Point} */
const whole = ([x, y]) => [Math.floor(x + 0.5), Math.floor(y + 0.5)];
