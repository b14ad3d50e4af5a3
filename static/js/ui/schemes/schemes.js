/** Schemes in the studio: begun from a mood, a colour or a picture, taken with one tap, changed, kept, shown to the family. */

import { doorsOf } from "#model/actions/paint_woodwork.js";
import { button, el } from "#ui/dom.js";
import { coloursPanel } from "#ui/panels/colours_panel.js";
import { SchemeServer } from "#ui/schemes/asking.js";
import { beginnings, ownPaint, pictureSource } from "#ui/schemes/beginnings.js";
import { proposalList, remarkList } from "#ui/schemes/cards.js";
import { KeptSchemes } from "#ui/schemes/kept_schemes.js";
import { askName, isSame, valuesOf } from "#ui/schemes/naming.js";
import { Proposals, redraw } from "#ui/schemes/proposals.js";
import { Sight } from "#ui/schemes/sight.js";
import { slotRows } from "#ui/schemes/slot_rows.js";
import { allSaved, shapeOf, wear } from "#ui/schemes/wearing.js";
import { roomChoice, roomMeant } from "#ui/schemes/which_room.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#ui/schemes/asking.js").Answer} Answer */
/** @typedef {import("#ui/schemes/asking.js").Told} Told */
/** @typedef {import("#ui/schemes/asking.js").Kept} Kept */
/** @typedef {import("#ui/schemes/beginnings.js").Idea} Idea */

export class Schemes {
  #room = -1;
  #proposals = new Proposals({ mood: "natural" }, () => this.#draw());
  /** @type {[string, string] | null} */ #second = null;
  /** @type {Answer | null} */ #answer = null;
  /** What the room wears: a proposal or a kept one, as it was changed since. @type {Told | null} */ #worn = null;
  /** The kept one that is being changed. @type {Kept | null} */ #edited = null;
  /** @type {import("#ui/schemes/beginnings.js").PictureColour[]} */ #colours = [];
  /** The walls, openings and rooms as they were when the answer came: room numbers hold for them alone. */ #shape = "";
  /** @type {HTMLElement | null} */ #toast = null;
  #root = el("div", { class: "schemes-panel" });

