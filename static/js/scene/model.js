/** What stands on the stage: shell, things, their materials, and the lines round what is chosen. */
import { Group } from "three";

import { Bands } from "#scene/bands.js";
import { bounceGrids, coloursOf } from "#scene/bounce.js";
import { cutThings } from "#scene/cutaway.js";
import { Dashes } from "#scene/dashes.js";
import { outlineOf } from "#scene/edges.js";
import { formerOf, swatchOn, swatchOver } from "#scene/former.js";
import { freeEmitters } from "#scene/emitters.js";
import { Furniture } from "#scene/furniture.js";
import { Glow } from "#scene/glow.js";
import { brighten, colour, darken } from "#scene/grounds.js";
import { lampGrids } from "#scene/lamplight.js";
import { keyLampOf, lampsOf } from "#scene/lamps.js";
import { cardMaterial, litPalette, newUniforms } from "#scene/materials.js";
import { Hairlines, Outlines } from "#scene/outlines.js";
import { isCeilingLamp } from "#scene/parametric.js";
import { chosenStretches, pickOf } from "#scene/picking.js";
import { AJAR, Shell, WIDE } from "#scene/shell.js";
import { skyGrids } from "#scene/skylight.js";
import { newMirrored } from "#scene/surroundings.js";
import { WindowGlow } from "#scene/window_glow.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#model/scene/scene.js").SceneItem} SceneItem
 * @typedef {import("#scene/picking.js").Choice} Choice
 */

export class Model {
  /** @type {Scene | null} */
  scene = null;
  /** Whether it is seen from inside: ceilings on, doors open. */
  inside = false;
  /** The walls that are cut down. @type {ReadonlySet<string>} */
  cut = new Set();

  /** @type {readonly Choice[]} */
  #chosen = [];
  /** @type {import("#scene/grounds.js").Darkness | null} */
  #darkness = null;
  #lit = true;
  /** @type {"model" | "sun" | "evening"} */
  #light = "model";
  /** The room whose strongest lamp casts shadows in the evening, and that lamp. @type {number | null} */
  #keyRoom = null;
  /** @type {import("#scene/lamps.js").Lamp | null} */
  #key = null;
  /** Those that shine. @type {readonly import("#scene/lamps.js").Lamp[]} */
  #lamps = [];
  /** What lights each room. @type {readonly (readonly import("#scene/emitters.js").Emitter[])[]} */
  #emitters = [];
  #uniforms = newUniforms();
  /** Those of the faces that throw colour at each other. */
  #colours = "";
  #lights;
  /** How much of the things that are cut low is left, mm. @type {ReadonlyMap<string, number>} */
  #left = new Map();
  #card = cardMaterial();
  #outlines = new Outlines();
  /** Another version's scene, and the paths of it to be shown; null: all. @type {{scene: Scene, paths: ReadonlySet<string> | null} | null} */
  #former = null;
  dashes = new Dashes();
  #bands = new Bands();
  /** Rings on a level's floor. @type {{rings: import("#scene/bands.js").Rings, level: string}} */
  #banded = { rings: [], level: "" };
  #hairlines = new Hairlines();
  #glow = new Glow();
  #windowGlow = new WindowGlow();
  #shell;
  group = new Group();

