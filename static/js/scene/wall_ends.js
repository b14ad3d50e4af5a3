/** The sections in which walls meet at their corners, seen where the one beside has been cut down: the other then ends square. */
import { thickest } from "#geometry/thickness.js";
import { surfacePiece } from "#scene/pieces.js";
import { contains } from "#scene/rings.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").SceneWall} SceneWall
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {import("#scene/pieces.js").Piece} Piece
 * @typedef {[number, number]} Place
 * @typedef {{at: Place, high: number}} Corner of an end, and how high the wall is there, mm
 */

/** As the section that a cut wall shows from above. */
export const SECTION = "#cbcbc9";
/** Corners of a wall's top lie so near over those of its footprint, and those of two walls so near to each other. */
const OVER_MM = 3;
/** A mitre longer than so many thicknesses stays as it is: squared it would stand out like a post. */
const LONG = 2;
/** No end of a wall is longer than so many thicknesses. */
const LONGEST = 6;
/** An end as long as this across is square already; a top that rises by more than this has no square end to be told. */
const [SQUARE_MM, LEVEL_MM] = [3, 5];

/** @param {Scene} scene @returns {Map<string, Piece>} by the wall, the one that it meets there, and a number */
export const wallEndsOf = ({ walls, surfaces }) => {
  const tops = surfaces.filter(({ of, opening }) => of === "top" && !opening);
  const seen = walls.filter(({ left, right }) => left.length > 0 || right.length > 0);
  const ends = walls.map((wall) => ({ wall, edges: endEdges(wall) }));
  const topsOf = new Map(walls.map(({ id }) => [id, /** @type {Surface[]} */ ([])]));
  for (const top of tops) topsOf.get(top.wall ?? "")?.push(top);
  return new Map(seen.flatMap((wall) => endsOf(wall, ends, topsOf.get(wall.id) ?? [])));
};

/** Is the end seen when these walls are cut down? @param {string} key of a piece @param {ReadonlySet<string>} cut */
export const isEndSeen = (key, cut) => {
  const [wall, beside] = key.split(" ");
  return !cut.has(wall) && cut.has(beside);
};

/**
 * Tells the wall in which a part of another lies, or against which it stands, and which hides all of it unless it is cut; null: none.
 * @param {readonly SceneWall[]} walls @returns {(surface: Surface) => string | null}
 */
export const hiddenIn = (walls) => {
  const bodies = walls.map((wall) => ({ wall, ring: placesOf(wall), edges: edgesOf(wall), reach: Math.hypot(lengthOf(wall), thickest(wall)) + Math.abs(wall.bulge) }));
  return ({ of, wall: own, level, polygons }) => {
    if (of !== "outer") return null;
    const spots = polygons.flatMap((polygon) => Array.from({ length: polygon.length / 3 }, (_, at) => polygon.slice(at * 3, at * 3 + 3)));
    const [[x0, y0]] = spots;
    const found = bodies.find(({ wall, ring, edges, reach }) => {
      if (wall.id === own || wall.level !== level || Math.hypot(wall.a[0] - x0, wall.a[1] - y0) > reach) return false;
      const holds = (/** @type {Place} */ place) => contains(ring, ...place) || edges.some((edge) => liesOn(edge, place));
      return spots.every(([x, y, z]) => z <= wall.base + wall.height + OVER_MM && holds([x, y]));
    });
    return found?.wall.id ?? null;
  };
};

/** @param {SceneWall} wall @param {readonly {wall: SceneWall, edges: [Place, Place][]}[]} ends of all @param {Surface[]} tops @returns {[string, Piece][]} */
const endsOf = (wall, ends, tops) =>
  endEdges(wall).flatMap(([from, to], place) => {
    const beside = ends.find((other) => other.wall !== wall && other.edges.some(([one, two]) => isAt(one, to) && isAt(two, from)))?.wall;
    if (!beside) return [];
    const corners = [from, to].map((at) => ({ at, high: topAt(wall, tops, at) }));
    const polygons = squared(wall, corners) ?? [facet(wall, corners)];
    const section = /** @type {Surface} */ ({ of: "top", tile: null, run: null, origin: null, colour: SECTION, polygons: polygons.flatMap((polygon) => [polygon, turned(polygon)]) });
    return [/** @type {[string, Piece]} */ ([`${wall.id} ${beside.id} end${place}`, surfacePiece(section)])];
  });

