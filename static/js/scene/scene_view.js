/** The live model of a plan: turns, zooms and walks, is picked and painted, and draws only when something has changed. */
import { Raycaster, Vector2 } from "three";

import { entity, headValue } from "#model/plan.js";
import { describe } from "#model/scene/scene.js";
import { cutWalls, focusFrom } from "#scene/cutaway.js";
import { Eye } from "#scene/eye.js";
import { standIn } from "#scene/first_view.js";
import { Gestures } from "#scene/gestures.js";
import { ceilingOf, groundOf, largestRoom, levelAt, onLevel, roomAt, roomOf, wallsOfTop } from "#scene/grounds.js";
import { lampsOf } from "#scene/lamps.js";
import { Model } from "#scene/model.js";
import { radians } from "#scene/rings.js";
import { RoomMirror } from "#scene/room_mirror.js";
import { Stage } from "#scene/stage.js";
import { bring, placeOf } from "#scene/stand.js";
import { instantOf, sunAt, towardsSun } from "#scene/sun.js";

/**
 * @typedef {import("#model/scene/scene.js").Scene} Scene
 * @typedef {import("#core/log.js").Document} Document
 * @typedef {import("#scene/picking.js").Choice} Choice
 * @typedef {import("#scene/picking.js").Pick} Pick
 * @typedef {{mode: "card" | "model" | "sun" | "evening", season: import("#scene/sun.js").Season, minute: number}} Light
 *   without any, paints as on their cards; by the model's own light, the sun at a minute of a season's day, or lamps
 */

/** So far away is what one looks at while walking, metres. */
const WALKED_M = 3;

/**
 * Events: "pick" (detail: Pick), "mode" (orbit or walk), "escape" (prevented when it has done something else), "lost"
 * and "restored" of the graphics context, "drawn".
 * Without WebGL the constructor throws; `SceneView.isSupported()` tells before.
 */
export class SceneView extends EventTarget {
  /** @type {{plan: Document, level: string | null} | null} */
  #shown = null;
  /** Another version of the plan, and the paths of it to be shown; null: all. @type {{plan: Document, paths: readonly string[] | null} | null} */
  #other = null;
  /** Whether somebody has turned the model away from the view that shows all of it. */
  #turned = false;
  /** @type {Light} */
  #light = { mode: "model", season: "between", minute: 720 };
  #north_mdeg = 0;
  /** Asks what shares of the picture's height lie under controls, at its head and at its foot. @type {() => readonly [number, number]} */
  covered = () => [0, 0];

  /** @returns {boolean} whether this browser can show the model at all */
  static isSupported() {
    return document.createElement("canvas").getContext("webgl2") !== null;
  }

