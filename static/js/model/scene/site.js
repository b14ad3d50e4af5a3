/**
 * What the surfaces of a scene's level are made from, and what they look like.
 *
 * A surface names what it belongs to, so that it can be painted and picked. Its polygons are convex, flat x, y, z (mm,
 * at most one decimal), and run so that the outward normal of corners a, b, c is (c - a) × (b - a), as in model/mesh.js.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/entities.js").Plan} Plan
 * @typedef {import("#geometry/entities.js").Opening} Opening
 * @typedef {import("#geometry/outline.js").Found} Found
 * @typedef {import("#geometry/outline.js").Room} Room
 * @typedef {import("#geometry/surfaces.js").Surfaces} Surfaces
 * @typedef {import("#geometry/walls.js").Solid} Solid
 * @typedef {import("#geometry/cells.js").Area} Area
 * @typedef {import("#geometry/roofs.js").Roof} Roof
 * @typedef {{opening: Opening, area: Area}} HoleInWall
 * @typedef {(along: number) => Vector} Spotter the point of the page at a place along a wall, mm from a
 * @typedef {(code: string) => string | null | undefined} PaintOf a paint's #rrggbb by its code
 * @typedef {{finish: string | null, paint: string | null, colour: string | null}} Coat of a door or skirting; all null where it is bare
 *
 * @typedef {object} Surface
 * @property {"face" | "outer" | "top" | "reveal" | "niche" | "floor" | "ceiling" | "bulkhead"} of
 * @property {string} level
 * @property {string | null} wall
 * @property {string | null} side left, right, or a wall's end a or b
 * @property {string | null} opening
 * @property {number | null} room its place among the scene's rooms
 * @property {string | null} label of the room
 * @property {string | null} finish
 * @property {string | null} paint
 * @property {{size: [number, number], joint: number, tint: string, pattern: string} | null} tile
 * @property {string} colour
 * @property {number[] | null} run the foot from left to right as one stands before it, flat x, y
 * @property {[number, number] | null} origin where tiles begin on a floor
 * @property {number[][]} polygons
 */
import { bodies } from "#geometry/bodies.js";
import { roofsByRooms } from "#geometry/ceilings.js";
import { entities, entity, wallHeights } from "#geometry/entities.js";
import { topOf } from "#geometry/heights.js";
import { nichesOf, slabOf, takesWall } from "#geometry/niches.js";
import { lowered, loweredTop } from "#geometry/slopes.js";
import { halfAt } from "#geometry/thickness.js";
import { minus } from "#geometry/vector.js";
import { openingSpan } from "#geometry/walls.js";

/** What is not painted: plaster, and the section that a cut wall shows. */
const BARE = {
  face: "#f3f3f2",
  outer: "#e2e2e1",
  top: "#cbcbc9",
  reveal: "#f7f7f6",
  niche: "#f3f3f2",
  floor: "#d8d8d6",
  ceiling: "#fbfbfa",
  bulkhead: "#fbfbfa",
};
export const SIDES = /** @type {const} */ (["left", "right"]);
/** Halves are meant to go up, also when rounding errors have left them a little short. */
const TIE = 1e-3;

const HIGHEST_MM = 100_000;
/** Of an opening of which slopes leave less nothing is shown. */
const LEAST_OPENING_MM = 50;

