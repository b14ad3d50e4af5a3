/**
 * Outlines on the page in metres: read from a scene's flat millimetres, and asked what lies inside.
 * @typedef {[number, number][]} Ring
 */

/** @param {readonly number[]} flat x, y mm @returns {Ring} */
export const ringOf = (flat) =>
  flat.flatMap((value, place) => (place % 2 ? [] : [/** @type {[number, number]} */ ([value / 1000, flat[place + 1] / 1000])]));

/** @param {Ring} ring @param {number} x @param {number} y */
export const contains = (ring, x, y) => {
  let inside = false;
  for (let place = 0, before = ring.length - 1; place < ring.length; before = place, place += 1) {
    const [[px, py], [qx, qy]] = [ring[place], ring[before]];
    if (py > y !== qy > y && x < px + ((qx - px) * (y - py)) / (qy - py)) inside = !inside;
  }
  return inside;
};

/**
 * The corners of a rectangle about a point, turned clockwise on the page.
 * @param {number} x @param {number} y @param {number} turn radians @param {number} width @param {number} depth
 * @returns {Ring}
 */
export const rectangle = (x, y, turn, width, depth) => {
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  const [w, d] = [width / 2, depth / 2];
  return /** @type {Ring} */ (
    [[-w, -d], [w, -d], [w, d], [-w, d]].map(([u, v]) => [x + u * cosine - v * sine, y + u * sine + v * cosine])
  );
};

/** @param {number} mdeg */
export const radians = (mdeg) => (mdeg / 180_000) * Math.PI;
