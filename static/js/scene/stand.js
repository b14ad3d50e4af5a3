/** Where the eye stands, in the whole millimetres and thousandths of a degree that a plan keeps. */

/**
 * @typedef {import("#scene/eye.js").Eye} Eye
 * @typedef {Pick<import("#model/actions/saved_views.js").Stand, "inside" | "at" | "height" | "azimuth_mdeg" | "tilt_mdeg" | "distance">} Place
 */

/** @param {Pick<Eye, "orbit" | "walker" | "floor">} eye @returns {Place} */
export const placeOf = ({ orbit, walker, floor }) =>
  walker
    ? { inside: true, at: [mm(walker.x), mm(walker.y)], height: mm(floor), azimuth_mdeg: turn(walker.yaw), tilt_mdeg: mdeg(walker.pitch), distance: mm(orbit.distance) }
    : { inside: false, at: [mm(orbit.target[0]), mm(orbit.target[2])], height: mm(orbit.target[1]), azimuth_mdeg: turn(orbit.azimuth), tilt_mdeg: mdeg(orbit.elevation), distance: mm(orbit.distance) };

/** Brings the eye there. @param {Pick<Eye, "orbit" | "walker" | "floor">} eye @param {Place} place */
export const bring = (eye, { inside, at, height, azimuth_mdeg, tilt_mdeg, distance }) => {
  const [x, y] = [at[0] / 1000, at[1] / 1000];
  const [round, up] = [rad(azimuth_mdeg), rad(tilt_mdeg)];
  eye.walker = inside ? { x, y, yaw: round, pitch: up } : null;
  if (inside) eye.floor = height / 1000;
  else eye.orbit = { target: [x, height / 1000, y], azimuth: round, elevation: up, distance: distance / 1000 };
};

/** @param {number} metres */
const mm = (metres) => Math.round(metres * 1000);
/** @param {number} radians */
const mdeg = (radians) => Math.round((radians * 180_000) / Math.PI);
/** @param {number} radians */
const turn = (radians) => ((mdeg(radians) % 360_000) + 360_000) % 360_000;
/** @param {number} mdegrees */
const rad = (mdegrees) => (mdegrees * Math.PI) / 180_000;
