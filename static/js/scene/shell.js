/** Walls, floors, ceilings, doors and windows: meshes of pieces that are cut down, hidden and recoloured by entity. */
import { DoubleSide, Group, MeshBasicMaterial } from "three";

import materials from "#rooms/vocabulary/materials.json" with { type: "json" };
import { STUB_MM } from "#scene/cutaway.js";
import { carrierOf } from "#scene/edges.js";
import { hallsOf } from "#scene/halls.js";
import { PieceMesh } from "#scene/piece_mesh.js";
import { boxesPiece, surfaceLook, surfacePiece } from "#scene/pieces.js";
import { isSkirting, skirtingOf } from "#scene/skirting.js";
import { wallEndsOf } from "#scene/wall_ends.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {import("#model/scene/scene.js").SceneOpening} SceneOpening
 * @typedef {import("#model/scene/scene.js").Box} Box
 * @typedef {import("#scene/pieces.js").Piece} Piece
 * @typedef {import("#scene/materials.js").Palette} Palette
 * @typedef {[number, number, number]} Spot
 */

/** How far doors stand open: a little, so that one sees which way they go; wide, to walk through. */
export const AJAR = 0.3;
export const WIDE = 0.95;
/** What of a lowered ceiling lies above this height is left out with the ceiling. */
const FLUSH_MM = 2000;
/** The materials that are painted of doors and windows. */
const WOOD = ["front", "white"];

export class Shell {
  group = new Group();
  /** @type {Map<string, Surface>} */
  #surfaces = new Map();
  /** @type {Map<string, string>} */
  #signatures = new Map();
  /** @type {Map<string, SceneOpening>} */
  #openings = new Map();
  #joinerySignature = "";
  #coats = "";
  /** @type {ReadonlySet<string>} */
  #cut = new Set();
  #ceilings = false;
  /** What is chosen, which is seen even where it hangs in the air. @type {ReadonlySet<string>} */
  #kept = new Set();
  /** Whether everything casts its shadow as it is built, whatever is cut down to be looked at. */
  #asBuilt = false;

  /** @param {Palette} palette */
  constructor({ solid, glass }) {
    this.faces = new PieceMesh(solid);
    this.joinery = new PieceMesh(solid);
    this.panes = new PieceMesh(glass);
    this.panes.mesh.castShadow = false;
    this.built = new PieceMesh(new MeshBasicMaterial({ colorWrite: false, depthWrite: false, side: DoubleSide, shadowSide: DoubleSide }));
    this.built.mesh.raycast = () => {};
    this.trim = new PieceMesh(solid);
    this.trim.mesh.castShadow = false;
    this.trim.mesh.raycast = () => {};
    this.halls = new PieceMesh(solid);
    this.halls.mesh.raycast = () => {};
    this.group.add(this.faces.mesh, this.joinery.mesh, this.panes.mesh, this.trim.mesh, this.halls.mesh);
  }

