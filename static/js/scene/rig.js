/**
 * Where the eye stands: on an orbit about a point of the plan, or at eye height inside; plain numbers, no WebGL.
 *
 * Metres in the viewer's frame (x right on the page, y up, z down the page). Azimuth 0 stands at the foot of the page
 * and looks up it; growing azimuths go round to the right of the page. Angles are radians.
 * @typedef {[number, number, number]} Spot
 * @typedef {{target: Spot, azimuth: number, elevation: number, distance: number}} Orbit
 */

const LOWEST = 0.06;
const HIGHEST = Math.PI / 2 - 0.01;
const NEAREST_M = 0.6;
const FARTHEST_M = 200;

/** Half of the vertical opening of a long lens, which keeps a model's walls upright. */
export const ORBIT_FOV_DEG = 32;

/** @param {Orbit} orbit @returns {Spot} where the eye is */
export const eyeOf = ({ target, azimuth, elevation, distance }) => {
  const [back, up] = [Math.cos(elevation) * distance, Math.sin(elevation) * distance];
  return [target[0] + Math.sin(azimuth) * back, target[1] + up, target[2] + Math.cos(azimuth) * back];
};

/** @param {Orbit} orbit @param {number} right radians @param {number} up radians @returns {Orbit} */
export const turned = (orbit, right, up) => ({
  ...orbit,
  azimuth: wrapped(orbit.azimuth + right),
  elevation: clamp(orbit.elevation + up, LOWEST, HIGHEST),
});

/**
 * Slides the target over the ground, so far to the right and so far away from the eye.
 * @param {Orbit} orbit @param {number} right metres @param {number} away metres @returns {Orbit}
 */
export const slid = (orbit, right, away) => {
  const [sine, cosine] = [Math.sin(orbit.azimuth), Math.cos(orbit.azimuth)];
  const [x, y, z] = orbit.target;
  return { ...orbit, target: [x + cosine * right - sine * away, y, z - sine * right - cosine * away] };
};

/**
 * Comes nearer by the factor (above 1), keeping the point of the ground `about` where it is seen.
 * @param {Orbit} orbit @param {number} factor @param {Spot} [about] @returns {Orbit}
 */
export const zoomed = (orbit, factor, about = orbit.target) => {
  const distance = clamp(orbit.distance / factor, NEAREST_M, FARTHEST_M);
  const share = 1 - distance / orbit.distance;
  const [x, y, z] = orbit.target;
  return { ...orbit, distance, target: [x + (about[0] - x) * share, y, z + (about[2] - z) * share] };
};

/**
 * The orbit from which all spots fill the view, seen in the same direction.
 * @param {Orbit} orbit @param {Spot[]} spots @param {number} aspect
 * @param {number} margin share of the view left free
 * @param {number} high share of the view's height that is to be filled @returns {Orbit}
 */
export const framed = (orbit, spots, aspect, margin = 0.06, high = 1) => {
  if (spots.length === 0) return orbit;
  let found = { ...orbit, target: middleOf(spots) };
  for (let round = 0; round < 4; round += 1) found = centred({ ...found, distance: reach(found, spots, aspect, margin, high) }, spots);
  return { ...found, distance: reach(found, spots, aspect, margin, high) };
};

/** The three directions of a view: right, up and back towards the eye. @param {Orbit} orbit @returns {[Spot, Spot, Spot]} */
const axesOf = ({ azimuth, elevation }) => {
  const [s, c, up, flat] = [Math.sin(azimuth), Math.cos(azimuth), Math.sin(elevation), Math.cos(elevation)];
  return [
    [c, 0, -s],
    [-s * up, flat, -c * up],
    [s * flat, up, c * flat],
  ];
};

/** @param {Orbit} orbit @param {Spot[]} spots @param {number} aspect @param {number} margin @param {number} share of the height */
const reach = (orbit, spots, aspect, margin, share) => {
  const half = Math.tan((ORBIT_FOV_DEG * Math.PI) / 360) * (1 - 2 * margin);
  const [wide, high] = [half * aspect, half * share];
  const [right, up, back] = axesOf(orbit);
  const needed = spots.map((spot) => {
    const from = minus(spot, orbit.target);
    return Math.max(Math.abs(dot(from, right)) / wide, Math.abs(dot(from, up)) / high) + dot(from, back);
  });
  return clamp(Math.max(...needed), NEAREST_M, FARTHEST_M);
};

/** Moves the target to the middle of what is seen. @param {Orbit} orbit @param {Spot[]} spots @returns {Orbit} */
const centred = (orbit, spots) => {
  const axes = axesOf(orbit);
  const shifts = axes.slice(0, 2).map((axis) => {
    const seen = spots.map((spot) => {
      const from = minus(spot, orbit.target);
      return dot(from, axis) / (1 - dot(from, axes[2]) / orbit.distance);
    });
    return (Math.max(...seen) + Math.min(...seen)) / 2;
  });
  const [right, up] = axes;
  const target = /** @type {Spot} */ (orbit.target.map((value, axis) => value + right[axis] * shifts[0] + up[axis] * shifts[1]));
  return { ...orbit, target };
};

/** @param {Spot[]} spots @returns {Spot} */
const middleOf = (spots) => /** @type {Spot} */ ([0, 1, 2].map((axis) => {
  const values = spots.map((spot) => spot[axis]);
  return (Math.min(...values) + Math.max(...values)) / 2;
}));

/** @param {Spot} a @param {Spot} b @returns {Spot} */
const minus = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/** @param {Spot} a @param {Spot} b */
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** @param {number} value @param {number} least @param {number} most */
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

/** @param {number} angle */
const wrapped = (angle) => angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
