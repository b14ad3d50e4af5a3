/** Doors and windows as pieces: whole, and what is left of them where their wall has been cut low. */
import materials from "#rooms/vocabulary/materials.json" with { type: "json" };
import { carrierOf } from "#scene/edges.js";
import { boxesPiece } from "#scene/pieces.js";

/**
 * @typedef {import("#model/scene/scene.js").SceneOpening} SceneOpening
 * @typedef {import("#model/scene/scene.js").Box} Box
 * @typedef {import("#scene/pieces.js").Piece} Piece
 * @typedef {[number, number, number]} Spot
 */

/** The materials that are painted of doors and windows. */
const WOOD = ["front", "white"];
/** A window is drawn on the section of its cut wall as on a plan, its pane as a dark line: what stands for each, and how far out, mm. @type {Record<string, [string, number]>} */
const DRAWN = { white: ["white", 3], glass: ["plinth", 5] };

/** The key of the opening that a piece is of. @param {string} key */
export const openingOf = (key) => key.split(" ")[0];

/** @param {string} key */
export const isWood = (key) => WOOD.includes(materialOf(key));

/** @param {string} key */
export const isPane = (key) => key.endsWith(" glass");

/** A door's or a window's wood in its paint. @param {SceneOpening} opening @param {string} key of its piece */
export const woodColour = (opening, key) => colourOf(opening, materialOf(key));

/** @param {SceneOpening} opening @param {number} open the leaves' share of their full swing @returns {[string, Piece][]} */
export const piecesOfOpening = (opening, open) => carriedOf(opening, open, (boxes) => [...boxes]);

/**
 * What stands of a door under a height, and how a window above it is drawn on the section; nothing of a roof window.
 * @param {SceneOpening} opening @param {number} open the leaves' share of their full swing @param {number} height mm above the opening's sill, below 0: under it
 * @returns {[string, Piece][]}
 */
export const lowPiecesOf = (opening, open, height) => {
  if (opening.wall === null) return [];
  return carriedOf(opening, open, height > 0 ? (boxes) => underneath(boxes, height) : (boxes) => drawnOn(boxes, height, opening.thickness / 2));
};

/** Turned about an upright axis. @param {Spot} spot @param {readonly [number, number]} pivot @param {number} angle @returns {Spot} */
export const swung = ([x, y, z], [px, py], angle) => {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return [px + (x - px) * cosine - (y - py) * sine, py + (x - px) * sine + (y - py) * cosine, z];
};

/** @param {SceneOpening} opening @param {number} open @param {(boxes: readonly Box[]) => Box[]} shaped @returns {[string, Piece][]} */
const carriedOf = (opening, open, shaped) => {
  const still = carrierOf(opening);
  const found = byMaterial(shaped(opening.boxes)).map(([material, boxes]) => pieceOf(`${opening.id} still`, material, boxes, still, opening));
  const turning = opening.leaves.flatMap((leaf, place) => {
    const carry = (/** @type {Spot} */ spot) => still(swung(spot, leaf.pivot, ((leaf.swing_mdeg * open) / 180_000) * Math.PI));
    return byMaterial(shaped(leaf.boxes)).map(([material, boxes]) => pieceOf(`${opening.id} leaf${place}`, material, boxes, carry, opening));
  });
  return [...found, ...turning];
};

/** @param {readonly Box[]} boxes @param {number} height @returns {Box[]} */
const underneath = (boxes, height) =>
  boxes.filter(({ at }) => at[2] < height).map(({ material, at, size: [width, depth, high] }) => ({ material, at, size: [width, depth, Math.min(high, height - at[2])] }));

/** What lies within the wall. @param {readonly Box[]} boxes @param {number} height @param {number} half of the wall's thickness, mm @returns {Box[]} */
const drawnOn = (boxes, height, half) =>
  boxes.filter(({ material, at, size }) => material in DRAWN && Math.abs(at[1] + size[1] / 2) < half).map(({ material, at: [x, y], size: [width, depth] }) => {
    const [line, out] = DRAWN[material];
    return { material: line, at: [x, y, height], size: [width, depth, out] };
  });

/** @param {string} name @param {string} material @param {Box[]} boxes @param {(spot: Spot) => Spot} carry @param {SceneOpening} opening @returns {[string, Piece]} */
const pieceOf = (name, material, boxes, carry, opening) => {
  const { roughness, metalness } = /** @type {Record<string, any>} */ (materials)[material];
  return [`${name} ${material}`, boxesPiece(boxes, carry, { colour: colourOf(opening, material), roughness, metalness })];
};

/** @param {SceneOpening} opening @param {string} material */
const colourOf = ({ colour }, material) => (WOOD.includes(material) && colour) || /** @type {Record<string, any>} */ (materials)[material].colour;

/** @param {string} key */
const materialOf = (key) => key.slice(key.lastIndexOf(" ") + 1);

/** @param {readonly Box[]} boxes @returns {[string, Box[]][]} */
const byMaterial = (boxes) => {
  const words = [...new Set(boxes.map(({ material }) => material))];
  return words.map((word) => [word, boxes.filter(({ material }) => material === word)]);
};
