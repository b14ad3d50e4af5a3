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
import { Proposals, redraw } from "#ui/schemes/proposals.js";
import { Sight } from "#ui/schemes/sight.js";
import { slotRows } from "#ui/schemes/slot_rows.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#ui/schemes/asking.js").Told} Told */
/** @typedef {import("#ui/schemes/asking.js").Kept} Kept */

export class PhotoSchemes {
  #proposals = new Proposals({ photo: true }, () => this.#draw());
  /** @type {Told[]} */ #schemes = [];
  /** What the photo wears: a proposal or a kept one. @type {Told | null} */ #worn = null;
  #photo = "";
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
      wear: (scheme) => this.#wear(scheme),
      edit: null,
      apply: "schemes.photo_apply",
    });
    this.root = el("details", { class: "panel-part", ontoggle: () => this.root.open && this.#opened() }, el("summary", {}, t("schemes.photo_title")), this.#body);
    this.sight = new Sight(t, painter.stage.root, () => this.#draw());
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
    const { photoId } = this.painter;
    if (!photoId) return;
    if (photoId !== this.#photo) this.#proposals.locked = this.#worn = null;
    this.#shape = this.#shapeNow();
    this.#photo = this.server.photo = photoId;
    const answer = await this.#proposals.ask(() => this.server.proposeOn(this.#proposals.wanted));
    if (!answer) return;
    this.#schemes = answer.schemes;
    this.#proposals.tell("told");
  }

  #draw() {
    const { painter } = this;
    const { idea, state } = this.#proposals;
    redraw(this.#body, [
      el("p", { class: "small quiet" }, painter.t("schemes.photo_about")),
      this.#slots(),
      beginnings(painter, { idea, own: painter.wall?.paint ?? null, colours: [], from: (idea) => this.#from(idea), choosePaint: null }),
      el("div", { class: "schemes-told", "aria-live": "polite", "aria-busy": String(state === "asking") }, ...this.#proposed()),
      ...this.#wornParts(),
      this.sight.field(),
      this.kept.section(),
    ]);
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
    this.#proposals.begin(idea);
    this.#again();
  }

  #again() {
    this.#proposals.reseed();
    void this.#ask();
  }

  /** @returns {Node[]} */
  #proposed() {
    const { painter } = this;
    const { t } = painter;
    const { state, said, taken, locked } = this.#proposals;
    const isAlone = state === "told" && this.#schemes.length < 2 && (locked?.size ?? 0) > 0;
    return [
      state === "told" && painter.walls.some(isApproximate) ? el("p", { class: "small quiet" }, t("photos.approximate")) : null,
      ...proposalList(painter, { state, said, schemes: this.#schemes, taken, take: (place) => this.#take(place), again: () => this.#again(), size: painter.outbox?.photo }),
      isAlone ? el("p", { class: "small" }, t("schemes.only_one")) : null,
    ].filter((part) => part !== null);
  }

  /** @returns {Node[]} */
  #wornParts() {
    const [{ painter }, worn] = [this, this.#worn];
    if (!worn) return [];
    const marked = new Set(["wall", ...painter.walls.map(slotOf)]);
    return [
      slotRows(painter, { slots: worn.slots.filter(({ slot }) => marked.has(slot)), locked: new Set(this.#proposals.locked?.keys()), lock: (slot) => this.#proposals.turnLock(slot, valuesOf(worn)[slot]) }),
      remarkList(painter, worn.remarks),
      button("bookmark", painter.t("schemes.keep"), () => askName(painter, worn, (name) => void this.#keep(name, worn)), "button-solid"),
    ];
  }

  /** @param {number} place */
  #take(place) {
    this.#proposals.taken = place;
    this.#worn = this.#schemes[place];
    this.#paint(this.#worn);
    this.#draw();
  }

  /** @param {Kept} scheme */
  #wear(scheme) {
    this.#proposals.lockAs(scheme);
    this.#worn = scheme;
    this.#paint(scheme);
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
      await this.server.keepNew({ name, slots: valuesOf(scheme), locked: [...(this.#proposals.locked?.keys() ?? [])] });
      toast(t("schemes.is_kept", { name }), { label: t("schemes.compare_short"), press: () => void this.kept.open() });
      await this.kept.count();
    } catch (error) {
      toast(/** @type {Error} */ (error).message || t("schemes.failed"));
    }
  }
}
