/** The live model of a plan: turns, zooms and walks, is picked and painted, and draws only when something has changed. */
import { Raycaster, Vector2 } from "three";

import { centreLine } from "#geometry/centreline.js";
import { describe } from "#model/scene.js";
import { cutWalls } from "#scene/cutaway.js";
import { Eye } from "#scene/eye.js";
import { Furniture } from "#scene/furniture.js";
import { Gestures } from "#scene/gestures.js";
import { brighten, ceilingOf, darken, groundOf, roomAt, spanOf, standIn } from "#scene/grounds.js";
import { cardMaterial, litPalette, newUniforms } from "#scene/materials.js";
import { Hairlines, Outlines, outlineOf } from "#scene/outlines.js";
import { chosenStretches, pickOf } from "#scene/picking.js";
import { radians } from "#scene/rings.js";
import { AJAR, Shell, WIDE } from "#scene/shell.js";
import { Stage } from "#scene/stage.js";

/**
 * @typedef {import("#model/scene.js").Scene} Scene
 * @typedef {import("#scene/furniture.js").Kinds} Kinds
 * @typedef {import("#scene/picking.js").Pick} Pick
 * @typedef {(code: string) => string | null} PaintOf
 */

/** Within so many of its own widths the room in the middle of the view is the one that is looked into. */
const FOCUS_WIDTHS = 2.2;

/** What hangs from the ceiling above this height is left out with the ceiling; a lamp on a cord is not. */
const FLUSH_MM = 2000;

/**
 * Events: "pick" (detail: Pick), "mode" (orbit or walk), "lost" and "restored" of the graphics context, "drawn".
 * Without WebGL the constructor throws; `SceneView.isSupported()` tells before.
 */
export class SceneView extends EventTarget {
  /** @type {Scene | null} */
  #scene = null;
  /** @type {Set<string>} */
  #cut = new Set();
  /** @type {readonly import("#scene/picking.js").Choice[]} */
  #chosen = [];
  #lit = true;
  /** Whether somebody has turned the model away from the view that shows all of it. */
  #turned = false;
  #uniforms = newUniforms();
  #lights = litPalette(this.#uniforms);
  #card = cardMaterial();
  #outlines = new Outlines();
  #hairlines = new Hairlines();

  /** @returns {boolean} whether this browser can show the model at all */
  static isSupported() {
    return document.createElement("canvas").getContext("webgl2") !== null;
  }

