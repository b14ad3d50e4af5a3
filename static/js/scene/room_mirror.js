/** Which room shining faces mirror: the one that one walks in, taken in anew when it has changed and a moment has passed. */
import { boxOfRoom, roomAt } from "#scene/grounds.js";
import { mirrorsOf } from "#scene/mirror_faces.js";

/** So long after the last change shining faces show it. */
const REST_MS = 250;

export class RoomMirror {
  /** @type {number | null} */
  #room = null;
  #resting = 0;

  /** @param {import("#scene/stage.js").Stage} stage @param {import("#scene/model.js").Model} model */
  constructor(stage, model) {
    this.stage = stage;
    this.model = model;
  }

  /** Somebody stands there; null: one looks at the model from outside. @param {import("#scene/walker.js").Walker | null} walker */
  follow(walker) {
    const { scene } = this.model;
    const room = walker && scene ? (roomAt(scene, walker.x, walker.y) ?? this.#room) : null;
    if (room === this.#room) return;
    this.#hang(room);
    const fromOutside = this.#room === null;
    this.#room = room;
    if (room === null) this.stage.mirror(null);
    else if (fromOutside) this.#takeIn();
    else this.renew();
  }

  /** The room looks different now. */
  renew() {
    clearTimeout(this.#resting);
    this.#hang(this.#room);
    if (this.#room !== null) this.#resting = setTimeout(() => this.#takeIn(), REST_MS);
  }

  stop() {
    clearTimeout(this.#resting);
  }

  /** The mirrors of the room, and what casts the shadows that are seen in it. @param {number | null} room */
  #hang(room) {
    const { scene, kinds } = this.model;
    this.stage.mirrors = scene && room !== null ? mirrorsOf(scene, kinds).filter((mirror) => mirror.room === room) : [];
    const { daylight } = this.stage;
    daylight.key.hang(this.model.keyLampIn(room));
    if (scene && room !== null) daylight.caster.shineIn(this.model.emittersIn(room), boxOfRoom(scene, room));
    else if (this.model.isByDay) daylight.openSky();
    else daylight.caster.leave();
  }

  #takeIn() {
    const { scene } = this.model;
    if (scene && this.#room !== null && scene.rooms[this.#room]) this.stage.mirror(boxOfRoom(scene, this.#room));
  }
}
