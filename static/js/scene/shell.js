/** Walls, floors, ceilings, doors and windows: meshes of pieces that are cut down, hidden and recoloured by entity. */
import { DoubleSide, Group, MeshBasicMaterial } from "three";

import { STUB_MM } from "#scene/cutaway.js";
import { hallsOf } from "#scene/halls.js";
import { isPane, isWood, lowPiecesOf, openingOf, piecesOfOpening, woodColour } from "#scene/opening_pieces.js";
import { PieceMesh } from "#scene/piece_mesh.js";
import { surfaceLook, surfacePiece } from "#scene/pieces.js";
import { isSkirting, skirtingOf } from "#scene/skirting.js";
import { shapeOf, withKeys } from "#scene/surface_keys.js";
import { SECTION, hiddenIn, isEndSeen, wallEndsOf } from "#scene/wall_ends.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").Surface} Surface
 * @typedef {import("#model/scene/scene.js").SceneOpening} SceneOpening
 * @typedef {import("#scene/pieces.js").Piece} Piece
 * @typedef {import("#scene/materials.js").Palette} Palette
 */

/** How far doors stand open: a little, so that one sees which way they go; wide, to walk through. */
export const AJAR = 0.3;
export const WIDE = 0.95;
/** What of a lowered ceiling lies above this height is left out with the ceiling. */
const FLUSH_MM = 2000;