  /**
   * @param {HTMLElement} host
   * @param {{kinds: import("#scene/furniture.js").Kinds, paintOf: (code: string) => string | null, label: string}} options
   */
  constructor(host, { kinds, paintOf, label }) {
    super();
    this.paintOf = paintOf;
    this.stage = new Stage(host, label);
    this.eye = new Eye(this.stage.camera);
    this.model = new Model(kinds, this.stage.surroundings.mirrored);
    this.mirror = new RoomMirror(this.stage, this.model);
    this.stage.scene.add(this.model.group);
    this.gestures = new Gestures(this.stage.canvas, this.#hands());
    this.stage.addEventListener("lost", () => this.model.release());
    this.model.furniture.bodies.addEventListener("loaded", () => this.#redress());
    for (const name of ["lost", "restored", "drawn"]) this.stage.addEventListener(name, () => this.dispatchEvent(new Event(name)));
    this.stage.addEventListener("restored", () => this.mirror.renew());
    this.stage.addEventListener("resized", () => this.#refit());
  }

  /** Shows a plan, one level or all; what has not changed stays as it is. @param {Document} plan @param {string | null} level */
  show(plan, level) {
    const elsewhere = this.#shown !== null && level !== this.#shown.level;
    this.#shown = { plan, level };
    const north = headValue(plan, "north_mdeg");
    const isTurned = north !== this.#north_mdeg;
    this.#north_mdeg = north;
    this.present(describe(plan, level, this.paintOf));
    if (isTurned && this.model.scene) this.#shine(this.model.scene);
    if (this.#other) this.#layOver();
    if (elsewhere) this.home();
  }

  /**
   * Lays another version of the plan over this one, dashed where it differs; null takes it away.
   * @param {Document | null} other @param {readonly string[] | null} paths the entities (`items/<id>`) to be shown alone, which are then drawn round; null: all
   */
  compareWith(other, paths = null) {
    this.#other = other && { plan: other, paths };
    this.#layOver();
    this.stage.ask();
  }

  /** Shows a scene that has been described elsewhere. @param {Scene} scene */
  present(scene) {
    const isFirst = this.model.scene === null;
    if (this.model.show(scene)) this.#surround(scene);
    this.mirror.renew();
    if (isFirst) this.home();
    else this.#refit();
  }

  /** Products have models of their own. @param {(sku: string) => import("#scene/furniture.js").Source | null} sourceOf */
  dress(sourceOf) {
    this.dressItems((id) => {
      const sku = this.#shown && entity(this.#shown.plan, "items", id)?.product?.sku;
      return sku ? sourceOf(sku) : null;
    });
  }

  /** Things have models of their own, by their ids. @param {(id: string) => import("#scene/furniture.js").Source | null} sourceOf */
  dressItems(sourceOf) {
    this.model.furniture.dress(sourceOf);
    this.#redress();
  }

  /** The paints have other colours now. */
  repaint() {
    if (this.#shown) this.show(this.#shown.plan, this.#shown.level);
  }

  /** In daylight, or with every paint exactly as on its sample card. */
  get lit() {
    return this.model.lit;
  }

  set lit(lit) {
    this.model.lit = this.stage.lit = lit;
    this.stage.ground.visible = lit;
    this.stage.ask();
  }

  /** @returns {Light} */
  get light() {
    return this.#light;
  }

  set light(light) {
    this.#light = light;
    this.lit = light.mode !== "card";
    this.model.shineBy(light.mode === "card" ? "model" : light.mode);
    this.stage.darken(light.mode === "evening");
    if (this.model.scene) this.#shine(this.model.scene);
    this.mirror.renew();
    this.stage.ask();
    this.dispatchEvent(new Event("light"));
  }

  /** The rooms without a lamp: of all that are shown, inside only of the one where one stands. @returns {Scene["rooms"]} */
  get unlit() {
    const { scene, kinds } = this.model;
    if (!scene) return [];
    const { walker } = this.eye;
    const here = walker && roomAt(scene, walker.x, walker.y);
    const lit = new Set(lampsOf(scene, kinds).map(({ room }) => room));
    return scene.rooms.filter((_, place) => !lit.has(place) && (here === null || place === here));
  }

  /**
   * Draws these entities round: ids of walls, openings, items and room labels, or {id, side} for one side of a wall.
   * @param {readonly Choice[]} chosen
   */
  highlight(chosen) {
    if (this.model.choose(chosen)) this.stage.daylight.renew();
    this.stage.ask();
  }

  /** Shades these areas of a level's floor: rings of x, y, mm; none takes them away. @param {import("#scene/bands.js").Rings} rings @param {string} level */
  band(rings, level) {
    this.model.band(rings, level);
    this.stage.ask();
  }

  /** @returns {"orbit" | "walk"} */
  get mode() {
    return this.eye.walker ? "walk" : "orbit";
  }

  /** Goes inside at eye height: into the room of what is chosen, else that in the middle of the view, else the largest. */
  walk() {
    const { scene } = this.model;
    if (!scene || this.eye.walker || scene.rooms.length === 0) return;
    const [x, , y] = this.eye.orbit.target;
    const room = roomOf(scene, this.model.chosen) ?? roomAt(scene, x, y) ?? largestRoom(scene);
    this.#stepOnto(onLevel(scene, scene.rooms[room].level));
    this.eye.floor = scene.rooms[room].floor / 1000;
    this.eye.walker = standIn({ ...onLevel(scene, scene.rooms[room].level), rooms: scene.rooms }, room, this.eye.ground, this.stage.aspect);
    this.#changeMode(scene);
  }

  /** Comes back out. */
  orbit() {
    const { scene } = this.model;
    if (!scene || !this.eye.walker) return;
    this.eye.walker = null;
    this.eye.floor = scene.box[2] / 1000;
    this.#changeMode(scene);
  }

  /** Where one stands and in what light, as a plan keeps it: it keeps no cards. @returns {import("#model/actions/saved_views.js").Stand} */
  get stand() {
    const { mode, ...light } = this.#light;
    return { level: this.#shown?.level ?? null, ...placeOf(this.eye), light: mode === "card" ? "model" : mode, ...light };
  }

  /** The level is shown by `show`. @param {import("#model/actions/saved_views.js").Stand} stand */
  set stand({ light, season, minute, ...place }) {
    const { scene } = this.model;
    if (!scene) return;
    this.#turned = true;
    bring(this.eye, place);
    if (place.inside) this.#stepOnto(onLevel(scene, levelAt(scene, place.height)));
    else this.eye.floor = scene.box[2] / 1000;
    this.light = { mode: light, season, minute };
    this.#changeMode(scene);
  }

  /** The view as a picture (PNG), large and without the lines round what is chosen. @returns {Promise<Blob | null>} */
  picture() {
    const { chosen } = this.model;
    this.highlight([]);
    const picture = this.stage.picture();
    this.highlight(chosen);
    return picture;
  }

  /** Shows everything from the suggested place. */
  home() {
    const { scene } = this.model;
    if (!scene) return;
    this.#turned = false;
    this.eye.covered = this.covered();
    this.eye.home(scene, this.stage.aspect);
    this.#shine(scene);
    this.#look();
  }

  /** @param {number} factor above 1 comes nearer */
  zoomBy(factor) {
    this.#move(() => this.eye.zoom(factor, new Vector2()));
  }

  /** Turns the model by an arrow key's worth. @param {number} right steps @param {number} up */
  turnBy(right, up = 0) {
    this.#move(() => this.eye.step(right, up));
  }

  /** What lies under a place of the canvas. @param {number} x CSS pixels from its left @param {number} y from its top @returns {Pick} */
  pickAt(x, y) {
    const ray = new Raycaster();
    ray.setFromCamera(this.#pointer(x, y), this.stage.camera);
    return this.model.pick(ray);
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
    this.mirror.stop();
    this.gestures.dispose();
    this.model.dispose();
    this.stage.dispose();
  }

  /** @returns {import("#scene/gestures.js").Hands} */
  #hands() {
    const { eye, stage } = this;
    return {
      turn: (dx, dy) => this.#move(() => eye.turn(dx, dy)),
      slide: (dx, dy) => this.#move(() => eye.slide(dx, dy, stage.size[1])),
      zoom: (factor, x, y) => this.#move(() => eye.zoom(factor, this.#pointer(x, y))),
      step: (right, ahead) => this.#move(() => eye.step(right, ahead)),
      home: () => this.home(),
      leave: () => this.#leave(),
      tap: (x, y) => this.dispatchEvent(new CustomEvent("pick", { detail: this.pickAt(x, y) })),
      dive: (x, y) => {
        const { point } = this.pickAt(x, y);
        if (point) this.#move(() => eye.dive([point[0] / 1000, point[2] / 1000, point[1] / 1000]));
      },
    };
  }

  /** @param {() => void} change of the eye's place */
  #move(change) {
    this.#turned = true;
    change();
    this.#look(true);
  }

  /** One step back: a listener to "escape" may have something to let go of first. @returns {boolean} whether there was anything to leave */
  #leave() {
    if (!this.dispatchEvent(new Event("escape", { cancelable: true }))) return true;
    const wasInside = this.mode === "walk";
    this.orbit();
    return wasInside;
  }

  #layOver() {
    const level = this.#shown?.level ?? null;
    const isThere = this.#other && this.#shown && (level === null || entity(this.#other.plan, "levels", level));
    const scene = isThere && this.#other && describe(this.#other.plan, level, this.paintOf);
    this.model.compare(scene && this.#other ? { scene, paths: this.#other.paths && new Set(this.#other.paths) } : null);
  }

  /** Light and ground about a scene that has changed its shape. @param {Scene} scene */
  #surround(scene) {
    this.stage.cover(scene.box);
    this.#stepOnto(this.eye.walker ? onLevel(scene, levelAt(scene, this.eye.floor * 1000)) : scene);
    if (!this.eye.walker) this.eye.floor = scene.box[2] / 1000;
  }

  /** Things look different where they stand. */
  #redress() {
    this.stage.daylight.renew();
    this.stage.ask();
  }

  /** What one walks on and under. @param {Scene} scene */
  #stepOnto(scene) {
    this.eye.ground = groundOf(scene);
    this.eye.ceilingAt = ceilingOf(scene);
  }

  /** The same view in a picture of another shape, whose panel beside it may have opened by a choice: never from another side. */
  #refit() {
    this.eye.covered = this.covered();
    if (this.model.scene && !this.#turned && !this.eye.walker) this.eye.frame(this.model.scene, this.stage.aspect);
    this.#look();
  }

  /** @param {Scene} scene */
  #changeMode(scene) {
    this.#shine(scene);
    this.#look();
    this.dispatchEvent(new Event("mode"));
  }

