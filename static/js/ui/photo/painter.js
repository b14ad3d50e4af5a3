/** The painter: a project's photos, the wall in hand, the tool; it joins the stage, the panel and what goes to the server. */

import { newId } from "#model/ids.js";
import { EMPTY, mayRedo, mayUndo, walls, withOld } from "#photo/marks.js";
import { Outbox } from "#photo/outbox.js";
import { byId } from "#ui/dom.js";
import { Picture } from "#ui/photo/picture.js";
import { Stage } from "#ui/photo/stage.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#photo/marks.js").Wall} Wall */
/** @typedef {import("#photo/outbox.js").Photo} Photo */

/** Fires "change" when anything that it shows is another. */
export class Painter extends EventTarget {
  /** @type {Map<string, Outbox>} */ #outboxes = new Map();
  /** The step by which something was tapped that may be no wall. @type {string | null} */ #doubted = null;
  /** @type {string | null} */ photoId = null;
  wallId = newId("walls");
  picture = new Picture();
  isCompared = false;
  /** Asking again what the wall's colour was. */
  asksOld = false;
  /** Choosing it from the deck. */
  choosesOld = false;

  /** @param {any} boot @param {{t: import("#ui/words.js").Translate, language: "pl" | "en", deck: import("#colour/deck.js").Deck}} with_ */
  constructor(boot, { t, language, deck }) {
    super();
    this.boot = boot;
    this.t = t;
    this.language = language;
    this.deck = deck;
    this.mayEdit = boot.may_edit;
    this.stage = new Stage(byId("stage"), { t, mayEdit: this.mayEdit });
    this.stage.addEventListener("mark", (event) => this.#mark(/** @type {CustomEvent} */ (event).detail));
    this.picture.addEventListener("loaded", (event) => (this.stage.paint(/** @type {CustomEvent} */ (event).detail), this.#changed()));
    for (const name of ["working", "offline"]) this.picture.addEventListener(name, () => this.#changed());
    for (const photo of boot.photos) this.#hold(photo);
    document.addEventListener("visibilitychange", () => document.hidden || void this.#refresh());
  }

  /** The photos as they stand. @returns {Photo[]} */
  get photos() {
    return [...this.#outboxes.values()].map(({ photo }) => photo);
  }

  /** @returns {Outbox | null} */
  get outbox() {
    return this.#outboxes.get(this.photoId ?? "") ?? null;
  }

  get state() {
    return this.outbox?.state ?? EMPTY;
  }

  /** @returns {Wall[]} */
  get walls() {
    return withOld(walls(this.state), this.outbox?.photo.known_old ?? {});
  }

  /** The wall in hand, if anything is marked of it. @returns {Wall | null} */
  get wall() {
    return this.walls.find(({ id }) => id === this.wallId) ?? null;
  }

  /** Codes of the paints on all photos, and then those of the design. @returns {string[]} */
  get ownPaints() {
    const used = [...this.#outboxes.values()].flatMap(({ state }) => walls(state).map(({ paint }) => paint));
    return [...new Set([...used.filter((code) => code !== null), ...this.boot.paints])];
  }

  /** Whether the colour of the wall in hand is known beforehand. */
  get knowsOld() {
    return this.wallId in (this.outbox?.photo.known_old ?? {});
  }

  /** Whether the wall in hand is nothing but a tap that may be on no wall. */
  get isDoubtful() {
    return this.#doubted !== null && this.wall?.taps.length === 1;
  }

  /** Whether a wall's paint is shown upon a guess of what it was. */
  get isApproximate() {
    return this.walls.some((wall) => wall.paint && isApproximate(wall));
  }

  /** @param {string | null} id */
  open(id) {
    this.photoId = id && this.#outboxes.has(id) ? id : (this.photos[0]?.id ?? null);
    const { outbox } = this;
    this.wallId = this.walls.at(-1)?.id ?? newId("walls");
    this.#stopAsking();
    byId("painter").toggleAttribute("data-empty", !outbox);
    if (outbox) {
      this.stage.show(outbox.photo, `${outbox.photo.url}/picture.jpg?original=1`);
      void outbox.send();
      this.#show();
    }
    this.#changed();
  }

  /** A photo that has just been brought. @param {Photo} photo */
  add(photo) {
    this.#hold(photo);
    this.open(photo.id);
  }

  /** @param {...Omit<import("#photo/marks.js").Edit, "id">} steps */
  perform(...steps) {
    this.#settle();
    this.outbox?.add(...steps);
  }

  /** @param {string} tool */
  use(tool) {
    this.stage.tool = tool;
    byId("painter").dataset.tool = tool;
    this.#changed();
  }

  /** @param {string} id */
  take(id) {
    this.#settle();
    this.wallId = id;
    this.#stopAsking();
    this.#changed();
  }

  nextWall() {
    if (this.isDoubtful) this.undo();
    this.take(newId("walls"));
    this.use("tap");
  }

  /** @param {string} code */
  paint(code) {
    if (!this.wall) return this.#sayWallFirst();
    this.perform({ do: "paint", wall: this.wallId, paint: code });
  }

  /** What the wall's colour was. @param {import("#photo/marks.js").Old | null} old */
  tellOld(old) {
    this.#stopAsking();
    this.perform({ do: "old", wall: this.wallId, old });
  }

  /** @param {boolean} does */
  askOld(does) {
    this.asksOld = does;
    this.#changed();
  }

  /** @param {boolean} does */
  chooseOld(does) {
    this.choosesOld = does;
    this.#changed();
  }

  /** @param {boolean} is */
  compare(is) {
    this.isCompared = is;
    this.stage.line.show(is);
    this.#changed();
  }

  undo() {
    if (mayUndo(this.state)) this.perform({ do: "undo" });
  }

  redo() {
    if (mayRedo(this.state)) this.perform({ do: "redo" });
  }

  async removePhoto() {
    const { outbox } = this;
    if (!outbox) return;
    const answer = await fetch(outbox.photo.url, { method: "DELETE" }).catch(() => null);
    if (!answer?.ok) return void toast(this.t("studio.no_network"));
    this.#outboxes.delete(outbox.photo.id);
    this.compare(false);
    toast(this.t("photos.removed"));
    this.open(null);
  }

  #stopAsking() {
    this.asksOld = false;
    this.choosesOld = false;
  }

  /** @param {Photo} photo */
  #hold(photo) {
    const outbox = new Outbox(photo, { shelf: shelf() });
    outbox.addEventListener("change", () => this.#changed());
    outbox.addEventListener("link", () => this.#changed());
    outbox.addEventListener("saved", () => outbox === this.outbox && this.#show());
    outbox.addEventListener("refused", (event) => (toast(/** @type {CustomEvent} */ (event).detail || this.t("studio.not_now")), this.#show()));
    outbox.addEventListener("doubted", (event) => this.#doubt(/** @type {CustomEvent} */ (event).detail));
    window.addEventListener("online", () => void outbox.send());
    this.#outboxes.set(photo.id, outbox);
  }

  /** About the last tap, unless more was done since: it holds, or is taken back. @param {string} words */
  #doubt(words) {
    const last = this.state.steps.at(-1);
    if (last?.do !== "tap" || last.wall !== this.wallId) return;
    this.#settle();
    this.#doubted = last.id;
    toast(words, [{ label: this.t("photos.is_wall"), press: () => this.#settle() }, { label: this.t("studio.undo"), press: () => this.undo() }], true);
    this.#changed();
  }

  #sayWallFirst() {
    this.#settle();
    toast(this.t("photos.first_wall"));
  }

  /** Nothing is in doubt any more, and nothing said. */
  #settle() {
    this.#doubted = null;
    byId("toasts").replaceChildren();
    this.#changed();
  }

  /** What others, or another device, did meanwhile. */
  async #refresh() {
    const answer = await fetch(`${this.boot.project.url}/photos/`).then((response) => (response.ok ? response.json() : null), () => null);
    for (const photo of answer?.photos ?? []) {
      const outbox = this.#outboxes.get(photo.id);
      if (outbox) outbox.receive(photo);
      else this.#hold(photo);
    }
    this.#changed();
  }

  /** The picture and the edge as the server has them now. */
  #show() {
    const { outbox } = this;
    if (!outbox) return;
    const { url, version } = outbox.photo;
    this.picture.want(`${url}/picture.jpg?v=${version}`);
    this.#changed();
  }

  /** @param {{at?: any, from?: any, to?: any, points?: any, width?: number}} done */
  #mark({ at, from, to, points, width }) {
    const wall = this.wallId;
    const { tool } = this.stage;
    if (points) this.perform({ do: "brush", wall, on: tool === "brush", width, points });
    else if (from) this.perform({ do: "line", wall, from, to });
    else if (tool === "sheet") {
      this.use("tap");
      this.tellOld({ way: "sheet", at });
    } else if (tool === "keep" && !this.wall?.taps.length) this.#sayWallFirst();
    else if (tool === "keep") this.perform({ do: "keep", wall, at });
    else this.perform(...(this.isDoubtful ? [{ do: "undo" }] : []), { do: "tap", wall, at });
  }

  #changed() {
    const { outbox, wall } = this;
    if (!wall && !this.walls.length && this.stage.tool !== "tap" && this.stage.tool !== "brush") this.use("tap");
    const isSaved = outbox && !outbox.waits;
    const needsEdge = wall && this.mayEdit && !this.isCompared && (!wall.paint || this.stage.tool !== "tap") && (wall.taps.length || wall.brush.length);
    if (isSaved || !needsEdge) this.stage.showEdge(isSaved && needsEdge ? `${outbox.photo.url}/walls/${wall.id}.png?v=${outbox.photo.version}` : null);
    this.stage.showMarks(this.mayEdit && !this.isCompared ? wall : null);
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {Wall} wall */
export const isApproximate = ({ old }) => !["paint", "sheet", "start"].includes(old?.way ?? "");

/** Where the browser lets a page keep something. @returns {Storage | null} */
function shelf() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