/** The wall's own part of its corner up to a square end, three faces; null where the end is square, too slant or a curve's. @param {SceneWall} wall @param {readonly Corner[]} corners @returns {number[][] | null} */
const squared = (wall, corners) => {
  const [near, far] = corners.toSorted((one, other) => outOf(wall, one.at) - outOf(wall, other.at));
  const out = outOf(wall, far.at) - outOf(wall, near.at);
  if (wall.bulge !== 0 || out < SQUARE_MM || out > LONG * thickest(wall) || Math.abs(near.high - far.high) > LEVEL_MM) return null;
  const [ux, uy] = wayOf(wall);
  const sign = alongOf(wall, near.at) > lengthOf(wall) / 2 ? 1 : -1;
  const end = { at: /** @type {Place} */ ([near.at[0] + ux * out * sign, near.at[1] + uy * out * sign]), high: far.high };
  const top = [near, end, far].flatMap(({ at, high }) => [...at, high]);
  return [facet(wall, [near, end]), facet(wall, [end, far]), top];
};

/** An upright face between two corners. @param {SceneWall} wall @param {readonly Corner[]} corners */
const facet = ({ base }, [one, two]) => [...one.at, base, ...two.at, base, ...two.at, two.high, ...one.at, one.high];

/** The corners of a wall's footprint. @param {SceneWall} wall @returns {Place[]} */
const placesOf = ({ ring }) => ring.flatMap((x, place) => (place % 2 ? [] : [/** @type {Place} */ ([x, ring[place + 1]])]));

/** Its edges. @param {SceneWall} wall @returns {[Place, Place][]} */
const edgesOf = (wall) => {
  const corners = placesOf(wall);
  return corners.map((from, place) => [from, corners[(place + 1) % corners.length]]);
};

/** Its edges that are no longer than a mitre may be. @param {SceneWall} wall */
const endEdges = (wall) => edgesOf(wall).filter(([one, two]) => Math.hypot(two[0] - one[0], two[1] - one[1]) < LONGEST * thickest(wall));

/** @param {Place} one @param {Place} other */
const isAt = (one, other) => Math.abs(one[0] - other[0]) < OVER_MM && Math.abs(one[1] - other[1]) < OVER_MM;

/** @param {readonly [Place, Place]} edge @param {Place} place */
const liesOn = ([[ax, ay], [bx, by]], [x, y]) => {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - dx * along, y - ay - dy * along) < OVER_MM;
};

/** @param {SceneWall} wall */
const lengthOf = ({ a, b }) => Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;

/** @param {SceneWall} wall @returns {Place} */
const wayOf = (wall) => [(wall.b[0] - wall.a[0]) / lengthOf(wall), (wall.b[1] - wall.a[1]) / lengthOf(wall)];

/** How far along its line a place is, mm from a. @param {SceneWall} wall @param {Place} place */
const alongOf = (wall, [x, y]) => {
  const [ux, uy] = wayOf(wall);
  return (x - wall.a[0]) * ux + (y - wall.a[1]) * uy;
};

/** How far a place is from the wall's middle along its line, mm. @param {SceneWall} wall @param {Place} place */
const outOf = (wall, place) => Math.abs(alongOf(wall, place) - lengthOf(wall) / 2);

/** @param {SceneWall} wall @param {Surface[]} tops @param {Place} place */
const topAt = ({ base, height }, tops, [x, y]) => {
  const over = tops.flatMap(({ polygons }) => polygons.flatMap((spots) =>
    spots.filter((_, place) => place % 3 === 2 && Math.hypot(spots[place - 2] - x, spots[place - 1] - y) < OVER_MM)));
  return over.length > 0 ? Math.max(...over) : base + height;
};

/** The same seen from behind. @param {readonly number[]} polygon */
const turned = (polygon) => Array.from({ length: polygon.length / 3 }, (_, place) => polygon.slice(place * 3, place * 3 + 3)).toReversed().flat();