/** One level: `places` numbers the found rooms among the scene's, `holes` are the openings of each wall. */
export class Site {
  /**
   * @param {Plan} plan @param {Found} found @param {Surfaces} surfaces @param {string} level @param {PaintOf} paintOf
   * @param {Map<number, number>} places
   */
  constructor(plan, found, surfaces, level, paintOf, places) {
    this.plan = plan;
    this.found = found;
    this.surfaces = surfaces;
    this.level = level;
    this.paintOf = paintOf;
    this.places = places;
    this.elevation = /** @type {number} */ (entity(plan, "levels", level).elevation);
    this.solids = /** @type {Map<string, Solid>} */ (found.solids.get(level));
    this.roofs = roofsByRooms(plan, found, level);
    this.finishes = new Map(entities(plan, "finishes").map((finish) => [finish.id, finish]));
    this.walls = new Map(bodies(plan).map((body) => [body.id, /** @type {any} */ (body)]));
    this.holes = new Map([...this.solids].map(([id, solid]) => [id, this.#holesOf(id, solid)]));
  }

  /** @returns {{place: number, room: Room}[]} */
  get rooms() {
    return this.found.rooms.map((room, place) => ({ place, room })).filter(({ room }) => room.level === this.level);
  }

  /** The scene's number of a found room. @param {number} place */
  numberOf(place) {
    return /** @type {number} */ (this.places.get(place));
  }

  /** @param {string} wall @returns {HoleInWall[]} */
  holesOf(wall) {
    return this.holes.get(wall) ?? [];
  }

  /**
   * The wall's upper edge over a stretch of a line along it, which lies at `spot`, cut by the slopes.
   * @param {Solid} solid @param {Spotter} spot @param {number} low @param {number} high
   * @returns {readonly Vector[]}
   */
  top({ wall, line }, spot, low, high) {
    const top = topOf(this.plan, this.walls.get(wall), line, low, high);
    return line.centre || this.roofs.length === 0 ? top : this.#underSlopes(top, spot);
  }

  /** The wall's height above the floor at a point of the page, under the slopes; it may step: as `beside`. @param {Solid} solid @param {Vector} point @param {Vector} [beside] */
  height({ wall, line }, point, beside = point) {
    const [atA, atB] = wallHeights(this.plan, this.walls.get(wall));
    const share = Math.min(Math.max(line.along(point) / line.length_mm, 0), 1);
    return lowered(atA + (atB - atA) * share, point, this.roofs, beside);
  }

  /** Where the face of a wall's side lies. @param {Solid} solid @param {string} side @returns {Spotter} */
  face({ wall, line }, side) {
    const [body, sign] = [this.walls.get(wall), side === "right" ? 1 : -1];
    return (along) => line.at(along, sign * halfAt(body, along));
  }

  /** What an opening takes of its wall's thickness there, mm to the right of the centre line. @param {string} wall @param {Opening} opening @param {number} along_mm */
  slab(wall, opening, along_mm) {
    return slabOf(this.walls.get(wall), opening, nichesOf(this.plan, wall), along_mm);
  }

  /** The colour of a surface, and the paint or tile that it has it from. @param {Surface["of"]} of @param {string | null} id of a finish */
  looks(of, id) {
    const finish = id === null ? null : this.finishes.get(id);
    if (!finish) return { finish: null, paint: null, tile: null, colour: BARE[of] };
    const colour = finish.tile ? finish.tile.tint : this.paintOf(finish.paint ?? "");
    return { finish: finish.id, paint: finish.paint, tile: finish.tile, colour: colour || BARE[of] };
  }

  /** The paint on a door or on skirting; no colour where there is none, or nobody knows it. @param {string | undefined} id of a finish @returns {Coat} */
  coat(id) {
    const finish = this.finishes.get(id ?? "");
    if (!finish?.paint) return { finish: null, paint: null, colour: null };
    return { finish: finish.id, paint: finish.paint, colour: this.paintOf(finish.paint) ?? null };
  }

  /**
   * A surface of this level; fields that are not named are of nothing.
   * @param {Surface["of"]} of @param {number[][]} polygons @param {Partial<Surface>} fields @returns {Surface}
   */
  surface(of, polygons, fields) {
    const bare = { wall: null, side: null, opening: null, room: null, label: null, run: null, origin: null };
    return { of, level: this.level, ...bare, ...this.looks(of, null), ...fields, polygons };
  }

  /**
   * A surface of the floor or ceiling of a room.
   * @param {"floor" | "ceiling"} of @param {number} place @param {number[][]} polygons
   * @param {Partial<Surface>} fields @returns {Surface}
   */
  plane(of, place, polygons, fields = {}) {
    const room = this.found.rooms[place];
    const finish = this.surfaces.planes.find((plane) => plane.room === place && plane.face === of)?.finish ?? null;
    const origin = /** @type {[number, number]} */ ([0, 1].map((axis) => near(Math.min(...room.polygon.map((point) => point[axis])))));
    return this.surface(of, polygons, { room: this.numberOf(place), label: room.label, origin, ...this.looks(of, finish), ...fields });
  }

  /** The wall's openings, each only so high as the slopes over it leave room. @param {string} id @param {Solid} solid @returns {HoleInWall[]} */
  #holesOf(id, solid) {
    const wall = this.walls.get(id);
    const niches = nichesOf(this.plan, id);
    return entities(this.plan, "openings").flatMap((opening) => {
      const span = opening.wall === id && this.plan.walls?.[id] ? openingSpan(wall, opening) : null;
      if (!span || !takesWall(wall, opening, niches)) return [];
      const height = Math.min(opening.height, Math.floor(this.#lowest(solid, span)) - opening.sill);
      return height < LEAST_OPENING_MM ? [] : [{ opening: { ...opening, height }, area: /** @type {Area} */ ([...span, opening.sill, opening.sill + height]) }];
    });
  }

  /** How high the slopes let a straight wall be between two places along it. @param {Solid} solid @param {readonly number[]} span */
  #lowest(solid, [low, high]) {
    if (this.roofs.length === 0 || solid.line.centre) return HIGHEST_MM;
    const tops = SIDES.flatMap((side) => this.#underSlopes([[low, HIGHEST_MM], [high, HIGHEST_MM]], this.face(solid, side)));
    return Math.min(...tops.map(([, z]) => z));
  }

  /** An upper edge, [mm from a, mm above the floor] each, over the line at `spot`, cut by the slopes. @param {readonly Vector[]} top @param {Spotter} spot */
  #underSlopes(top, spot) {
    const start = spot(0);
    return loweredTop(top, start, minus(spot(1), start), this.roofs);
  }
}

/** Where along an arc its facets meet, mm from a; none on a straight wall. @param {Solid} solid @returns {number[]} */
export const facetsOf = ({ line: { centre, points, length_mm } }) =>
  centre ? points.slice(1, -1).map((_, place) => (length_mm * (place + 1)) / (points.length - 1)) : [];

/** A tenth of a millimetre, as the server writes it too. @param {number} value */
export const near = (value) => Math.floor(value * 10 + 0.5 + TIE) / 10;
