/** Where the mirrors of a scene hang: the plane of each, its corners, and the room that it shows. */
import { Vector3 } from "three";

import { meshOf } from "#model/mesh.js";
import { partsOf } from "#model/parts.js";
import { matrixOf } from "#scene/furniture.js";
import { roomAt } from "#scene/grounds.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").SceneItem} SceneItem
 * @typedef {{normal: Vector3, point: Vector3, corners: Vector3[], room: number | null}} MirrorFace metres of the viewer's frame; the normal looks into the room
 * @typedef {{normal: Vector3, area: number, corners: Vector3[]}} Side
 */

const MATERIAL = "mirror";
/** Panes that lie no farther apart are one mirror. */
const DEEP_M = 0.06;
const ALIKE = 0.99;
/** So far before a mirror is the room that it shows. */
const BEFORE_M = 0.1;

/** @param {Scene} scene @param {import("#scene/furniture.js").Kinds} kinds @returns {MirrorFace[]} */
export const mirrorsOf = (scene, kinds) => scene.items.flatMap((item) => facesOf(item, kinds).map((face) => ({ ...face, room: roomBefore(scene, face) })));

/** @param {SceneItem} item @param {import("#scene/furniture.js").Kinds} kinds */
const facesOf = ({ kind, size, tint, ...item }, kinds) => {
  const panes = kinds.has(kind) ? partsOf(kinds.get(kind), size, tint).filter((/** @type {any} */ part) => part.material === MATERIAL) : [];
  const place = matrixOf({ kind, size, tint, ...item });
  /** @type {Omit<MirrorFace, "room">[]} */
  const found = [];
  for (const side of panes.map((/** @type {any} */ pane) => largestSide(pane, item.mirrored))) {
    const normal = side.normal.clone().transformDirection(place);
    const corners = side.corners.map((corner) => corner.clone().applyMatrix4(place));
    const same = found.find((one) => one.normal.dot(normal) > ALIKE && Math.abs(corners[0].clone().sub(one.point).dot(normal)) < DEEP_M);
    if (same) same.corners.push(...corners);
    else found.push({ normal, point: corners[0], corners });
  }
  return found;
};

/** The largest flat side of a pane; of two as large the one before. @param {any} part @param {boolean} mirrored @returns {Side} */
const largestSide = (part, mirrored) => {
  const { positions, indices } = meshOf(part);
  const hand = mirrored ? -1 : 1;
  const spot = (/** @type {number} */ index) => new Vector3((hand * positions[index * 3]) / 1000, positions[index * 3 + 2] / 1000, positions[index * 3 + 1] / 1000);
  /** @type {Side[]} */
  const sides = [];
  for (let at = 0; at < indices.length; at += 3) {
    const corners = [spot(indices[at]), spot(indices[at + 1]), spot(indices[at + 2])];
    const across = corners[1].clone().sub(corners[0]).cross(corners[2].clone().sub(corners[0])).multiplyScalar(hand / 2);
    const [area, normal] = [across.length(), across.clone().normalize()];
    const same = sides.find((side) => side.normal.dot(normal) > ALIKE);
    if (same) Object.assign(same, { area: same.area + area, corners: [...same.corners, ...corners] });
    else sides.push({ normal, area, corners });
  }
  return sides.reduce((best, side) => (side.area > best.area * 1.01 || (side.area > best.area * 0.99 && side.normal.z > best.normal.z) ? side : best));
};

/** @param {Scene} scene @param {Omit<MirrorFace, "room">} face */
const roomBefore = (scene, { normal, corners }) => {
  const middle = corners.reduce((sum, corner) => sum.add(corner), new Vector3()).divideScalar(corners.length).addScaledVector(normal, BEFORE_M);
  return roomAt(scene, middle.x, middle.z);
};