  /** @param {import("#ui/studio/studio.js").Studio} studio @param {{url: string, variant: string, address: string}} of the project's part of the API, and its page */
  constructor(studio, { url, variant, address }) {
    this.studio = studio;
    this.server = new SchemeServer(url, variant);
    this.kept = new KeptSchemes(studio, this.server, {
      address,
      isHere: ({ variant: of, photo }) => of === variant && !photo,
      pictureOf: ({ picture }) => picture,
      nameOf: (scheme) => this.#nameOf(scheme),
      wear: (scheme) => void this.#wear(scheme),
      edit: (scheme) => void this.#edit(scheme),
      apply: "schemes.apply",
    });
    this.sight = new Sight(studio.t, /** @type {HTMLElement} */ (document.getElementById("views")), () => this.#draw());
    studio.store.addEventListener("saved", () => this.#proposals.state === "waits" && this.#root.isConnected && void this.#ask());
  }

  /** What a kept scheme is of. @param {Kept} scheme */
  #nameOf({ room, photo }) {
    const found = room === null ? null : this.studio.planView.survey.found.rooms[room];
    return photo ? this.studio.t("schemes.on_photo") : found ? this.studio.roomName(found) : null;
  }

  open() {
    const room = roomMeant(this.studio, this.#room);
    if (room !== this.#room || !this.#answer) this.#begin(room);
    else if (this.#isOutdated()) void this.#ask();
    this.#show();
    void this.kept.count();
  }

  #show() {
    this.studio.showPanel([this.#root], "beside", "colours");
    this.#draw();
  }

  /** @param {number} room */
  #begin(room) {
    this.#room = room;
    this.#second = this.#answer = this.#worn = this.#edited = null;
    const own = ownPaint(this.studio, room);
    const { idea } = this.#proposals;
    this.#proposals = new Proposals(own ? { paint: own } : "paint" in idea ? { mood: "natural" } : idea, () => this.#draw());
    if (room >= 0) void this.#ask();
  }

  /** Proposals for the room as the server has it: what is on its way is waited for. */
  async #ask() {
    const proposals = this.#proposals;
    proposals.drop();
    if (this.studio.store.saved.pending) return proposals.tell("waits");
    const answer = await proposals.ask(() => this.server.propose(this.#room, { ...proposals.wanted, second: this.#second }));
    if (!answer || proposals !== this.#proposals) return;
    this.#answer = answer;
    this.#shape = shapeOf(this.studio.store.document);
    proposals.locked = new Map(Object.entries(answer.kept));
    this.#second = answer.second;
    proposals.tell("told");
  }

  #draw() {
    const { t } = this.studio;
    redraw(this.#root, [
      button("arrow-left", t("schemes.to_colours"), () => this.studio.openPanel("colours"), "button-plain schemes-back"),
      el("h2", {}, t("schemes.title")),
      ...(this.#room < 0 ? [el("p", {}, t("schemes.no_room"))] : this.#content()),
    ]);
  }

  /** @returns {(Node | string)[]} */
  #content() {
    const { idea, state } = this.#proposals;
    return [
      el("p", { class: "quiet small schemes-about" }, this.studio.t("schemes.about")),
      roomChoice(this.studio, this.#room, (room) => this.#begin(room)),
      beginnings(this.studio, { idea, own: this.#answer?.now.wall ?? null, colours: this.#colours, from: (idea) => this.#from(idea), choosePaint: () => this.#choosePaint() }),
      "picture" in idea ? pictureSource(this.studio, this.#colours, (file) => void this.#readPicture(file)) : null,
      el("div", { class: "schemes-told", "aria-live": "polite", "aria-busy": String(state === "asking") }, ...this.#proposed()),
      ...(this.#worn ? this.#wornParts(this.#worn) : []),
      this.studio.paintsToBuy?.section() ?? null,
      this.sight.field(),
      this.kept.section(),
    ].filter((part) => part !== null);
  }

  /** @param {Idea} idea */
  #from(idea) {
    this.#proposals.begin(idea);
    if ("picture" in idea && !idea.picture.length) return this.#draw();
    this.#again();
  }

  #choosePaint() {
    this.#pick(this.studio.t("schemes.choose_paint"), (code) => this.#from({ paint: code }));
  }

  /** A colour from the deck, and back to the schemes with it. @param {string} title @param {(code: string) => void} take */
  #pick(title, take) {
    const { t } = this.studio;
    const back = button("arrow-left", t("schemes.title"), () => this.#show(), "button-plain schemes-back");
    const choose = (/** @type {string} */ code) => {
      this.#show();
      take(code);
    };
    this.studio.showPanel([back, ...coloursPanel(this.studio, { title, choose })], "beside", "colours");
  }

  /** @param {File} file */
  async #readPicture(file) {
    this.#proposals.tell("asking");
    try {
      this.#colours = await this.server.coloursOf(file);
      this.#from({ picture: this.#colours.map(({ hex }) => hex) });
    } catch (error) {
      this.#proposals.tell("failed", /** @type {Error} */ (error).message);
    }
  }

  #again() {
    this.#proposals.reseed();
    void this.#ask();
  }

  /** @returns {(Node | string)[]} */
  #proposed() {
    const { t } = this.studio;
    const { idea, state, said, taken, locked } = this.#proposals;
    const hasNothing = "picture" in idea && !idea.picture.length;
    if (hasNothing && state === "told") return [];
    const schemes = this.#answer?.schemes ?? [];
    const isAlone = state === "told" && schemes.length < 2 && (locked?.size ?? 0) > 1;
    return [
      ...proposalList(this.studio, { state, said, schemes, taken, take: (place) => this.#take(place), again: () => this.#again(), hasOthers: !hasNothing }),
      ...(isAlone ? [el("p", { class: "small" }, t("schemes.only_one"))] : []),
    ];
  }

  /** @param {Told} worn */
  #wornParts(worn) {
    const { t } = this.studio;
    const answer = /** @type {Answer} */ (this.#answer);
    return [
      slotRows(this.studio, {
        slots: worn.slots,
        locked: new Set(this.#proposals.locked?.keys()),
        fixed: new Set(answer.floor_is_tiled ? ["floor"] : []),
        of: { second: answer.second, walls: answer.walls, turnTo: (wall) => void this.#turnTo(wall) },
        replace: (slot) => this.#pick(t(`schemes.slot_${slot}`), (code) => void this.#replace(slot, code)),
        lock: (slot) => this.#proposals.turnLock(slot, valuesOf(worn)[slot]),
      }),
      remarkList(this.studio, worn.remarks),
      doorsOf(this.studio.store.document, this.#room).length ? el("p", { class: "small quiet" }, t("schemes.both_sides")) : null,
      ...this.#keeping(worn),
    ].filter((part) => part !== null);
  }

  /** A kept scheme offers to be saved only once it is another. @param {Told} worn */
  #keeping(worn) {
    const { t } = this.studio;
    const edited = this.#edited;
    if (edited && isSame(edited, worn, this.#second)) return [el("p", { class: "small quiet" }, t("schemes.is_kept", { name: edited.name }))];
    return [
      edited ? button("check", t("schemes.save_changes", { name: edited.name }), () => void this.#keep(edited.name, edited), "button-solid") : null,
      button("bookmark", t("schemes.keep"), () => askName(this.studio, worn, (name) => void this.#keep(name, null)), edited ? "" : "button-solid"),
    ].filter((part) => part !== null);
  }

  /** @param {number} place */
  #take(place) {
    if (this.#isOutdated()) return void this.#ask();
    const answer = /** @type {Answer} */ (this.#answer);
    this.#proposals.taken = place;
    this.#worn = answer.schemes[place];
    this.#edited = null;
    this.#paint();
    this.#draw();
  }

  #isOutdated() {
    return this.#shape !== "" && this.#shape !== shapeOf(this.studio.store.document);
  }

  /** The room takes the colours that are worn: one stroke, one undo. */
  #paint() {
    const { store, t } = this.studio;
    const done = this.#worn && wear(this.studio, this.#room, this.#worn, /** @type {Answer} */ (this.#answer));
    if (done === null) return;
    this.#shape = shapeOf(store.document);
    this.#toast?.remove();
    this.#toast = toast(t(done ? "schemes.taken" : "schemes.nothing_changed"), done ? { label: t("studio.undo"), press: () => store.undo() } : null);
  }

  /** Her own choice stays from now on. @param {string} slot @param {string} code */
  async #replace(slot, code) {
    if (!this.#worn) return;
    this.#proposals.locked?.set(slot, code);
    await this.#retell({ ...valuesOf(this.#worn), [slot]: code }, this.#second);
  }

  /** @param {[string, string]} wall */
  async #turnTo(wall) {
    if (!this.#worn) return;
    await this.#retell(valuesOf(this.#worn), wall);
    await this.#ask();
  }

  /** What these colours are like in the room, and the room takes them. @param {Record<string, string>} slots @param {[string, string] | null} second */
  async #retell(slots, second) {
    try {
      await allSaved(this.studio);
      const told = await this.server.propose(this.#room, { from: null, kept: slots, second });
      this.#second = told.second;
      this.#worn = told.schemes[0];
      this.#answer = { ...told, schemes: this.#answer?.schemes ?? [], kept: this.#answer?.kept ?? {} };
      this.#proposals.taken = null;
      this.#paint();
    } catch (error) {
      toast(/** @type {Error} */ (error).message || this.studio.t("schemes.failed"));
    }
    this.#draw();
  }

  /** @param {string} name @param {Kept | null} changed */
  async #keep(name, changed) {
    if (!this.#worn) return;
    const { t } = this.studio;
    const known = changed ? { id: changed.id, version: changed.version } : {};
    try {
      this.#edited = await this.server.keep({ ...known, room: this.#room, name, slots: valuesOf(this.#worn), second: this.#second, locked: [...(this.#proposals.locked?.keys() ?? [])] });
      toast(t("schemes.is_kept", { name: this.#edited.name }), { label: t("schemes.compare_short"), press: () => void this.kept.open() });
      await this.kept.count();
    } catch (error) {
      toast(/** @type {Error} */ (error).message || t("schemes.failed"));
    }
    this.#draw();
  }

  /** A kept scheme comes onto its room. @param {Kept} scheme */
  async #wear(scheme) {
    if (scheme.room === null) return;
    if (scheme.room !== this.#room || !this.#answer) this.#begin(scheme.room);
    this.#proposals.drop();
    this.#edited = scheme;
    this.#proposals.lockAs(scheme);
    await this.#retell(valuesOf(scheme), scheme.second);
  }

  /** @param {Kept} scheme */
  async #edit(scheme) {
    await this.#wear(scheme);
    this.#show();
  }
}
