/** Kept schemes side by side: worn, chosen, changed, removed, and sent to the family for a vote. */

import { dialog } from "#ui/dialogs.js";
import { button, el, icon } from "#ui/dom.js";
import { remarkList, schemePicture, strip } from "#ui/schemes/cards.js";
import { toast } from "#ui/toasts.js";

/** @typedef {import("#ui/schemes/asking.js").Kept} Kept */

export class KeptSchemes {
  /** @type {Kept[]} */ #schemes = [];
  /** The link made since the page opened. @type {string | null} */ #link = null;
  #section = el("section", { class: "schemes-kept stack" });
  #list = el("div", { class: "schemes-side" });
  #ask = el("div", { class: "stack" });

  /**
   * @param {import("#ui/schemes/cards.js").Speaker} studio @param {import("#ui/schemes/asking.js").SchemeServer} server
   * @param {{address: string, isHere: (scheme: Kept) => boolean, pictureOf: (scheme: Kept) => string | null, nameOf: (scheme: Kept) => string | null, wear: (scheme: Kept) => void, edit: ((scheme: Kept) => void) | null, apply: string}} with_
   *   `isHere`: whether it can be worn where one is; `nameOf`: of its room, or null; `apply`: the words that wear it
   */
  constructor(studio, server, with_) {
    this.studio = studio;
    this.server = server;
    this.with = with_;
  }

  /** How many there are, and the way to them; empty while there are none. */
  section() {
    return this.#section;
  }

  async count() {
    const { t } = this.studio;
    if (!(await this.#load())) return;
    const count = this.#schemes.length;
    this.#section.replaceChildren(...(count ? [
      el("h3", {}, t("schemes.kept")),
      button("columns-2", `${t("schemes.compare")} (${count})`, () => void this.open()),
    ] : []));
  }

  async open() {
    const { t } = this.studio;
    if (!(await this.#load())) return;
    this.#draw();
    const shown = dialog({ title: t("schemes.kept"), close: t("shell.close"), content: [el("p", { class: "small quiet" }, t("schemes.choose_how")), this.#list, this.#ask] });
    shown.classList.add("schemes-dialog");
    shown.scrollTop = 0;
  }

  async #load() {
    return this.#try(async () => {
      this.#schemes = await this.server.kept();
    });
  }

  #draw() {
    this.#list.dataset.count = String(Math.min(this.#schemes.length, 4));
    this.#list.replaceChildren(...this.#schemes.map((scheme) => this.#card(scheme)));
    this.#ask.replaceChildren(...this.#asking());
  }

  /** @param {Kept} scheme */
  #card(scheme) {
    const { t } = this.studio;
    const { name, slots, remarks } = scheme;
    const picture = this.with.pictureOf(scheme);
    const parts = picture ? [schemePicture(picture, t("schemes.picture_of", { name })), strip(slots)] : [el("p", { class: "small" }, t("schemes.room_gone"))];
    const isHere = picture && this.with.isHere(scheme);
    const { edit } = this.with;
    return el("article", { class: "scheme-kept", "aria-label": name, "data-chosen": scheme.chosen },
      el("h3", {}, name, scheme.chosen ? el("span", { class: "scheme-chosen" }, t("schemes.chosen")) : null),
      this.#roomOf(scheme),
      ...parts,
      ...this.#votes(scheme),
      el("div", { class: "stack" },
        isHere ? button("paint-roller", t(this.with.apply), () => this.#leave(() => this.with.wear(scheme))) : null,
        scheme.photo && !isHere ? el("a", { class: "button", href: `${this.with.address}/photo?photo=${scheme.photo}` }, icon("image"), el("span", {}, t("schemes.to_photo"))) : null,
        picture && !scheme.chosen ? button("check", t("schemes.choose"), () => void this.#choose(scheme)) : null,
        el("div", { class: "scheme-acts" },
          isHere && edit ? button("pencil", t("schemes.edit"), () => this.#leave(() => edit(scheme)), "button-plain") : null,
          this.#removal(scheme))),
      picture ? remarkList(this.studio, remarks.filter(({ good }) => !good)) : null);
  }

  /** The room's name where the schemes are for several. @param {Kept} scheme */
  #roomOf(scheme) {
    const name = this.with.nameOf(scheme);
    return name && new Set(this.#schemes.map(({ room, photo }) => photo ?? room)).size > 1 ? el("p", { class: "small quiet" }, name) : null;
  }

  /** @param {Kept} scheme */
  #removal(scheme) {
    const { t } = this.studio;
    const press = button("trash-2", t("schemes.remove"), () => void this.#remove(scheme), "button-plain");
    press.setAttribute("aria-label", t("schemes.remove_what", { name: scheme.name }));
    return press;
  }

  /** @param {Kept} scheme */
  #votes({ votes }) {
    const { t } = this.studio;
    if (!votes) return [];
    return [
      el("p", { class: "scheme-count" }, votes.length ? t("schemes.votes", { n: votes.length }) : t("schemes.no_votes")),
      ...(votes.length ? [el("ul", { class: "scheme-words" }, ...votes.map(({ name, word, at }) => el("li", {}, el("span", { class: "small quiet" }, `${name || t("schemes.somebody")} · ${at}`), word ? el("span", {}, word) : null)))] : []),
    ];
  }

  #asking() {
    const { t } = this.studio;
    if (!this.#link) return [button("share-2", t("schemes.ask_family"), () => void this.#makeLink(), "button-solid"), el("p", { class: "small quiet" }, t("schemes.ask_text"))];
    const link = this.#link;
    const shown = el("input", { id: "schemes-link", readonly: true, value: link, onfocus: () => shown.select() });
    const copy = async () => {
      await navigator.clipboard?.writeText(link);
      toast(t("studio.link_copied"));
    };
    const send = navigator.share ? button("share-2", t("studio.send_link"), () => void navigator.share({ url: link, title: t("schemes.page_title") }), "button-solid") : null;
    return [
      send,
      button("copy", t("studio.copy_link"), copy, send ? "" : "button-solid"),
      el("div", { class: "field" }, el("label", { for: "schemes-link" }, t("studio.link")), el("div", { class: "box" }, shown)),
      el("p", { class: "small quiet" }, t("schemes.ask_text")),
    ].filter((part) => part !== null);
  }

  async #makeLink() {
    await this.#try(async () => {
      this.#link = `${location.origin}${this.with.address}/schemes#${await this.server.link()}`;
    });
    this.#draw();
    document.getElementById("schemes-link")?.focus();
  }

  /** @param {Kept} scheme */
  async #choose(scheme) {
    if (await this.#try(() => this.server.choose(scheme.id))) await this.#renew();
  }

  /** @param {Kept} scheme */
  async #remove(scheme) {
    if (!(await this.#try(() => this.server.remove(scheme.id)))) return;
    toast(this.studio.t("schemes.removed", { name: scheme.name }));
    await this.#renew();
    if (!this.#schemes.length) document.querySelector("dialog[open]")?.remove();
  }

  async #renew() {
    await this.count();
    this.#draw();
  }

  /** @param {() => void} then */
  #leave(then) {
    /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog[open]"))?.close();
    then();
  }

  /** Whether it worked; if not it has been said. @param {() => Promise<unknown>} act */
  async #try(act) {
    try {
      await act();
      return true;
    } catch (error) {
      toast(/** @type {Error} */ (error).message || this.studio.t("studio.not_now"));
      return false;
    }
  }
}