export class Shell {
  group = new Group();
  /** @type {Map<string, Surface>} */
  #surfaces = new Map();
  /** @type {Map<string, string>} */
  #signatures = new Map();
  /** The walls that hide what lies in them of others, by the surfaces' keys. @type {Map<string, string>} */
  #hiders = new Map();
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
    this.low = new PieceMesh(solid);
    this.panes = new PieceMesh(glass);
    this.panes.mesh.castShadow = false;
    this.built = new PieceMesh(new MeshBasicMaterial({ colorWrite: false, depthWrite: false, side: DoubleSide, shadowSide: DoubleSide }));
    this.built.mesh.raycast = () => {};
    this.trim = new PieceMesh(solid);
    this.trim.mesh.castShadow = false;
    this.trim.mesh.raycast = () => {};
    this.halls = new PieceMesh(solid);
    this.halls.mesh.raycast = () => {};
    this.group.add(this.faces.mesh, this.joinery.mesh, this.low.mesh, this.panes.mesh, this.trim.mesh, this.halls.mesh);
  }

  /** @param {Scene} scene @param {number} open the doors' share of their full swing @returns {boolean} whether any shape has changed */
  show(scene, open) {
    const faces = this.#showSurfaces(scene);
    this.floors = new Map(scene.levels.map(({ id, elevation }) => [id, elevation]));
    this.bases = new Map(scene.walls.map(({ id, base }) => [id, base]));
    const joinery = this.#showOpenings(scene.openings, open);
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
    for (const { mesh } of [this.faces, this.joinery, this.low, this.trim]) mesh.material = material;
  }

  /**
   * What a triangle of one of the meshes belongs to.
   * @param {import("three").Object3D} mesh @param {number} triangle @returns {Surface | SceneOpening | null}
   */
  at(mesh, triangle) {
    if (mesh === this.faces.mesh) return this.#surfaces.get(this.faces.keyAt(triangle) ?? "") ?? null;
    const held = [this.panes, this.low].find((one) => one.mesh === mesh) ?? this.joinery;
    return this.#openings.get(openingOf(held.keyAt(triangle) ?? "")) ?? null;
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
    for (const mesh of [this.faces, this.joinery, this.low, this.panes, this.trim, this.halls, this.built]) mesh.dispose();
  }

  /** The doors to the outside are closed then. */
  #build() {
    const isOutside = (/** @type {SceneOpening} */ { rooms }) => rooms.includes(null);
    const closed = [...this.#openings.values()].filter(isOutside).flatMap((opening) => piecesOfOpening(opening, 0));
    const others = this.joinery.pieces.filter(([key]) => !isOutside(/** @type {SceneOpening} */ (this.#openings.get(openingOf(key)))));
    this.built.hold(new Map([...this.faces.pieces, ...others, ...closed.filter(([key]) => !isPane(key))]));
    this.group.add(this.built.mesh);
  }

  /** @param {Scene} scene */
  #showSurfaces({ surfaces, walls }) {
    const keyed = withKeys(surfaces);
    const signatures = new Map([...keyed].map(([key, surface]) => [key, shapeOf(surface)]));
    this.#surfaces = keyed;
    if (sameMap(signatures, this.#signatures)) {
      for (const [key, surface] of keyed) if (!this.#hiders.has(key)) this.faces.recolour(key, surface.colour);
      return false;
    }
    const hiderOf = hiddenIn(walls);
    this.#hiders = new Map([...keyed].flatMap(([key, surface]) => pairOf(key, hiderOf(surface))));
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
    const shown = this.#hiders.has(key) ? { ...surface, colour: SECTION } : surface;
    return known ? { ...known, look: surfaceLook(shown) } : surfacePiece(shown);
  }

  /** Doors, windows and skirting in their paint. @param {Scene} scene @param {boolean} isReshaped whether skirting is to be laid anew */
  #paintWood(scene, isReshaped) {
    const coats = JSON.stringify([scene.rooms.map(({ skirting }) => skirting.colour), scene.openings.map(({ colour }) => colour)]);
    if (isReshaped) this.trim.hold(new Map([...skirtingOf(scene), ...wallEndsOf(scene)]));
    else if (coats !== this.#coats) for (const [key, { look }] of skirtingOf(scene)) this.trim.recolour(key, look.colour);
    if (coats !== this.#coats) for (const mesh of [this.joinery, this.low]) this.#paintWoodOf(mesh);
    this.#coats = coats;
  }

  /** @param {PieceMesh} mesh */
  #paintWoodOf(mesh) {
    for (const [key] of mesh.pieces) if (isWood(key)) mesh.recolour(key, woodColour(/** @type {SceneOpening} */ (this.#openings.get(openingOf(key))), key));
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
    this.low.hold(new Map(openings.flatMap((opening) => lowPiecesOf(opening, open, (this.bases?.get(opening.wall ?? "") ?? 0) + STUB_MM - opening.at[2]))));
    return true;
  }

  #apply() {
    this.faces.lower((key) => this.#heightOf(this.#surfaces.get(key)?.wall ?? null));
    this.faces.show((key) => this.#isBare(key) && this.#isShown(/** @type {Surface} */ (this.#surfaces.get(key))));
    const isWhole = (/** @type {string} */ key) => this.#isHeld(/** @type {SceneOpening} */ (this.#openings.get(openingOf(key))));
    this.joinery.show(isWhole);
    this.panes.show(isWhole);
    this.low.show((key) => !isWhole(key));
    this.halls.show(() => this.#ceilings);
    this.trim.show((key) => isSkirting(key) || isEndSeen(key, this.#cut));
  }

  /** Does what it is in still stand? @param {SceneOpening} opening */
  #isHeld({ id, wall }) {
    return wall === null ? this.#ceilings || this.#kept.has(id) : !this.#cut.has(wall);
  }

  /** Is it hidden in no other wall, or that one cut? @param {string} key of a surface */
  #isBare(key) {
    const hider = this.#hiders.get(key);
    return !hider || this.#cut.has(hider);
  }

  /** @param {Surface} surface */
  #isShown({ of, level, wall, opening, polygons }) {
    if (of === "ceiling") return this.#ceilings;
    if (of === "reveal" && !wall) return this.#ceilings || this.#kept.has(opening ?? "");
    if (of === "bulkhead") return this.#ceilings || lowest(polygons) - (this.floors?.get(level) ?? 0) <= FLUSH_MM;
    const gap = of === "top" && opening && (this.#openings.get(opening)?.sill ?? 0) < STUB_MM;
    const above = (of === "niche" || of === "reveal") && lowest(polygons) / 1000 >= this.#heightOf(wall);
    return !above && !(gap && wall && this.#cut.has(wall));
  }

  /** @param {string | null} wall */
  #heightOf(wall) {
    return wall && this.#cut.has(wall) ? ((this.bases?.get(wall) ?? 0) + STUB_MM) / 1000 : Infinity;
  }
}

/** @param {readonly number[][]} polygons flat x, y, z */
const lowest = (polygons) => Math.min(...polygons.flatMap((spots) => spots.filter((_, place) => place % 3 === 2)));

/** @param {string} key @param {string | null} value @returns {[string, string][]} */
const pairOf = (key, value) => (value === null ? [] : [[key, value]]);

/** @param {Map<string, string>} one @param {Map<string, string>} other */
const sameMap = (one, other) => one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
