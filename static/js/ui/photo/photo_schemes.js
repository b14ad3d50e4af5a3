/** Schemes on her photo: proposed and kept ones side by side as pictures of it; one tap paints all that is marked, one undo takes it back. */

import { paintsOf, SLOTS, slotOf } from "#photo/slots.js";
import { button, el } from "#ui/dom.js";
import { choiceField } from "#ui/fields.js";
import { isApproximate } from "#ui/photo/painter.js";
import { PhotoSchemeServer } from "#ui/schemes/asking.js";
import { beginnings } from "#ui/schemes/beginnings.js";
import { proposalList, remarkList } from "#ui/schemes/cards.js";
import { KeptSchemes } from "#ui/schemes/kept_schemes.js";
import { askName, valuesOf } from "#ui/schemes/naming.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#ui/schemes/asking.js").Told} Told */
/** @typedef {import("#ui/schemes/asking.js").Kept} Kept */

const MOST_SEED = 2 ** 31;
const FOCUSED = "button, select";

export class PhotoSchemes {
  /** @type {import("#ui/schemes/beginnings.js").Idea} */ #idea = { photo: true };
  #seed = 1;
  /** @type {Told[]} */ #schemes = [];
  /** The place of the one that was taken. @type {number | null} */ #taken = null;
  /** @type {"asking" | "told" | "failed"} */ #state = "asking";
  #said = "";
  #asked = 0;
  /** The photo, and what was marked on it, when the answer was asked for. */ #shape = "";
  #body = el("div", { class: "panel-body schemes-panel" });

