/** Asking for a person: the designer who takes over, or the store that calls back. */

import { whileBusy } from "#ui/busy.js";
import { dialog } from "#ui/dialogs.js";
import { el } from "#ui/dom.js";
import { choiceField } from "#ui/fields.js";
import { toast } from "#ui/toasts.js";

export class Asking {
  /**
   * @param {any} boot @param {import("#ui/words.js").Translate} t
   * @param {{context: () => Record<string, unknown>, after?: () => (Node | null)[]}} with_ where she is who asks; what can be done once it is sent
   */
  constructor(boot, t, { context, after = () => [] }) {
    this.boot = boot;
    this.t = t;
    this.context = context;
    this.after = after;
    this.fee = boot.fee;
  }

  /** One line of wish, and a phone number or an e-mail. @param {"hand_over" | "call_back"} kind */
  open(kind) {
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
      const said = Object.fromEntries(new FormData(form).entries());
      const sent = () => this.#post("requests", { ...said, kind, store, context: this.context() }, (text) => {
        wrong.hidden = false;
        wrong.textContent = text;
      });
      const answer = await whileBusy(send, t("hand_over.sending"), sent);
      if (!answer) return;
      boot.contact = { name: said.name, phone: said.phone, email: said.email };
      this.#asked(shown, kind, answer);
    });
  }

  /** What the help costs as things stand, told where one asks for it. */
  #price() {
    const said = this.fee?.detail[document.documentElement.lang];
    return said ? [el("p", {}, el("strong", {}, said))] : [];
  }

  /** @param {HTMLDialogElement} shown @param {string} kind @param {{promised: string | null, store: string}} answer */
  #asked(shown, kind, { promised, store }) {
    shown.close();
    dialog({
      title: this.t(`hand_over.done_${kind}`),
      close: this.t("shell.close"),
      content: [
        el("p", {}, promised ? this.t("hand_over.promised", { when: promised, store }) : this.t("hand_over.no_date", { store })),
        el("p", {}, this.t("studio.code_text"), " ", el("strong", {}, this.boot.project.code)),
        ...this.after(),
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
