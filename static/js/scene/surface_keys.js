/** Surfaces under names that stay while a plan is changed, so that what has not changed its shape is not built anew. */

/** @typedef {import("#model/scene/scene.js").Surface} Surface */

/** @param {readonly Surface[]} surfaces @returns {Map<string, Surface>} each under what it is of, and the how-manieth of that */
export const withKeys = (surfaces) => {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return new Map(
    withoutJoints(surfaces).map((surface) => {
      const name = [surface.of, surface.wall, surface.side, surface.opening, surface.label ?? surface.room].join(" ");
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return [`${name} ${count}`, surface];
    }),
  );
};

/** All of a surface but its colour. @param {Surface} surface */
export const shapeOf = (surface) => JSON.stringify({ ...surface, colour: null, paint: null, finish: null });

/**
 * Where two walls go on in one line their ends lie face to face: nobody sees them but as a flicker in the joint.
 * @param {readonly Surface[]} surfaces
 */
const withoutJoints = (surfaces) => {
  const places = surfaces.map(endPlace);
  return surfaces.filter((_, at) => !places[at] || places.indexOf(places[at]) === places.lastIndexOf(places[at]));
};

/** Where an outer end of a wall stands, to the centimetre; null for other surfaces. @param {Surface} surface */
const endPlace = ({ of, side, level, polygons: [polygon] }) => {
  if (of !== "outer" || (side !== "a" && side !== "b")) return null;
  const along = [0, 1].map((axis) => polygon.filter((_, place) => place % 3 === axis));
  return [level, ...along.map((values) => Math.round((Math.min(...values) + Math.max(...values)) / 20))].join(" ");
};
