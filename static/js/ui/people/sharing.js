/** Sharing a project: the link for the family, who has access, another device of one's own, an e-mail that keeps it. */

import { dialog } from "#ui/dialogs.js";
import { button, el } from "#ui/dom.js";
import { keepForm } from "#ui/people/keep_form.js";
import { pairingDialog } from "#ui/people/pairing.js";
import { toast } from "#ui/toasts.js";

export class Sharing {
  /** The link made since the page opened: one is enough until it is withdrawn. @type {string | null} */ #link = null;

  /** @param {any} boot @param {import("#ui/words.js").Translate} t @param {string} [text] what whoever has the link may do */
  constructor(boot, t, text = t("studio.share_text")) {
    this.boot = boot;
    this.t = t;
    this.text = text;
  }

  async open() {
    const { t, boot } = this;
    this.#link ??= await this.#makeLink("commenter");
    if (!this.#link) return;
    dialog({
      title: t("studio.share"),
      close: t("shell.close"),
      content: [
        el("p", {}, this.text),
        ...this.#linkParts(this.#link),
        el("div", { class: "folded" },
          this.#own(),
          ["owner", "staff"].includes(boot.right) ? this.#access() : null),
      ],
    });
  }

  /** The same project on another device of one's own: by number, by its code, by e-mail. */
  #own() {
    const { t, boot } = this;
    return el("details", {}, el("summary", {}, t("sharing.own_devices")), el("div", { class: "stack" },
      button("scan", t("sharing.other_device"), () => this.takeAlong()),
      el("p", {}, t("studio.code_text"), " ", el("strong", {}, boot.project.code)),
      boot.visitor === "guest" ? el("p", {}, t("sharing.kept_by_browser")) : null,
      boot.visitor === "guest" ? keepForm(boot.store.slug, t, boot.contact.email) : null));
  }

  /** A link by which somebody else sends photos and sees nothing of the project. */
  async photoLink() {
    const { t } = this;
    const link = await this.#makeLink("photos");
    if (!link) return;
    document.querySelector("dialog[open]")?.remove();
    dialog({ title: t("hand_over.photo_link"), close: t("shell.close"), content: [el("p", {}, t("hand_over.photo_link_text")), ...this.#linkParts(link)] });
  }

  /** @param {string} link */
  #linkParts(link) {
    const { t } = this;
    const shown = el("input", { id: "share-link", readonly: true, value: link, onfocus: () => shown.select() });
    const copy = async () => {
      await navigator.clipboard?.writeText(link);
      toast(t("studio.link_copied"));
    };
    const send = navigator.share ? button("share-2", t("studio.send_link"), () => void navigator.share({ url: link, title: document.title }), "button-solid") : null;
    return [
      el("div", { class: "stack" }, send, button("copy", t("studio.copy_link"), copy, send ? "" : "button-solid")),
      el("div", { class: "field" }, el("label", { for: "share-link" }, t("studio.link")), el("div", { class: "link-line" }, el("div", { class: "box" }, shown))),
    ];
  }

  /** The links that stand, asked for when the part is opened. */
  #access() {
    const { t } = this;
    const list = el("div", { class: "access-list" });
    const part = el("details", { ontoggle: () => part.open && void this.#showLinks(list) },
      el("summary", {}, t("sharing.access")), el("p", { class: "small" }, t("sharing.you")), list);
    return part;
  }

  /** @param {HTMLElement} list */
  async #showLinks(list) {
    const { t } = this;
    const answer = await this.#ask("GET", "links");
    if (!answer) return;
    const rows = answer.links.map((/** @type {any} */ link) => this.#row(link, list));
    const all = rows.length > 1 ? button("x", t("sharing.withdraw_all"), () => void this.#withdraw("links", list)) : null;
    list.replaceChildren(rows.length ? el("ul", {}, ...rows) : el("p", { class: "quiet small" }, t("sharing.no_links")), ...(all ? [all] : []));
  }

  /** @param {{id: string, role: string, made_at: string, people: number}} link @param {HTMLElement} list */
  #row({ id, role, made_at: madeAt, people }, list) {
    const { t } = this;
    const what = `${t(`sharing.role_${role}`)}, ${t("sharing.made", { when: madeAt })}`;
    const withdraw = button("x", t("sharing.withdraw"), () => void this.#withdraw(`links/${id}`, list), "button-plain");
    withdraw.setAttribute("aria-label", t("sharing.withdraw_what", { what }));
    return el("li", {}, el("span", {}, el("span", {}, what), el("span", { class: "quiet small" }, people ? t("sharing.people", { n: people }) : t("sharing.nobody"))), withdraw);
  }

  /** @param {string} which @param {HTMLElement} list */
  async #withdraw(which, list) {
    if (!(await this.#ask("DELETE", which))) return;
    this.#link = null;
    await this.#showLinks(list);
    list.prepend(el("p", { role: "status", tabindex: "-1" }, this.t("sharing.withdrawn")));
    /** @type {HTMLElement} */ (list.firstElementChild).focus();
  }

  /** The project on one's own phone, by a number or its QR code. */
  takeAlong() {
    document.querySelector("dialog[open]")?.remove();
    void pairingDialog(this.t, () => this.#ask("POST", "pairings"));
  }

  /** @param {"commenter" | "photos"} role */
  async #makeLink(role) {
    const answer = await this.#ask("POST", "links", { role });
    return answer && `${location.origin}${answer.path}#${answer.token}`;
  }

  /** @param {string} method @param {string} what @param {any} [body] @returns {Promise<any>} null when it did not work, which has been said */
  async #ask(method, what, body) {
    try {
      const response = await fetch(`${this.boot.project.url}/${what}`, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
      if (response.status === 204) return {};
      const answer = await response.json();
      if (response.ok) return answer;
      toast(answer.error?.text ?? this.t("studio.not_now"));
    } catch {
      toast(this.t("studio.no_network"));
    }
    return null;
  }
}
