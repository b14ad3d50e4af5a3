/** What is chosen, drawn round in ink on white, through whatever stands before it. */
import { BufferGeometry, Float32BufferAttribute, Group, LineBasicMaterial, LineSegments } from "three";
import { LineMaterial } from "three/addons/lines/LineMaterial.js";
import { LineSegments2 } from "three/addons/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/addons/lines/LineSegmentsGeometry.js";

/** @typedef {[number, number, number]} Spot */

const INK = { color: 0x161616, linewidth: 2.5, order: 11 };
const HALO = { color: 0xffffff, linewidth: 5.5, order: 10 };

export class Outlines {
  group = new Group();

  constructor() {
    this.group.visible = false;
    this.lines = [HALO, INK].map(({ color, linewidth, order }) => {
      const material = new LineMaterial({ color, linewidth, depthTest: false, depthWrite: false, transparent: true, toneMapped: false });
      const line = new LineSegments2(new LineSegmentsGeometry(), material);
      line.renderOrder = order;
      line.frustumCulled = false;
      this.group.add(line);
      return line;
    });
  }

  /** Draws these stretches: flat x, y, z of both ends, metres. @param {readonly number[]} stretches */
  draw(stretches) {
    this.group.visible = stretches.length > 0;
    for (const line of this.lines) {
      line.geometry.dispose();
      line.geometry = new LineSegmentsGeometry();
      if (stretches.length > 0) line.geometry.setPositions(Float32Array.from(stretches));
    }
  }

  dispose() {
    for (const line of this.lines) {
      line.geometry.dispose();
      line.material.dispose();
    }
  }
}

/** Hairlines where faces meet, for a picture without light and shade. */
export class Hairlines {
  lines = new LineSegments(new BufferGeometry(), new LineBasicMaterial({ color: INK.color, opacity: 0.28, transparent: true, toneMapped: false }));

  constructor() {
    this.lines.visible = false;
    this.lines.frustumCulled = false;
  }

  /** @param {readonly number[]} stretches flat x, y, z of both ends, metres; none hides them */
  draw(stretches) {
    this.lines.visible = stretches.length > 0;
    this.lines.geometry.dispose();
    this.lines.geometry = new BufferGeometry().setAttribute("position", new Float32BufferAttribute(stretches, 3));
  }

  dispose() {
    this.lines.geometry.dispose();
    this.lines.material.dispose();
  }
}

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

/** @param {readonly number[]} positions @param {number} most */
const spotsOf = (positions, most) => {
  const spots = [];
  for (let at = 0; at < positions.length; at += 3) {
    const spot = /** @type {Spot} */ ([positions[at], Math.min(positions[at + 1], most), positions[at + 2]]);
    spots.push({ spot, key: spot.map((value) => Math.floor(value * 1000 + 0.5)).join(",") });
  }
  return spots;
};

/**
 * The twelve edges of a box whose eight corners are given: the four below in order, the four above.
 * @param {Spot[]} corners @returns {number[]}
 */
export const boxEdges = (corners) => {
  const pairs = [0, 1, 2, 3].flatMap((place) => {
    const next = (place + 1) % 4;
    return [[place, next], [place + 4, next + 4], [place, place + 4]];
  });
  return pairs.flatMap(([one, other]) => [...corners[one], ...corners[other]]);
};
