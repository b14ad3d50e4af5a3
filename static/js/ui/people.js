/** Other people: the family that looks, the designer who takes over, the store that calls back, and who is here now. */

import { dialog } from "#ui/dialogs.js";
import { button, byId, el } from "#ui/dom.js";
import { choiceField } from "#ui/fields.js";
import { Sharing } from "#ui/sharing.js";
import { toast } from "#ui/toasts.js";

const LAST_ACTIONS = 12;

export class People {
  /** @type {string[]} */ #actions = [];

  /** @param {any} boot @param {{t: import("#ui/words.js").Translate, store: import("#core/store.js").Store, studio: import("#ui/studio.js").Studio}} with_ */
  constructor(boot, { t, store, studio }) {
    this.boot = boot;
    this.t = t;
    this.store = store;
    this.studio = studio;
    this.fee = boot.fee;
    store.addEventListener("fee", (event) => (this.fee = /** @type {CustomEvent} */ (event).detail.fee));
    this.sharing = new Sharing(boot, t);
    byId("share").addEventListener("click", () => void this.sharing.open());
    byId("help").addEventListener("click", () => this.#help());
    byId("hand-over").addEventListener("click", () => this.#handOver());
    byId("hand-over").hidden = !(boot.fee?.has_designer && ["owner", "editor"].includes(boot.right));
    store.addEventListener("kept", (event) => (this.#actions = [...this.#actions, /** @type {CustomEvent} */ (event).detail.action].slice(-LAST_ACTIONS)));
    store.addEventListener("others", (event) => this.#present(/** @type {CustomEvent} */ (event).detail.present));
  }

  /** @param {any[] | undefined} present */
  #present(present) {
    if (!present) return;
    byId("present").replaceChildren(...present.map(({ name, role }) => el("span", { class: "person" }, name || this.t(`studio.role_${role}`))));
  }

  /** What about the dimensions: the form, and a link that lets somebody else send a photo of a sketch. */
  #dimensions() {
    const { t, boot } = this;
    const page = boot.fact_pages.brought_dimensions;
    if (!page) return [];
    return [el("div", { class: "stack" }, el("a", { class: "button", href: page }, t("hand_over.dimensions")), button("share-2", t("hand_over.photo_link"), () => void this.sharing.photoLink()))];
  }

  #help() {
    const { t, boot } = this;
    const { store } = boot;
    dialog({
      title: t("studio.help"),
      close: t("shell.close"),
      content: [
        el("p", {}, this.studio.selection.current ? t("studio.next_selected") : t("studio.next_start")),
        store.phone ? el("p", {}, el("a", { class: "button", href: `tel:${store.phone.replaceAll(" ", "")}` }, t("shell.call", { phone: store.phone }))) : null,
        store.hours ? el("p", { class: "quiet small" }, store.hours) : null,
        boot.project.id ? button("phone", t("studio.call_back"), () => this.#ask("call_back"), "button-solid") : null,
        ...this.#dimensions(),
        this.studio.checks ? el("p", { class: "small" }, t("checks.help")) : null,
        ...(matchMedia("(any-hover: hover)").matches ? [el("h3", {}, t("studio.keys")), el("p", { class: "small" }, t("studio.keys_text"))] : [el("p", { class: "small" }, t("studio.fingers_text"))]),
      ],
    });
  }

  #handOver() {
    this.#ask("hand_over");
  }

  /** A person is asked for: one line of wish, and a phone number or an e-mail. @param {"hand_over" | "call_back"} kind */
  #ask(kind) {
    const { t, boot } = this;
    document.querySelector("dialog[open]")?.remove();
    let store = boot.store.id;
    const line = (/** @type {string} */ name, /** @type {Record<string, unknown>} */ attributes) =>
      el("div", { class: "field" }, el("label", { for: `ask-${name}` }, t(`hand_over.${name}`)), el("div", { class: "box" }, el("input", { id: `ask-${name}`, name, value: boot.contact[name], ...attributes })));
    const wrong = el("p", { role: "alert", class: "wrong", hidden: true });
    const send = el("button", { class: "button button-solid" }, t(`hand_over.send_${kind}`));
    const stores = boot.stores.length > 1 ? choiceField({ label: t("hand_over.store"), value: store, options: boot.stores.map((/** @type {any} */ one) => [one.id, one.name]), change: (id) => (store = id) }) : null;
    const form = el("form", { class: "stack", novalidate: true }, stores,
      line("wish", { maxlength: 2000, placeholder: t("hand_over.wish_example") }),
      line("name", { maxlength: 120, autocomplete: "name" }),
      line("phone", { type: "tel", maxlength: 40, autocomplete: "tel" }),
      line("email", { type: "email", maxlength: 254, autocomplete: "email" }),
      el("p", { class: "quiet small" }, t("hand_over.either")), wrong, send);
    const shown = dialog({ title: t(`hand_over.title_${kind}`), content: [el("p", { class: "quiet" }, t(`hand_over.text_${kind}`)), ...(kind === "hand_over" ? this.#price() : []), form], close: t("shell.cancel") });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      send.disabled = true;
      const said = Object.fromEntries(new FormData(form).entries());
      const context = { screen: byId("studio").dataset.view, selected: this.studio.selection.current, actions: this.#actions };
      const answer = await this.#post("requests", { ...said, kind, store, context }, (text) => {
        wrong.hidden = false;
        wrong.textContent = text;
      });
      send.disabled = false;
      if (!answer) return;
      boot.contact = { name: said.name, phone: said.phone, email: said.email };
      this.#asked(shown, answer);
    });
  }

  /** What the help costs as things stand, told where one asks for it. */
  #price() {
    const said = this.fee?.detail[document.documentElement.lang];
    return said ? [el("p", {}, el("strong", {}, said))] : [];
  }

  /** @param {HTMLDialogElement} shown @param {{promised: string | null, store: string}} answer */
  #asked(shown, { promised, store }) {
    shown.close();
    dialog({
      title: this.t("hand_over.done"),
      close: this.t("shell.close"),
      content: [
        el("p", {}, promised ? this.t("hand_over.promised", { when: promised, store }) : this.t("hand_over.no_date", { store })),
        el("p", {}, this.t("studio.code_text"), " ", el("strong", { class: "number" }, this.boot.project.code)),
        ...this.#dimensions(),
      ],
    });
  }

  /** @param {string} what @param {any} body @param {(text: string) => void} [refused] @returns {Promise<any>} null when it did not work, which has been said */
  async #post(what, body, refused = (text) => void toast(text)) {
    try {
      const response = await fetch(`${this.boot.project.url}/${what}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      const answer = await response.json();
      if (response.ok) return answer;
      refused(answer.error?.text ?? this.t("studio.not_now"));
    } catch {
      refused(this.t("studio.no_network"));
    }
    return null;
  }
}