  /** @param {Scene} scene @param {number} open the doors' share of their full swing @returns {boolean} whether any shape has changed */
  show(scene, open) {
    const faces = this.#showSurfaces(scene.surfaces);
    const joinery = this.#showOpenings(scene.openings, open);
    this.floors = new Map(scene.levels.map(({ id, elevation }) => [id, elevation]));
    this.bases = new Map(scene.walls.map(({ id, base }) => [id, base]));
    this.#paintWood(scene, faces);
    if (faces || joinery) this.halls.hold(hallsOf(scene));
    if (faces || joinery) this.#apply();
    if ((faces || joinery) && this.#asBuilt) this.#build();
    return faces || joinery;
  }

  /** Walls cast their shadows whole, and ceilings too, as in the sun that shines on a real house. @param {boolean} asBuilt */
  castAsBuilt(asBuilt) {
    if (asBuilt === this.#asBuilt) return;
    this.#asBuilt = asBuilt;
    this.faces.mesh.castShadow = this.joinery.mesh.castShadow = !asBuilt;
    if (asBuilt) this.#build();
    else this.group.remove(this.built.mesh);
  }

  /** Cuts these walls down, and the ceilings off unless wanted. @param {ReadonlySet<string>} cut @param {boolean} ceilings */
  cut(cut, ceilings) {
    this.#cut = cut;
    this.#ceilings = ceilings;
    this.#apply();
  }

  /** Roof windows with these ids stay when the ceilings are off. @param {ReadonlySet<string>} ids */
  keep(ids) {
    this.#kept = ids;
    this.#apply();
  }

  /** What all that may be painted is shown with. @param {import("three").Material} material */
  dress(material) {
    for (const { mesh } of [this.faces, this.joinery, this.trim]) mesh.material = material;
  }

  /**
   * What a triangle of one of the meshes belongs to.
   * @param {import("three").Object3D} mesh @param {number} triangle @returns {Surface | SceneOpening | null}
   */
  at(mesh, triangle) {
    if (mesh === this.faces.mesh) return this.#surfaces.get(this.faces.keyAt(triangle) ?? "") ?? null;
    const held = mesh === this.panes.mesh ? this.panes : this.joinery;
    return this.#openings.get((held.keyAt(triangle) ?? "").split(" ")[0]) ?? null;
  }

  /**
   * The shown pieces that pass, and the height in metres under which they are pressed.
   * @param {(surface: Surface) => boolean} wanted @returns {{piece: Piece, most: number}[]}
   */
  piecesOf(wanted) {
    const found = [...this.#surfaces].filter(([, surface]) => wanted(surface));
    return found.flatMap(([key, surface]) => {
      const piece = this.faces.pieceOf(key);
      return piece ? [{ piece, most: this.#heightOf(surface.wall) }] : [];
    });
  }

  dispose() {
    for (const mesh of [this.faces, this.joinery, this.panes, this.trim, this.halls, this.built]) mesh.dispose();
  }

  /** The doors to the outside are closed then. */
  #build() {
    const isOutside = (/** @type {SceneOpening} */ { rooms }) => rooms.includes(null);
    const closed = [...this.#openings.values()].filter(isOutside).flatMap((opening) => piecesOfOpening(opening, 0));
    const others = this.joinery.pieces.filter(([key]) => !isOutside(/** @type {SceneOpening} */ (this.#openings.get(key.split(" ")[0]))));
    this.built.hold(new Map([...this.faces.pieces, ...others, ...closed.filter(([key]) => !isPane(key))]));
    this.group.add(this.built.mesh);
  }

  /** @param {readonly Surface[]} surfaces */
  #showSurfaces(surfaces) {
    const keyed = withKeys(withoutJoints(surfaces));
    const signatures = new Map([...keyed].map(([key, surface]) => [key, shapeOf(surface)]));
    this.#surfaces = keyed;
    if (sameMap(signatures, this.#signatures)) {
      for (const [key, surface] of keyed) this.faces.recolour(key, surface.colour);
      return false;
    }
    const pieces = [...keyed].map(([key, surface]) => /** @type {[string, Piece]} */ ([key, this.#piece(key, surface, signatures)]));
    this.#signatures = signatures;
    this.faces.hold(new Map(pieces));
    return true;
  }

  /**
   * A piece that has not changed its shape keeps it.
   * @param {string} key @param {Surface} surface @param {Map<string, string>} signatures @returns {Piece}
   */
  #piece(key, surface, signatures) {
    const known = this.#signatures.get(key) === signatures.get(key) ? this.faces.pieceOf(key) : null;
    return known ? { ...known, look: surfaceLook(surface) } : surfacePiece(surface);
  }

  /** Doors, windows and skirting in their paint. @param {Scene} scene @param {boolean} isReshaped whether skirting is to be laid anew */
  #paintWood(scene, isReshaped) {
    const coats = JSON.stringify([scene.rooms.map(({ skirting }) => skirting.colour), scene.openings.map(({ colour }) => colour)]);
    if (isReshaped) this.trim.hold(new Map([...skirtingOf(scene), ...wallEndsOf(scene)]));
    else if (coats !== this.#coats) for (const [key, { look }] of skirtingOf(scene)) this.trim.recolour(key, look.colour);
    if (coats !== this.#coats) for (const [key] of this.joinery.pieces) if (isWood(key)) this.joinery.recolour(key, colourOf(/** @type {SceneOpening} */ (this.#openings.get(key.split(" ")[0])), materialOf(key)));
    this.#coats = coats;
  }

  /** @param {readonly SceneOpening[]} openings @param {number} open */
  #showOpenings(openings, open) {
    const signature = JSON.stringify([openings.map((opening) => ({ ...opening, finish: null, paint: null, colour: null })), open]);
    this.#openings = new Map(openings.map((opening) => [opening.id, opening]));
    if (signature === this.#joinerySignature) return false;
    this.#joinerySignature = signature;
    const pieces = openings.flatMap((opening) => piecesOfOpening(opening, open));
    this.joinery.hold(new Map(pieces.filter(([key]) => !isPane(key))));
    this.panes.hold(new Map(pieces.filter(([key]) => isPane(key))));
    return true;
  }

  #apply() {
    this.faces.lower((key) => this.#heightOf(this.#surfaces.get(key)?.wall ?? null));
    this.faces.show((key) => this.#isShown(/** @type {Surface} */ (this.#surfaces.get(key))));
    const isWhole = (/** @type {string} */ key) => this.#isHeld(/** @type {SceneOpening} */ (this.#openings.get(key.split(" ")[0])));
    this.joinery.show(isWhole);
    this.panes.show(isWhole);
    this.halls.show(() => this.#ceilings);
    this.trim.show((key) => isSkirting(key) || (this.#cut.size > 0 && !this.#cut.has(key.split(" ")[0])));
  }

  /** Does what it is in still stand? @param {SceneOpening} opening */
  #isHeld({ id, wall }) {
    return wall === null ? this.#ceilings || this.#kept.has(id) : !this.#cut.has(wall);
  }

  /** @param {Surface} surface */
  #isShown({ of, level, wall, opening, polygons }) {
    if (of === "ceiling") return this.#ceilings;
    if (of === "reveal" && !wall) return this.#ceilings || this.#kept.has(opening ?? "");
    if (of === "bulkhead") return this.#ceilings || Math.min(...heightsOf(polygons)) - (this.floors?.get(level) ?? 0) <= FLUSH_MM;
    const gap = of === "top" && opening && (this.#openings.get(opening)?.sill ?? 0) < STUB_MM;
    const above = of === "niche" && Math.min(...heightsOf(polygons)) / 1000 >= this.#heightOf(wall);
    return !above && !(gap && wall && this.#cut.has(wall));
  }

  /** @param {string | null} wall */
  #heightOf(wall) {
    return wall && this.#cut.has(wall) ? ((this.bases?.get(wall) ?? 0) + STUB_MM) / 1000 : Infinity;
  }
}

/** @param {readonly number[][]} polygons flat x, y, z */
const heightsOf = (polygons) => polygons.flatMap((spots) => spots.filter((_, place) => place % 3 === 2));

/** @param {string} key */
const isWood = (key) => WOOD.includes(materialOf(key));

/** @param {string} key */
const materialOf = (key) => key.slice(key.lastIndexOf(" ") + 1);

/** @param {SceneOpening} opening @param {string} material */
const colourOf = ({ colour }, material) => (WOOD.includes(material) && colour) || /** @type {Record<string, any>} */ (materials)[material].colour;

/** @param {string} key */
const isPane = (key) => key.endsWith(" glass");

/** @param {SceneOpening} opening @param {number} open @returns {[string, Piece][]} */
const piecesOfOpening = (opening, open) => {
  const still = carrierOf(opening);
  const found = byMaterial(opening.boxes).map(([material, boxes]) => pieceOf(`${opening.id} still`, material, boxes, still, opening));
  const turning = opening.leaves.flatMap((leaf, place) => {
    const carry = (/** @type {Spot} */ spot) => still(swung(spot, leaf.pivot, ((leaf.swing_mdeg * open) / 180_000) * Math.PI));
    return byMaterial(leaf.boxes).map(([material, boxes]) => pieceOf(`${opening.id} leaf${place}`, material, boxes, carry, opening));
  });
  return [...found, ...turning];
};

/** @param {string} name @param {string} material @param {Box[]} boxes @param {(spot: Spot) => Spot} carry @param {SceneOpening} opening @returns {[string, Piece]} */
const pieceOf = (name, material, boxes, carry, opening) => {
  const { roughness, metalness } = /** @type {Record<string, any>} */ (materials)[material];
  return [`${name} ${material}`, boxesPiece(boxes, carry, { colour: colourOf(opening, material), roughness, metalness })];
};

/** Turned about an upright axis. @param {Spot} spot @param {readonly [number, number]} pivot @param {number} angle @returns {Spot} */
export const swung = ([x, y, z], [px, py], angle) => {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return [px + (x - px) * cosine - (y - py) * sine, py + (x - px) * sine + (y - py) * cosine, z];
};

/** @param {readonly Box[]} boxes @returns {[string, Box[]][]} */
const byMaterial = (boxes) => {
  const words = [...new Set(boxes.map(({ material }) => material))];
  return words.map((word) => [word, boxes.filter(({ material }) => material === word)]);
};

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

/** @param {readonly Surface[]} surfaces @returns {Map<string, Surface>} each under what it is of, and the how-manieth of that */
const withKeys = (surfaces) => {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return new Map(
    surfaces.map((surface) => {
      const name = [surface.of, surface.wall, surface.side, surface.opening, surface.label ?? surface.room].join(" ");
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return [`${name} ${count}`, surface];
    }),
  );
};

/** All of a surface but its colour. @param {Surface} surface */
const shapeOf = (surface) => JSON.stringify({ ...surface, colour: null, paint: null, finish: null });

/** @param {Map<string, string>} one @param {Map<string, string>} other */
const sameMap = (one, other) => one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
