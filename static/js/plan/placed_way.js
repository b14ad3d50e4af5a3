/**
 * A path of absolute commands put in its place: mirrored, turned, moved. What stands on a large plan bears no transform of its
 * own, for a browser keeps a layer's worth of book on each of them.
 */

/** @param {string} d as `M 0 0 L 10 0`, its parts one space apart @param {{at: readonly [number, number], turn_mdeg: number, mirrored?: boolean}} place */
export function placedWay(d, { at: [atX, atY], turn_mdeg, mirrored = false }) {
  const turn = (turn_mdeg / 180_000) * Math.PI;
  const [cos, sin, side] = [Math.cos(turn), Math.sin(turn), mirrored ? -1 : 1];
  const point = (/** @type {number} */ x, /** @type {number} */ y) => `${tenth(atX + side * x * cos - y * sin)} ${tenth(atY + side * x * sin + y * cos)}`;
  const parts = d.split(" ");
  /** @type {string[]} */
  const placed = [];
  for (let next = 0; next < parts.length; ) {
    const letter = parts[next++];
    placed.push(letter);
    if (letter === "A") {
      const [alongX, alongY, own, large, sweep, x, y] = parts.slice(next, (next += 7)).map(Number);
      placed.push(`${alongX} ${alongY} ${side * own + turn_mdeg / 1000} ${large} ${mirrored ? 1 - sweep : sweep} ${point(x, y)}`);
    } else while (next < parts.length && !/[A-Z]/.test(parts[next])) placed.push(point(Number(parts[next++]), Number(parts[next++])));
  }
  return placed.join(" ");
}

/** @param {number} mm */
const tenth = (mm) => Math.round(mm * 10) / 10;
