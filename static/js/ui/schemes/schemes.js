/** Schemes in the studio: begun from a mood, a colour or a picture, taken with one tap, changed, kept, shown to the family. */

import { doorsOf } from "#model/actions/paint_woodwork.js";
import { button, el } from "#ui/dom.js";
import { coloursPanel } from "#ui/panels/colours_panel.js";
import { SchemeServer } from "#ui/schemes/asking.js";
import { beginnings, ownPaint, pictureSource } from "#ui/schemes/beginnings.js";
import { proposalList, remarkList } from "#ui/schemes/cards.js";
import { KeptSchemes } from "#ui/schemes/kept_schemes.js";
import { askName, valuesOf } from "#ui/schemes/naming.js";
import { slotRows } from "#ui/schemes/slot_rows.js";
import { allSaved, shapeOf, wear } from "#ui/schemes/wearing.js";
import { roomChoice, roomMeant } from "#ui/schemes/which_room.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#ui/schemes/asking.js").Answer} Answer */
/** @typedef {import("#ui/schemes/asking.js").Told} Told */
/** @typedef {import("#ui/schemes/asking.js").Kept} Kept */
/** @typedef {import("#ui/schemes/beginnings.js").Idea} Idea */

const MOST_SEED = 2 ** 31;

export class Schemes {
  #room = -1;
  /** @type {Idea} */ #idea = { mood: "natural" };
  #seed = 1;
  /** By slot what stays when others are proposed; null: what the server keeps by itself. @type {Map<string, string> | null} */ #locked = null;
  /** @type {[string, string] | null} */ #second = null;
  /** @type {Answer | null} */ #answer = null;
  /** The place of the proposal that was taken. @type {number | null} */ #taken = null;
  /** What the room wears: a proposal or a kept one, as it was changed since. @type {Told | null} */ #worn = null;
  /** The kept one that is being changed. @type {Kept | null} */ #edited = null;
  /** @type {import("#ui/schemes/beginnings.js").PictureColour[]} */ #colours = [];
  /** @type {"asking" | "waits" | "told" | "failed"} */ #state = "asking";
  #said = "";
  #asked = 0;
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
    studio.store.addEventListener("saved", () => this.#state === "waits" && this.#root.isConnected && void this.#ask());
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
    this.#locked = this.#second = this.#answer = this.#taken = this.#worn = this.#edited = null;
    const own = ownPaint(this.studio, room);
    if (own) this.#idea = { paint: own };
    else if ("paint" in this.#idea) this.#idea = { mood: "natural" };
    if (room >= 0) void this.#ask();
  }

  /** Proposals for the room as the server has it: what is on its way is waited for. */
  async #ask() {
    const mine = (this.#asked += 1);
    this.#tell(this.studio.store.saved.pending ? "waits" : "asking");
    if (this.#state === "waits") return;
    const kept = this.#locked ? { kept: Object.fromEntries(this.#locked) } : {};
    try {
      const answer = await this.server.propose(this.#room, { from: this.#idea, seed: this.#seed, second: this.#second, ...kept });
      if (mine !== this.#asked) return;
      this.#answer = answer;
      this.#shape = shapeOf(this.studio.store.document);
      this.#locked = new Map(Object.entries(answer.kept));
      this.#second = answer.second;
      this.#taken = null;
      this.#tell("told");
    } catch (error) {
      if (mine === this.#asked) this.#tell("failed", /** @type {Error} */ (error).message);
    }
  }

  /** @param {"asking" | "waits" | "told" | "failed"} state */
  #tell(state, said = "") {
    this.#state = state;
    this.#said = said;
    this.#draw();
  }

  #draw() {
    const { t } = this.studio;
    const focus = this.#root.contains(document.activeElement) ? [...this.#root.querySelectorAll("button, select")].indexOf(/** @type {Element} */ (document.activeElement)) : -1;
    this.#root.replaceChildren(
      button("arrow-left", t("schemes.to_colours"), () => this.studio.openPanel("colours"), "button-plain schemes-back"),
      el("h2", {}, t("schemes.title")),
      ...(this.#room < 0 ? [el("p", {}, t("schemes.no_room"))] : this.#content()),
    );
    /** @type {HTMLElement | undefined} */ ([...this.#root.querySelectorAll("button, select")][focus])?.focus({ preventScroll: true });
  }

  /** @returns {(Node | string)[]} */
  #content() {
    return [
      el("p", { class: "quiet small schemes-about" }, this.studio.t("schemes.about")),
      roomChoice(this.studio, this.#room, (room) => this.#begin(room)),
      beginnings(this.studio, { idea: this.#idea, own: this.#answer?.now.wall ?? null, colours: this.#colours, from: (idea) => this.#from(idea), choosePaint: () => this.#choosePaint() }),
      "picture" in this.#idea ? pictureSource(this.studio, this.#colours, (file) => void this.#readPicture(file)) : null,
      el("div", { class: "schemes-told", "aria-live": "polite", "aria-busy": String(this.#state === "asking") }, ...this.#proposals()),
      ...(this.#worn ? this.#wornParts(this.#worn) : []),
      this.kept.section(),
    ].filter((part) => part !== null);
  }

  /** @param {Idea} idea */
  #from(idea) {
    this.#idea = idea;
    if ("picture" in idea && !idea.picture.length) return this.#draw();
    if ("paint" in idea) this.#locked?.delete("wall");
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
    this.#tell("asking");
    try {
      this.#colours = await this.server.coloursOf(file);
      this.#from({ picture: this.#colours.map(({ hex }) => hex) });
    } catch (error) {
      this.#tell("failed", /** @type {Error} */ (error).message);
    }
  }

  #again() {
    this.#seed = 1 + Math.floor(Math.random() * (MOST_SEED - 1));
    void this.#ask();
  }

  /** @returns {(Node | string)[]} */
  #proposals() {
    const { t } = this.studio;
    const hasNothing = "picture" in this.#idea && !this.#idea.picture.length;
    if (hasNothing && this.#state === "told") return [];
    const schemes = this.#answer?.schemes ?? [];
    const isAlone = this.#state === "told" && schemes.length < 2 && (this.#locked?.size ?? 0) > 1;
    return [
      ...proposalList(this.studio, { state: this.#state, said: this.#said, schemes, taken: this.#taken, take: (place) => this.#take(place), again: () => this.#again(), hasOthers: !hasNothing }),
      ...(isAlone ? [el("p", { class: "small" }, t("schemes.only_one"))] : []),
    ];
  }

  /** @param {Told} worn */
  #wornParts(worn) {
    const { t } = this.studio;
    const answer = /** @type {Answer} */ (this.#answer);
    const edited = this.#edited;
    return [
      slotRows(this.studio, {
        slots: worn.slots,
        locked: new Set(this.#locked?.keys()),
        fixed: new Set(answer.floor_is_tiled ? ["floor"] : []),
        second: answer.second,
        walls: answer.walls,
        replace: (slot) => this.#pick(t(`schemes.slot_${slot}`), (code) => void this.#replace(slot, code)),
        lock: (slot) => this.#lock(slot),
        turnTo: (wall) => void this.#turnTo(wall),
      }),
      remarkList(this.studio, worn.remarks),
      doorsOf(this.studio.store.document, this.#room).length ? el("p", { class: "small quiet" }, t("schemes.both_sides")) : null,
      edited ? button("check", t("schemes.save_changes", { name: edited.name }), () => void this.#keep(edited.name, edited), "button-solid") : null,
      button("bookmark", t("schemes.keep"), () => askName(this.studio, worn, (name) => void this.#keep(name, null)), edited ? "" : "button-solid"),
    ].filter((part) => part !== null);
  }

  /** @param {number} place */
  #take(place) {
    if (this.#isOutdated()) return void this.#ask();
    const answer = /** @type {Answer} */ (this.#answer);
    this.#taken = place;
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

  /** @param {string} slot */
  #lock(slot) {
    const value = this.#worn?.slots.find((one) => one.slot === slot)?.value;
    if (this.#locked?.has(slot)) this.#locked.delete(slot);
    else if (value) this.#locked?.set(slot, value);
    this.#draw();
  }

  /** Her own choice stays from now on. @param {string} slot @param {string} code */
  async #replace(slot, code) {
    if (!this.#worn) return;
    this.#locked?.set(slot, code);
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
      this.#taken = null;
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
      this.#edited = await this.server.keep({ ...known, room: this.#room, name, slots: valuesOf(this.#worn), second: this.#second, locked: [...(this.#locked?.keys() ?? [])] });
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
    this.#asked += 1;
    this.#state = "told";
    this.#edited = scheme;
    this.#locked = new Map(scheme.slots.filter(({ slot }) => scheme.locked.includes(slot)).map(({ slot, value }) => [slot, value]));
    await this.#retell(valuesOf(scheme), scheme.second);
  }

  /** @param {Kept} scheme */
  async #edit(scheme) {
    await this.#wear(scheme);
    this.#show();
  }
}