  /** @param {import("#scene/furniture.js").Kinds} kinds @param {import("#scene/surroundings.js").Mirrored} mirrored what shining faces show */
  constructor(kinds, mirrored = newMirrored()) {
    this.kinds = kinds;
    this.#lights = litPalette(this.#uniforms, mirrored);
    this.#shell = new Shell(this.#lights);
    this.furniture = new Furniture(kinds, this.#lights);
    this.group.add(this.#shell.group, this.furniture.group, this.#outlines.group, this.#hairlines.lines, this.dashes.group, this.#bands.group, this.#glow.mesh, this.#windowGlow.mesh);
  }

  /** Shows a scene; what has not changed stays. @param {Scene} scene @returns {boolean} whether anything but colours has changed */
  show(scene) {
    const before = this.scene;
    this.scene = scene;
    const reshaped = this.#shell.show(scene, this.inside ? WIDE : AJAR);
    const moved = !before || JSON.stringify(before.items) !== JSON.stringify(scene.items);
    if (moved) this.furniture.show(scene.items);
    const colours = coloursOf(scene);
    const isNew = reshaped || colours !== this.#colours;
    this.#colours = colours;
    if (isNew) colour(bounceGrids(scene), this.#uniforms);
    if (isNew || (moved && this.#areLampsMoved(scene))) this.#brighten(scene);
    if (moved || reshaped) this.#settle(scene);
    this.#drawLines();
    return moved || reshaped;
  }

  /** Goes inside or out, and cuts these walls down. @param {ReadonlySet<string>} cut @param {boolean} inside */
  cutDown(cut, inside) {
    const wasInside = this.inside;
    this.cut = cut;
    this.inside = inside;
    this.#uniforms.indoors.value = inside ? 1 : 0;
    this.#shell.cut(cut, inside);
    if (!this.scene) return;
    if (inside !== wasInside) this.#shell.show(this.scene, inside ? WIDE : AJAR);
    this.#settle(this.scene);
    this.#drawLines();
  }

  get chosen() {
    return this.#chosen;
  }

  /** Draws these entities round, and shows them where they would be left out. @param {readonly Choice[]} chosen @returns {boolean} whether other things are seen than before */
  choose(chosen) {
    this.#chosen = [...chosen];
    this.#shell.keep(this.#kept);
    const changes = this.scene !== null && this.#leaveOut(this.scene);
    if (this.scene && changes) this.#darken(this.scene);
    this.#drawLines();
    return changes;
  }

  /** Draws these rings (x, y, mm) on a level's floor. @param {import("#scene/bands.js").Rings} rings @param {string} level */
  band(rings, level) {
    this.#banded = { rings, level };
    this.#drawLines();
  }

  /** Lays another version's scene over this one, dashed where it differs. @param {{scene: Scene, paths: ReadonlySet<string> | null} | null} former */
  compare(former) {
    this.#former = former;
    this.#drawLines();
  }

  get lit() {
    return this.#lit;
  }

  /** In daylight, or with every paint exactly as on its sample card. */
  set lit(lit) {
    this.#lit = lit;
    this.#shell.dress(lit ? this.#lights.solid : this.#card);
    this.#drawLines();
  }

  /** By the model's own light, in the sun, or in the evening by lamps. @param {"model" | "sun" | "evening"} light */
  shineBy(light) {
    const wasEvening = this.#light === "evening";
    this.#light = light;
    this.#shell.castAsBuilt(light === "sun");
    this.#uniforms.evening.value = light === "evening" ? 1 : 0;
    if (!this.scene || wasEvening === (light === "evening")) return;
    this.#brighten(this.scene);
    this.#settle(this.scene);
  }

  /** In the evening the lamp of this room that casts its shadows. @param {number | null} room @returns {import("#scene/lamps.js").Lamp | null} */
  keyLampIn(room) {
    const wasKeyed = this.#keyRoom;
    this.#keyRoom = room;
    if (!this.scene || this.#light !== "evening") return null;
    if (room !== wasKeyed) this.#brighten(this.scene);
    return this.#key;
  }

  /** What lights this room. @param {number} room @returns {readonly import("#scene/emitters.js").Emitter[]} */
  emittersIn(room) {
    return this.scene && this.#emitters[room] ? freeEmitters(this.#emitters[room], this.scene, room) : [];
  }

  get isByDay() {
    return this.#light !== "evening";
  }

  /** What the ray meets first. @param {import("three").Raycaster} ray */
  pick(ray) {
    return pickOf(ray, this.#shell, this.furniture, this.scene);
  }

  /** Lets go of what the graphics context holds for the materials. */
  release() {
    this.#uniforms.nearness.value?.dispose();
    for (const held of [this.#uniforms.straight, this.#uniforms.thrown, this.#uniforms.bounceRed, this.#uniforms.bounceBlue]) held.value?.dispose();
    for (const material of [this.#lights.solid, this.#lights.glass, this.#lights.body, this.#card]) material.dispose();
  }

  dispose() {
    for (const held of [this.#shell, this.furniture, this.#outlines, this.#hairlines, this.dashes, this.#bands, this.#glow, this.#windowGlow]) held.dispose();
    this.release();
  }

  /** @param {Scene} scene */
  #areLampsMoved(scene) {
    return this.#light === "evening" && JSON.stringify(lampsOf(scene, this.kinds)) !== JSON.stringify(this.#lamps);
  }

  /** @param {Scene} scene */
  #brighten(scene) {
    const lamps = (this.#lamps = this.#light === "evening" ? lampsOf(scene, this.kinds) : []);
    this.#glow.draw(lamps);
    this.#key = keyLampOf(lamps, this.#keyRoom);
    const [straight, thrown, emitters] = this.#light === "evening" ? lampGrids(scene, lamps, this.#key) : skyGrids(scene);
    brighten([straight, thrown], this.#uniforms);
    this.#emitters = emitters;
  }

  /** @param {Scene} scene */
  #settle(scene) {
    this.#leaveOut(scene);
    this.#windowGlow.draw(this.inside && this.#light !== "evening" ? scene : null);
    this.#darken(scene);
  }

  /** What hangs on nothing is left out, and what stands before a cut wall is cut with it. @param {Scene} scene @returns {boolean} whether that is something else than before */
  #leaveOut(scene) {
    this.#left = new Map([...(this.inside ? [] : cutThings(scene, this.cut))].filter(([id]) => !this.#kept.has(id)));
    const isCut = this.furniture.cut(this.#left, !this.inside);
    return this.furniture.hide(new Set(scene.items.filter((item) => this.#hangsInAir(item)).map(({ id }) => id))) || isCut;
  }

  /** Corners and floors darken by what is seen. @param {Scene} scene */
  #darken(scene) {
    const items = scene.items.filter((item) => !this.#hangsInAir(item)).map((item) => ({ ...item, size: this.#sizeLeft(item) }));
    this.#darkness = darken({ ...scene, items }, this.cut, this.#uniforms, this.#darkness);
  }

  /** @param {SceneItem} item @returns {SceneItem["size"]} */
  #sizeLeft({ id, size: [width, depth, height] }) {
    return [width, depth, this.#left.get(id) ?? height];
  }

  /** Has what the thing hangs on been cut away? @param {SceneItem} item */
  #hangsInAir({ id, hung, kind }) {
    if (this.inside || this.#kept.has(id)) return false;
    const isOnCeiling = this.kinds.has(kind) && this.kinds.get(kind).mount === "ceiling";
    if (isOnCeiling && this.#light === "evening") return !isCeilingLamp(this.kinds.get(kind));
    return isOnCeiling || (hung !== null && this.cut.has(hung));
  }

  /** The ids of what is chosen. @returns {Set<string>} */
  get #kept() {
    return new Set(this.#chosen.map((one) => (typeof one === "string" ? one : one.id)));
  }

  #drawLines() {
    if (this.scene) this.#outlines.draw(chosenStretches(this.scene, this.#shell, [...this.#chosen, ...this.#focused()], this.cut));
    if (this.scene) this.#drawFormer(this.scene);
    const floor = this.scene?.levels.find(({ id }) => id === this.#banded.level);
    this.#bands.draw(floor ? this.#banded.rings : [], floor?.elevation ?? 0);
    const faces = this.#lit ? [] : this.#shell.piecesOf(({ of }) => of === "face" || of === "floor");
    this.#hairlines.draw(faces.flatMap(({ piece, most }) => outlineOf(piece, most)));
  }

  /** What one looks at of a comparison, as it stands now: the change that is shown alone, else all things that the other version has not. */
  #focused() {
    if (this.#former && !this.#former.paths) {
      const there = new Set(this.#former.scene.items.map(({ id }) => id));
      return (this.scene?.items ?? []).flatMap(({ id }) => (there.has(id) ? [] : [id]));
    }
    return [...(this.#former?.paths ?? [])].filter((path) => !path.startsWith("finishes/")).map((path) => path.split("/")[1]);
  }

  /** @param {Scene} scene */
  #drawFormer(scene) {
    if (!this.#former) return this.dashes.draw([], []);
    const { paths } = this.#former;
    const former = formerOf(this.#former.scene, scene, (path) => !paths || paths.has(path));
    const faces = former.repainted.flatMap(({ surface, colour }) => this.#shell.piecesOf((one) => one === surface).map((shown) => ({ ...shown, colour })));
    this.dashes.draw(
      [...former.stretches, ...faces.flatMap(({ piece, most }) => outlineOf(piece, most))],
      [...faces.map(({ piece, most, colour }) => swatchOn(piece, most, colour)), ...former.retinted.map(({ item, colour }) => swatchOver(item, colour))],
    );
  }
}