  /** @param {HTMLElement} host @param {{kinds: Kinds, paintOf: PaintOf, label: string}} options */
  constructor(host, { kinds, paintOf, label }) {
    super();
    this.paintOf = paintOf;
    this.stage = new Stage(host, label);
    this.eye = new Eye(this.stage.camera);
    this.shell = new Shell(this.#lights);
    this.furniture = new Furniture(kinds, this.#lights);
    this.stage.scene.add(this.shell.group, this.furniture.group, this.#outlines.group, this.#hairlines.lines);
    this.gestures = new Gestures(this.stage.canvas, this.#hands());
    this.stage.addEventListener("lost", () => this.#forget());
    for (const name of ["lost", "restored", "drawn"]) this.stage.addEventListener(name, () => this.dispatchEvent(new Event(name)));
    this.stage.addEventListener("resized", () => (this.#turned || this.eye.walker ? this.#look() : this.home()));
  }

  /** Shows a plan, one level or all; what has not changed stays as it is. @param {import("#core/log.js").Document} plan @param {string | null} level */
  show(plan, level) {
    const elsewhere = this.#plan !== null && level !== this.#plan.level;
    this.#plan = { plan, level };
    this.present(describe(plan, level, this.paintOf));
    if (elsewhere) this.home();
  }

  /** Shows a scene that has been described elsewhere. @param {Scene} scene */
  present(scene) {
    const before = this.#scene;
    this.#scene = scene;
    const reshaped = this.shell.show(scene, this.eye.walker ? WIDE : AJAR);
    const moved = !before || JSON.stringify(before.items) !== JSON.stringify(scene.items);
    if (moved) this.furniture.show(scene.items);
    if (reshaped) brighten(scene, this.#uniforms);
    if (moved || reshaped) this.#settle(scene);
    if (!before) this.home();
    else if (!this.#turned && !this.eye.walker) this.eye.frame(scene, this.stage.aspect);
    this.#look();
    this.#drawHairlines();
    this.#drawOutlines();
  }

  /** The paints have other colours now. */
  repaint() {
    if (this.#plan) this.show(this.#plan.plan, this.#plan.level);
  }

  /** In daylight, or with every paint exactly as on its sample card. */
  get lit() {
    return this.#lit;
  }

  set lit(lit) {
    this.#lit = lit;
    this.shell.dress(lit ? this.#lights.solid : this.#card);
    this.stage.ground.visible = lit;
    this.#drawHairlines();
    this.stage.ask();
  }

  /** Draws these entities round: ids of walls, openings, items and room labels, or {id, side} for one side of a wall. @param {readonly import("#scene/picking.js").Choice[]} chosen */
  highlight(chosen) {
    this.#chosen = [...chosen];
    this.#drawOutlines();
    this.stage.ask();
  }

  /** @returns {"orbit" | "walk"} */
  get mode() {
    return this.eye.walker ? "walk" : "orbit";
  }

  /** Goes inside at eye height: into the room in the middle of the view, else into the largest. */
  walk() {
    const scene = this.#scene;
    if (!scene || this.eye.walker || scene.rooms.length === 0) return;
    const [x, , y] = this.eye.orbit.target;
    const largest = scene.rooms.reduce((best, room, place) => (room.area_mm2 > scene.rooms[best].area_mm2 ? place : best), 0);
    const room = this.#focus() ?? roomAt(scene, x, y) ?? largest;
    this.eye.floor = scene.rooms[room].floor / 1000;
    this.eye.walker = standIn(scene, room, this.eye.ground);
    this.#changeMode();
  }

  /** Comes back out. */
  orbit() {
    if (!this.eye.walker) return;
    this.eye.walker = null;
    this.#changeMode();
  }

  /** Shows everything from the suggested place. */
  home() {
    if (!this.#scene) return;
    this.#turned = false;
    this.#shine();
    this.eye.home(this.#scene, this.stage.aspect);
    this.#look();
  }

  /** @param {number} factor above 1 comes nearer */
  zoomBy(factor) {
    this.#turned = true;
    this.eye.zoom(factor, new Vector2());
    this.#look();
  }

  /** Turns the model by an arrow key's worth. @param {number} right steps @param {number} up */
  turnBy(right, up = 0) {
    this.#turned = true;
    this.eye.step(right, up);
    this.#look();
  }

  /** What lies under a place of the canvas. @param {number} x CSS pixels from its left @param {number} y from its top @returns {Pick} */
  pickAt(x, y) {
    const ray = new Raycaster();
    ray.setFromCamera(this.#pointer(x, y), this.stage.camera);
    return pickOf(ray, this.shell, this.furniture, this.#scene, (wall) => centreLine(wall));
  }

  /** Frames drawn so far; stands still while nothing changes. */
  get frames() {
    return this.stage.loop.frames;
  }

  /** Draw calls of the last frame. */
  get calls() {
    return this.stage.calls;
  }

  /** Triangles of the last frame. */
  get triangles() {
    return this.stage.triangles;
  }

  dispose() {
    this.gestures.dispose();
    this.shell.dispose();
    this.furniture.dispose();
    this.#outlines.dispose();
    this.#hairlines.dispose();
    this.#forget();
    this.stage.dispose();
  }

  /** @type {{plan: import("#core/log.js").Document, level: string | null} | null} */
  #plan = null;

  /** @returns {import("#scene/gestures.js").Hands} */
  #hands() {
    const { eye, stage } = this;
    const moving = (/** @type {() => void} */ change) => {
      this.#turned = true;
      change();
      this.#look(true);
    };
    return {
      turn: (dx, dy) => moving(() => eye.turn(dx, dy)),
      slide: (dx, dy) => moving(() => eye.slide(dx, dy, stage.size[1])),
      zoom: (factor, x, y) => moving(() => eye.zoom(factor, this.#pointer(x, y))),
      step: (right, ahead) => moving(() => eye.step(right, ahead)),
      home: () => this.home(),
      leave: () => this.#leave(),
      tap: (x, y) => this.dispatchEvent(new CustomEvent("pick", { detail: this.pickAt(x, y) })),
      dive: (x, y) => {
        const { point } = this.pickAt(x, y);
        if (point) moving(() => eye.dive([point[0] / 1000, point[2] / 1000, point[1] / 1000]));
      },
    };
  }

  /** Lets go of what the scene's own objects do not hold. */
  #forget() {
    this.#uniforms.nearness.value?.dispose();
    this.#uniforms.skylight.value?.dispose();
    for (const material of [this.#lights.solid, this.#lights.glass, this.#card]) material.dispose();
  }

  #leave() {
    const wasInside = this.mode === "walk";
    this.orbit();
    return wasInside;
  }

  /** @param {Scene} scene */
  #settle(scene) {
    this.stage.cover(scene.box);
    this.eye.ground = groundOf(scene);
    this.eye.ceilingAt = ceilingOf(scene);
    if (!this.eye.walker) this.eye.floor = scene.box[2] / 1000;
    darken(scene, this.#cut, this.#uniforms);
  }

  #changeMode() {
    if (this.#scene) this.shell.show(this.#scene, this.eye.walker ? WIDE : AJAR);
    this.#uniforms.indoors.value = this.eye.walker ? 1 : 0;
    this.#shine();
    this.#cut = new Set(["?"]);
    this.#look();
    this.dispatchEvent(new Event("mode"));
  }

  /** The sun stands over the shoulder of the suggested view; inside it comes in through the room's largest window. */
  #shine() {
    const { eye, stage } = this;
    const room = eye.walker && this.#scene ? roomAt(this.#scene, eye.walker.x, eye.walker.y) : null;
    const panes = this.#scene?.lights.filter((light) => light.room === room) ?? [];
    const [largest] = panes.toSorted((one, other) => other.area_mm2 - one.area_mm2);
    if (largest) stage.daylight.shineInto(Math.PI / 2 - radians(largest.towards_mdeg));
    else stage.daylight.shineOver(stage.scene, radians(this.#scene?.camera.azimuth_mdeg ?? 0));
  }

  /** The camera follows the eye, and the walls in its way go down. @param {boolean} moving */
  #look(moving = false) {
    if (!this.#scene) return;
    const [x0, y0, z0, x1, y1, z1] = this.#scene.box;
    this.eye.place(Math.hypot(x1 - x0, y1 - y0, z1 - z0) / 2000);
    this.#cutAway(this.#scene);
    this.stage.ask(moving);
  }

  /** @param {Scene} scene */
  #cutAway(scene) {
    const { x, y, z } = this.stage.camera.position;
    const eye = { x: x * 1000, y: z * 1000, z: y * 1000 };
    const cut = this.eye.walker ? new Set() : cutWalls(scene.walls, eye, this.#focus(), this.#cut);
    if (sameSet(cut, this.#cut)) return;
    this.#cut = cut;
    this.shell.cut(cut, this.eye.walker !== null);
    this.furniture.hide(new Set(scene.items.filter((item) => this.#hangsInAir(item)).map(({ id }) => id)));
    darken(scene, cut, this.#uniforms);
    this.stage.daylight.renew();
    this.#drawHairlines();
    this.#drawOutlines();
  }

  /** Has what the thing hangs on been cut away? @param {import("#model/scene.js").SceneItem} item */
  #hangsInAir({ hung, kind, at, level }) {
    if (this.eye.walker) return false;
    if (hung) return this.#cut.has(hung);
    const floor = this.#scene?.levels.find(({ id }) => id === level)?.elevation ?? 0;
    return at[2] - floor > FLUSH_MM && this.furniture.kinds.has(kind) && this.furniture.kinds.get(kind).mount === "ceiling";
  }

  #drawOutlines() {
    if (this.#scene) this.#outlines.draw(chosenStretches(this.#scene, this.shell, this.#chosen, this.#cut));
  }

  #drawHairlines() {
    const faces = this.#lit ? [] : this.shell.piecesOf(({ of }) => of === "face" || of === "floor");
    this.#hairlines.draw(faces.flatMap(({ piece, most }) => outlineOf(piece, most)));
  }

  /** The room that is looked into, when one comes near enough to it. */
  #focus() {
    const scene = this.#scene;
    const [x, , y] = this.eye.orbit.target;
    const room = scene && roomAt(scene, x, y);
    return scene && room !== null && this.eye.orbit.distance < spanOf(scene, room) * FOCUS_WIDTHS ? room : null;
  }

  /** @param {number} x @param {number} y */
  #pointer(x, y) {
    const [width, height] = this.stage.size;
    return new Vector2((x / width) * 2 - 1, 1 - (y / height) * 2);
  }
}

/** @param {ReadonlySet<string>} one @param {ReadonlySet<string>} other */
const sameSet = (one, other) => one.size === other.size && [...one].every((value) => other.has(value));