  /** The sun stands where it does at the hour; else over the shoulder of the suggested view; inside it is hidden. @param {Scene} scene */
  #shine({ camera }) {
    const { mode, season, minute } = this.#light;
    if (mode === "sun") return this.stage.daylight.shineFrom(towardsSun(sunAt(instantOf(season, minute)), this.#north_mdeg));
    if (mode === "evening") return this.stage.daylight.cloudOver();
    if (this.eye.walker) this.stage.daylight.cloudOver();
    else this.stage.daylight.shineOver(radians(camera.azimuth_mdeg));
  }

  /** The camera follows the eye, and the walls in its way go down. @param {boolean} moving */
  #look(moving = false) {
    const { scene } = this.model;
    if (!scene) return;
    const [x0, y0, z0, x1, y1, z1] = scene.box;
    this.eye.place(Math.hypot(x1 - x0, y1 - y0, z1 - z0) / 2000);
    this.#cutAway(scene);
    this.mirror.follow(this.eye.walker);
    this.model.dashes.fit(this.eye.walker ? WALKED_M : this.eye.orbit.distance, this.stage.ratio);
    this.stage.ask(moving);
  }

  /** @param {Scene} scene */
  #cutAway(scene) {
    const inside = this.mode === "walk";
    const { x, y, z } = this.stage.camera.position;
    const eye = { x: x * 1000, y: z * 1000, z: y * 1000 };
    const cut = inside ? new Set() : cutWalls(wallsOfTop(scene), eye, focusFrom(scene, this.eye.orbit), this.model.cut);
    if (inside === this.model.inside && sameSet(cut, this.model.cut)) return;
    this.model.cutDown(cut, inside);
    this.stage.daylight.renew();
  }

  /** @param {number} x @param {number} y */
  #pointer(x, y) {
    const [width, height] = this.stage.size;
    return new Vector2((x / width) * 2 - 1, 1 - (y / height) * 2);
  }
}

/** @param {ReadonlySet<string>} one @param {ReadonlySet<string>} other */
const sameSet = (one, other) => one.size === other.size && [...one].every((value) => other.has(value));
