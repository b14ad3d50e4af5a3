/**
 * What another version of the plan had elsewhere, otherwise or no longer: its edges, and the colours its faces had.
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {(path: string) => boolean} Wanted whether an entity (`items/<id>`) is to be told of
 * @typedef {{stretches: number[], repainted: {surface: Surface, colour: string}[], retinted: {item: Scene["items"][number], colour: string}[]}} Former
 *   stretches are flat x, y, z of both ends in metres of the viewer's frame; colours are the former ones, #rrggbb
 */
import { itemEdges, openingEdges, wallEdges } from "#scene/edges.js";

const WALL = ["a", "b", "bulge", "thickness", "thickness_b", "base", "height"];
const OPENING = ["wall", "kind", "at", "turn_mdeg", "lean_mdeg", "width", "height", "thickness", "leaves"];
const ITEM = ["kind", "at", "size", "turn_mdeg", "mirrored"];

/** @param {Scene} former @param {Scene} scene the one that is shown @param {Wanted} wanted @returns {Former} */
export const formerOf = (former, scene, wanted) => {
  const others = (/** @type {"walls" | "openings" | "items"} */ name, /** @type {string[]} */ fields) => otherwise(former[name], scene[name], fields).filter((one) => wanted(`${"kind" in one && one.kind === "roof_window" ? "skylights" : name}/${one.id}`));
  return {
    stretches: [...others("walls", WALL).flatMap(wallEdges), ...others("openings", OPENING).flatMap(openingEdges), ...others("items", ITEM).flatMap(itemEdges)],
    repainted: repaintedOf(former.surfaces, scene.surfaces, wanted),
    retinted: otherwise(former.items, scene.items, ["tint"]).flatMap(({ id, tint }) => {
      const item = scene.items.find((one) => one.id === id);
      return item && tint && wanted(`items/${id}`) ? [{ item, colour: tint }] : [];
    }),
  };
};

/**
 * A swatch on a face: in the middle of its largest triangle.
 * @param {import("#scene/pieces.js").Piece} piece @param {number} most metres, above which it is cut off @param {string} colour
 * @returns {import("#scene/dashes.js").Swatch}
 */
export const swatchOn = ({ positions, normals, indices }, most, colour) => {
  const triangles = Array.from({ length: indices.length / 3 }, (_, place) => indices.slice(place * 3, place * 3 + 3).map((index) => positions.slice(index * 3, index * 3 + 3)));
  const [largest] = triangles.toSorted((one, other) => girth(other) - girth(one));
  const [x, y, z] = [0, 1, 2].map((axis) => (largest[0][axis] + largest[1][axis] + largest[2][axis]) / 3);
  return { at: [x, Math.min(y, most), z], normal: normals.slice(0, 3), colour };
};

/** A swatch on top of a thing. @param {Scene["items"][number]} item @param {string} colour @returns {import("#scene/dashes.js").Swatch} */
export const swatchOver = ({ at: [x, y, z], size }, colour) => ({ at: [x / 1000, (z + size[2]) / 1000, y / 1000], normal: [0, 1, 0], colour });

/** A triangle's sides, squared and added. @param {number[][]} triangle */
const girth = (triangle) => triangle.reduce((sum, spot, place) => sum + [0, 1, 2].reduce((part, axis) => part + (spot[axis] - triangle[(place + 1) % 3][axis]) ** 2, 0), 0);

/** Those that are not there now, or have other values. @param {readonly any[]} before @param {readonly any[]} now @param {readonly string[]} fields */
const otherwise = (before, now, fields) => {
  const look = (/** @type {any} */ one) => JSON.stringify(fields.map((field) => one[field]));
  const looks = new Map(now.map((one) => [one.id, look(one)]));
  return before.filter((one) => looks.get(one.id) !== look(one));
};

/** The faces and floors whose look was another, with the colour that they had. @param {Surface[]} before @param {Surface[]} now @param {Wanted} wanted */
const repaintedOf = (before, now, wanted) =>
  now.filter(({ of }) => of === "face" || of === "floor").flatMap((surface) => {
    const was = formerSurface(before, surface);
    const isOther = was && lookOf(was) !== lookOf(surface);
    return isOther && [was.finish, surface.finish].some((finish) => finish && wanted(`finishes/${finish}`)) ? [{ surface, colour: was.colour }] : [];
  });

/** The one that lay where this one lies: of the same wall's side or room, the nearest. @param {Surface[]} before @param {Surface} surface */
const formerSurface = (before, surface) => {
  const middle = middleOf(surface);
  const apart = (/** @type {Surface} */ one) => middleOf(one).reduce((sum, value, axis) => sum + (value - middle[axis]) ** 2, 0);
  const same = before.filter(({ of, wall, side, opening, label }) => of === surface.of && wall === surface.wall && side === surface.side && opening === surface.opening && (wall || !label || !surface.label || label === surface.label));
  return same.toSorted((one, other) => apart(one) - apart(other)).at(0);
};

/** @param {Surface} surface */
const lookOf = ({ colour, tile }) => JSON.stringify([colour, tile && [tile.size, tile.joint, tile.pattern]]);

/** The middle of its extent. @param {Surface} surface */
const middleOf = ({ polygons }) =>
  [0, 1, 2].map((axis) => {
    const values = polygons.flatMap((polygon) => polygon.filter((_, place) => place % 3 === axis));
    return (Math.min(...values) + Math.max(...values)) / 2;
  });
