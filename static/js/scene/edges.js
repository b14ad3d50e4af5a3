/**
 * The edges of what stands in a scene, as stretches: flat x, y, z of both ends, metres of the viewer's frame.
 * @typedef {[number, number, number]} Spot
 */
import { radians, rectangle, ringOf } from "#scene/rings.js";

/** Between two flat facets of an arc there is no edge to see: only corners sharper than this (as a cosine) stand up. */
const FLAT_COSINE = 0.94;

/** @param {import("#model/scene/scene.js").SceneWall} wall @returns {number[]} */
export const wallEdges = ({ ring, base, height }) => prismEdges(ringOf(ring), base, base + height);

/** @param {import("#model/scene/scene.js").SceneOpening} opening @returns {number[]} */
export const openingEdges = (opening) => (opening.lean_mdeg ? leaningEdges(opening) : uprightEdges(opening));

/** @param {import("#model/scene/scene.js").SceneOpening} opening */
const uprightEdges = ({ at: [x, y, z], turn_mdeg, width, height, thickness }) =>
  prismEdges(rectangle(x / 1000, y / 1000, radians(turn_mdeg), width / 1000, thickness / 1000), z, z + height);

/** A roof window's, round its inner face. @param {import("#model/scene/scene.js").SceneOpening} opening */
const leaningEdges = (opening) => {
  const { width, height, thickness } = opening;
  const carry = carrierOf(opening);
  const corners = [[-1, 0], [1, 0], [1, 1], [-1, 1]].map(([side, up]) => carry([(side * width) / 2, -thickness / 2, up * height]));
  return corners.flatMap((corner, place) => [corner, corners[(place + 1) % 4]].flatMap(([x, y, z]) => [x / 1000, z / 1000, y / 1000]));
};

/** From the opening's own frame into the plan's, mm. @param {import("#model/scene/scene.js").SceneOpening} opening */
export const carrierOf = ({ at: [x, y, z], turn_mdeg, lean_mdeg = 0 }) => {
  const [turn, lean] = [radians(turn_mdeg), radians(lean_mdeg)];
  const [cosine, sine, upright, tipped] = [Math.cos(turn), Math.sin(turn), Math.cos(lean), Math.sin(lean)];
  return (/** @type {Spot} */ [u, v, w]) => {
    const back = v * upright - w * tipped;
    return /** @type {Spot} */ ([x + u * cosine - back * sine, y + u * sine + back * cosine, z + v * tipped + w * upright]);
  };
};

/** @param {import("#model/scene/scene.js").SceneItem} item @returns {number[]} */
export const itemEdges = ({ at: [x, y, z], turn_mdeg, size: [width, depth, height] }) =>
  prismEdges(rectangle(x / 1000, y / 1000, radians(turn_mdeg), width / 1000, depth / 1000), z, z + height);

/**
 * The edges that only one polygon of a piece has: its outline.
 * @param {{positions: readonly number[], indices: readonly number[]}} piece @param {number} most metres, above which it is cut off
 * @returns {number[]} flat x, y, z of both ends
 */
export const outlineOf = ({ positions, indices }, most) => {
  const spots = spotsOf(positions, most);
  /** @type {Map<string, [number, number] | null>} */
  const edges = new Map();
  for (let at = 0; at < indices.length; at += 3) {
    for (let side = 0; side < 3; side += 1) {
      const [from, to] = [indices[at + side], indices[at + ((side + 1) % 3)]];
      const key = [spots[from].key, spots[to].key].sort().join("|");
      if (spots[from].key !== spots[to].key) edges.set(key, edges.has(key) ? null : [from, to]);
    }
  }
  return [...edges.values()].flatMap((edge) => (edge ? [...spots[edge[0]].spot, ...spots[edge[1]].spot] : []));
};

/** The upright edges of an outline on the page, and those at its foot and head. @param {import("#scene/rings.js").Ring} ring @param {number} low mm @param {number} high */
const prismEdges = (ring, low, high) =>
  ring.flatMap(([x, y], place) => {
    const [bx, by] = ring[(place + ring.length - 1) % ring.length];
    const [nx, ny] = ring[(place + 1) % ring.length];
    const isCorner = cosine(x - bx, y - by, nx - x, ny - y) < FLAT_COSINE;
    const lying = [low, high].flatMap((height) => [x, height / 1000, y, nx, height / 1000, ny]);
    return isCorner ? [...lying, x, low / 1000, y, x, high / 1000, y] : lying;
  });

/** Of the angle between two ways on the page. @param {number} ax @param {number} ay @param {number} bx @param {number} by */
const cosine = (ax, ay, bx, by) => (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by) || 1);

/** @param {readonly number[]} positions @param {number} most */
const spotsOf = (positions, most) => {
  const spots = [];
  for (let at = 0; at < positions.length; at += 3) {
    const spot = /** @type {Spot} */ ([positions[at], Math.min(positions[at + 1], most), positions[at + 2]]);
    spots.push({ spot, key: spot.map((value) => Math.floor(value * 1000 + 0.5)).join(",") });
  }
  return spots;
};
