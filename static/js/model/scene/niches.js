/**
 * The insides of a scene's niches: back, jambs, sill and head, each with what covers it.
 * @typedef {import("#geometry/vector.js").Vector} Vector
 * @typedef {import("#geometry/recesses.js").Recess} Recess
 * @typedef {import("#geometry/walls.js").Solid} Solid
 * @typedef {import("#model/scene/site.js").Site} Site
 * @typedef {import("#model/scene/site.js").Surface} Surface
 * @typedef {import("#model/scene/site.js").HoleInWall} HoleInWall
 */
import { cellsOf } from "#geometry/cells.js";
import { ascending, heightAt, pairs } from "#geometry/heights.js";
import { isNiche } from "#geometry/niches.js";
import { facetsOf, near } from "#model/scene/site.js";

/**
 * One surface for each part that a room sees; of a niche that none sees, one that is bare.
 * @param {Site} site @param {Solid} solid @param {HoleInWall} hole @returns {Surface[]}
 */
export function nicheSurfaces(site, solid, hole) {
  const { opening } = hole;
  const inside = new Inside(site, solid, hole);
  const seen = site.surfaces.recesses.filter((one) => one.opening === opening.id);
  const named = { wall: solid.wall, side: opening.opens, opening: opening.id };
  if (seen.length === 0) return [site.surface("niche", inside.bare(), named)];
  const rows = ascending(seen.flatMap(({ z_from, z_to }) => [z_from, z_to]));
  return seen.map((one) => {
    const room = { room: site.numberOf(one.room), label: site.found.rooms[one.room].label, run: inside.run(one) };
    return site.surface("niche", inside.part(one, rows), { ...named, ...room, ...site.looks("niche", one.finish) });
  });
}

/** A niche's faces as polygons, as one sees them who stands before it. */
class Inside {
  /** @param {Site} site @param {Solid} solid @param {HoleInWall} hole */
  constructor(site, solid, { opening, area: [low, high, zLow, zHigh] }) {
    this.isRight = opening.opens === "right";
    this.site = site;
    this.solid = solid;
    this.opening = opening;
    this.low = low;
    this.high = high;
    this.zLow = zLow;
    this.zHigh = zHigh;
    this.top = site.top(solid, (along) => this.#mouth(along), low, high);
    this.holes = site.holesOf(solid.wall).filter((one) => !isNiche(one.opening)).map(({ area }) => area);
  }

  /** @param {Recess} recess @param {readonly number[]} rows */
  part({ face, from_mm, to_mm, z_from, z_to }, rows) {
    if (face === "back") return this.#back(from_mm, to_mm, z_from, z_to, rows);
    if (face === "jambs") return [this.#jamb(from_mm, z_from, z_to, from_mm < (this.low + this.high) / 2)];
    return this.#level(from_mm, to_mm, z_from, face === "sill");
  }

  /** The foot of what stands upright, from left to right as one stands before it: flat x, y. @param {Recess} recess */
  run({ face, from_mm, to_mm }) {
    if (face !== "back" && face !== "jambs") return null;
    const isLow = from_mm < (this.low + this.high) / 2;
    const spots = face === "jambs"
      ? [this.#mouth(from_mm), this.#bottom(from_mm)]
      : this.#places(from_mm, to_mm).map((along) => this.#bottom(along));
    const isForward = face === "jambs" ? isLow === this.isRight : this.isRight;
    return (isForward ? spots : spots.reverse()).flatMap((spot) => spot.map(near));
  }

  /** All of it, where no room sees it. */
  bare() {
    const zHigh = Math.min(this.zHigh, Math.max(...this.top.map(([, z]) => z)));
    const jambs = [this.low, this.high].map((along, place) =>
      this.#jamb(along, this.zLow, Math.min(zHigh, heightAt(/** @type {any} */ (this.top), along)), place === 0),
    );
    const head = zHigh === this.zHigh ? this.#level(this.low, this.high, this.zHigh, false) : [];
    return [...this.#back(this.low, this.high, this.zLow, zHigh, []), ...jambs, ...this.#level(this.low, this.high, this.zLow, true), ...head];
  }

  /** @param {number} low @param {number} high @param {number} zFrom @param {number} zTo @param {readonly number[]} rows */
  #back(low, high, zFrom, zTo, rows) {
    const top = this.site.top(this.solid, (along) => this.#mouth(along), low, high);
    return cellsOf({ top, holes: this.holes }, zFrom, zTo, facetsOf(this.solid), rows).map((cell) =>
      this.#flat((this.isRight ? cell : cell.toReversed()).map(([along, z]) => [...this.#bottom(along), z])),
    );
  }

  /** @param {number} along @param {number} zLow @param {number} zHigh @param {boolean} isLow */
  #jamb(along, zLow, zHigh, isLow) {
    const ends = [this.#mouth(along), this.#bottom(along)];
    const [one, other] = isLow === this.isRight ? ends : ends.reverse();
    return this.#flat([[...one, zLow], [...other, zLow], [...other, zHigh], [...one, zHigh]]);
  }

  /** @param {number} low @param {number} high @param {number} z @param {boolean} up */
  #level(low, high, z, up) {
    return pairs(this.#places(low, high)).map(([start, end]) => {
      const corners = [this.#edge(start, 1), this.#edge(end, 1), this.#edge(end, 0), this.#edge(start, 0)];
      return this.#flat((up ? corners : corners.reverse()).map((corner) => [...corner, z]));
    });
  }

  /** @param {number} low @param {number} high */
  #places(low, high) {
    return [low, ...facetsOf(this.solid).filter((stop) => low < stop && stop < high), high];
  }

  /** @param {number} along */
  #mouth(along) {
    return this.#edge(along, this.isRight ? 1 : 0);
  }

  /** @param {number} along */
  #bottom(along) {
    return this.#edge(along, this.isRight ? 0 : 1);
  }

  /** @param {number} along @param {0 | 1} end of what it takes of the wall: the left or the right one */
  #edge(along, end) {
    return this.solid.line.at(along, this.site.slab(this.solid.wall, this.opening, along)[end]);
  }

  /** @param {readonly (readonly number[])[]} spots */
  #flat(spots) {
    return spots.flatMap(([x, y, z]) => [x, y, z + this.site.elevation].map(near));
  }
}
