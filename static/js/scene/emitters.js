/**
 * What lights a room, as places of which each picture of a sum (loop.js) takes one to cast shadows from: parts of windows or lamps, and the
 * parts of faces that throw light back. What one is drawn for more often than it gives light counts for less, so that the mean is right.
 */

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#scene/patches.js").Spot} Spot
 * @typedef {{at: Spot, normal: Spot, area: number, bright: number, weight: number, isSky?: boolean}} Emitter metres and m² of the viewer's frame; what a steradian
 *   of it sends, in the unit of the grids; how often it is drawn; sky is darker below the horizon
 */

const GOLDEN = 0.618034;
/** At most so many of all pictures are for what shines straight, for it does not come to faces that look away from it. */
const STRAIGHT = 0.45;
/** Lower walls stand behind things and throw less back than the bare room's. */
const LOW_M = 0.6;
/** What looks up or down more than this is no wall. */
const LEVEL = 0.5;
/** So far before a face nothing stands that hides it. */
const BEFORE_M = 0.05;

/**
 * Both kinds together, drawn as often as they give light and the thrown one not too seldom.
 * @param {readonly Omit<Emitter, "weight">[]} straight @param {readonly Omit<Emitter, "weight">[]} thrown @returns {Emitter[]}
 */
export const emittersOf = (straight, thrown) => {
  const [sent, back] = [straight, thrown].map((all) => all.reduce((sum, { area, bright }) => sum + area * bright, 0));
  const seldom = Math.min(1, (STRAIGHT * back) / ((1 - STRAIGHT) * sent || 1));
  const weighed = (/** @type {number} */ share) => (/** @type {Omit<Emitter, "weight">} */ emitter) => ({ ...emitter, weight: share * emitter.area * emitter.bright });
  return [...straight.map(weighed(back > 0 ? seldom : 1)), ...thrown.map(weighed(1))];
};

/**
 * The emitter of the so-manieth picture, and the share of all pictures that it has: well spread over the first few as over many.
 * @param {readonly Emitter[]} emitters at least one @param {number} step from 1 on @returns {{emitter: Emitter, share: number}}
 */
export const emitterAt = (emitters, step) => {
  const all = emitters.reduce((sum, { weight }) => sum + weight, 0);
  let left = ((0.5 + step * GOLDEN) % 1) * all;
  const emitter = emitters.find(({ weight }) => (left -= weight) < 0) ?? emitters[emitters.length - 1];
  return { emitter, share: emitter.weight / all };
};

/** Those that shine freely into their room: not low on a wall, and neither behind a thing nor inside it. @param {readonly Emitter[]} emitters @param {Scene} scene @param {number} room */
export const freeEmitters = (emitters, { items, rooms }, room) => {
  const least = rooms[room].floor / 1000 + LOW_M;
  return emitters.filter(({ at, normal, weight, isSky }) => {
    const [x, z, y] = at.map((value, axis) => value + normal[axis] * BEFORE_M);
    return weight > 0 && (isSky || ((Math.abs(normal[1]) > LEVEL || z > least) && !items.some((item) => isWithin(item, x, y, z))));
  });
};

/** Whether a thing's box holds a place, metres. @param {Scene["items"][number]} item @param {number} x @param {number} y @param {number} z */
const isWithin = ({ at, size: [width, depth, height], turn_mdeg }, x, y, z) => {
  const [dx, dy, up] = [x * 1000 - at[0], y * 1000 - at[1], z * 1000 - at[2]];
  const angle = (turn_mdeg / 180_000) * Math.PI;
  const [aside, ahead] = [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)];
  return Math.abs(aside) < width / 2 && Math.abs(ahead) < depth / 2 && up > 0 && up < height;
};
