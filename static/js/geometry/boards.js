/** Which tiles are boards: a plan holds both alike, a size, a joint, a colour and a pattern; twin of rooms/tiling/boards.py. */

/** From this many times its width on a brown tile looks like wood. */
const TIMES = 3;

/** @param {{size: readonly number[], tint: string, pattern: string}} tile */
export const looksWooden = ({ size, tint, pattern }) => isBrown(tint) && (pattern === "herringbone" || Math.max(...size) >= Math.min(...size) * TIMES);

/** Boards or planks are laid without a joint; wooden-looking tiles are not. @param {{size: readonly number[], tint: string, pattern: string, joint: number}} tile */
export const isBoard = (tile) => !tile.joint && looksWooden(tile);

/** @param {string} hex #rrggbb */
const isBrown = (hex) => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return red > green && green > blue && red - blue > red * 0.12;
};