  /** @param {import("#ui/photo/painter.js").Painter} painter */
  constructor(painter) {
    this.painter = painter;
    const { t, boot } = painter;
    this.server = new PhotoSchemeServer(boot.project.url, "");
    this.kept = new KeptSchemes(painter, this.server, {
      address: boot.project.address,
      isHere: () => this.painter.walls.length > 0,
      pictureOf: (scheme) => this.#pictureOf(scheme),
      nameOf: ({ photo }) => t(photo ? "schemes.on_photo" : "schemes.of_room"),
      wear: (scheme) => this.#paint(scheme),
      edit: null,
      apply: "schemes.photo_apply",
    });
    this.root = el("details", { class: "panel-part", ontoggle: () => this.root.open && this.#opened() }, el("summary", {}, t("schemes.photo_title")), this.#body);
    painter.addEventListener("change", () => this.#follow());
    this.#follow();
  }

  /** What a kept one looks like on the photo that is open, while something is marked on it. @param {Kept} scheme */
  #pictureOf({ picture, slots }) {
    const { outbox, walls } = this.painter;
    if (!outbox || !walls.length || !slots) return picture;
    const told = new URLSearchParams([...slots.map(({ slot, value }) => [slot, value]), ["v", String(outbox.photo.version)]]);
    return `${outbox.photo.url}/schemes/picture.webp?${told}`;
  }

  /** Other marks ask for other proposals; other paints do not. */
  #follow() {
    const { outbox, walls, mayEdit } = this.painter;
    this.root.hidden = !walls.length || !mayEdit;
    if (this.root.open && outbox && !outbox.waits && this.#shape !== this.#shapeNow()) void this.#ask();
  }

  #opened() {
    void this.kept.count();
    if (this.#shape !== this.#shapeNow()) void this.#ask();
    else this.#draw();
  }

  #shapeNow() {
    const { photoId, walls } = this.painter;
    return JSON.stringify([photoId, walls.map(({ paint: _, ...marked }) => marked)]);
  }

  async #ask() {
    const mine = (this.#asked += 1);
    const { photoId } = this.painter;
    if (!photoId) return;
    this.#shape = this.#shapeNow();
    this.server.photo = photoId;
    this.#tell("asking");
    try {
      const { schemes } = await this.server.proposeOn({ from: this.#idea, seed: this.#seed });
      if (mine !== this.#asked) return;
      this.#schemes = schemes;
      this.#taken = null;
      this.#tell("told");
    } catch (error) {
      if (mine === this.#asked) this.#tell("failed", /** @type {Error} */ (error).message);
    }
  }

  /** @param {"asking" | "told" | "failed"} state */
  #tell(state, said = "") {
    this.#state = state;
    this.#said = said;
    this.#draw();
  }

  #draw() {
    const { painter } = this;
    const held = this.#body.contains(document.activeElement) ? [...this.#body.querySelectorAll(FOCUSED)].indexOf(/** @type {Element} */ (document.activeElement)) : -1;
    this.#body.replaceChildren(
      el("p", { class: "small quiet" }, painter.t("schemes.photo_about")),
      this.#slots(),
      beginnings(painter, { idea: this.#idea, own: painter.wall?.paint ?? null, colours: [], from: (idea) => this.#from(idea), choosePaint: null }),
      el("div", { class: "schemes-told", "aria-live": "polite", "aria-busy": String(this.#state === "asking") }, ...this.#proposals()),
      this.kept.section(),
    );
    /** @type {HTMLElement | undefined} */ ([...this.#body.querySelectorAll(FOCUSED)][held])?.focus({ preventScroll: true });
  }

  /** What of a scheme each thing that is marked takes: it need be no wall. */
  #slots() {
    const { t, walls } = this.painter;
    const options = SLOTS.map((slot) => /** @type {[string, string]} */ ([slot, t(`photos.slot_${slot}`)]));
    return el("div", { class: "photo-slots" }, ...walls.map((wall, place) =>
      choiceField({ label: t("photos.wall_n", { n: place + 1 }), value: slotOf(wall), options, change: (slot) => this.painter.perform({ do: "slot", wall: wall.id, slot }) })));
  }

  /** @param {import("#ui/schemes/beginnings.js").Idea} idea */
  #from(idea) {
    this.#idea = idea;
    this.#again();
  }

  #again() {
    this.#seed = 1 + Math.floor(Math.random() * (MOST_SEED - 1));
    void this.#ask();
  }

  /** @returns {(Node | null)[]} */
  #proposals() {
    const { painter } = this;
    const { t } = painter;
    const taken = this.#state === "told" && this.#taken !== null ? this.#schemes[this.#taken] : null;
    return [
      this.#state === "told" && painter.walls.some(isApproximate) ? el("p", { class: "small quiet" }, t("photos.approximate")) : null,
      ...proposalList(painter, { state: this.#state, said: this.#said, schemes: this.#schemes, taken: this.#taken, take: (place) => this.#take(place), again: () => this.#again(), size: painter.outbox?.photo }),
      taken ? remarkList(painter, taken.remarks) : null,
      taken ? button("bookmark", t("schemes.keep"), () => askName(painter, taken, (name) => void this.#keep(name, taken)), "button-solid") : null,
    ].filter((part) => part !== null);
  }

  /** @param {number} place */
  #take(place) {
    this.#taken = place;
    this.#paint(this.#schemes[place]);
    this.#draw();
  }

  /** All that is marked takes the scheme: one step, one undo. @param {Told} scheme */
  #paint({ slots }) {
    const { painter } = this;
    const paints = paintsOf(painter.walls, slots);
    if (!Object.keys(paints).length) return;
    painter.perform({ do: "scheme", paints });
    toast(painter.t("schemes.photo_taken"), { label: painter.t("studio.undo"), press: () => painter.undo() });
  }

  /** @param {string} name @param {Told} scheme */
  async #keep(name, scheme) {
    const { t } = this.painter;
    try {
      await this.server.keepNew({ name, slots: valuesOf(scheme) });
      toast(t("schemes.is_kept", { name }), { label: t("schemes.compare_short"), press: () => void this.kept.open() });
      await this.kept.count();
    } catch (error) {
      toast(/** @type {Error} */ (error).message || t("schemes.failed"));
    }
  }
}
