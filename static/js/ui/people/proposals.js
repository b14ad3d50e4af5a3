/** Proposing the designer's variant to the customer, and how the customer's answers stand. */

import { whileBusy } from "#ui/busy.js";
import { dialog } from "#ui/dialogs.js";
import { button, byId, el, icon } from "#ui/dom.js";
import { toast } from "#ui/toasts.js";

export class Proposals {
  /** @param {any} boot @param {{t: import("#ui/words.js").Translate, store: import("#core/store.js").Store}} with_ */
  constructor(boot, { t, store }) {
    this.boot = boot;
    this.t = t;
    this.store = store;
    this.state = el("a", { class: "button", id: "proposal-state", hidden: true });
    byId("variant-acts").append(this.state);
    if (boot.proposal) this.#tell(boot.proposal.counts, boot.proposal.url);
    if (boot.right !== "staff" || boot.service !== boot.project.variant || !boot.may_edit) return;
    const propose = button("send", t("proposals.propose"), () => this.#ask(), "button-solid");
    propose.id = "propose";
    byId("variant-acts").append(propose);
  }

  /** @param {{accepted: number, declined: number, waiting: number}} counts @param {string} url */
  #tell(counts, url) {
    const said = Object.entries(counts).filter(([state, n]) => n || state === "accepted").map(([state, n]) => this.t(`proposals.${state}_n`, { n }));
    this.state.href = url;
    this.state.hidden = false;
    this.state.dataset.waits = String(counts.waiting > 0 && this.boot.right !== "staff");
    this.state.replaceChildren(icon("message-square"), el("span", {}, this.t("proposals.status", { counts: said.join(", ") })));
  }

  #ask() {
    const { t, store } = this;
    if (store.saved.pending) return void toast(t("proposals.wait_saved"));
    const note = el("textarea", { id: "proposal-note", rows: 4, maxlength: 2000 });
    const wrong = el("p", { role: "alert", class: "wrong", hidden: true });
    const send = el("button", { class: "button button-solid" }, t("proposals.propose"));
    const form = el("form", { class: "stack" }, el("div", { class: "field" }, el("label", { for: "proposal-note" }, t("proposals.note")), el("div", { class: "box" }, note)), wrong, send);
    const shown = dialog({ title: t("proposals.propose"), content: [el("p", { class: "quiet" }, t("proposals.propose_text")), form], close: t("shell.cancel") });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const sent = () => this.#post({ note: note.value }, (text) => {
        wrong.hidden = false;
        wrong.textContent = text;
      });
      const answer = await whileBusy(send, t("proposals.sending"), sent);
      if (answer) this.#sent(shown, answer);
    });
  }

  /** @param {HTMLDialogElement} asked @param {any} answer */
  #sent(asked, answer) {
    const { t } = this;
    asked.close();
    this.#tell(answer.counts, answer.path);
    const link = `${location.origin}${answer.path}#${answer.token}`;
    const shown = el("input", { id: "proposal-link", readonly: true, value: link, onfocus: () => shown.select() });
    const copy = async () => {
      await navigator.clipboard?.writeText(link);
      toast(t("studio.link_copied"));
    };
    dialog({
      title: t("proposals.proposed"),
      close: t("shell.close"),
      content: [
        el("ol", { class: "proposal-changes" }, ...answer.items.map((/** @type {string} */ said) => el("li", {}, said))),
        el("p", {}, t(answer.mailed ? "proposals.mailed" : "proposals.not_mailed")),
        el("div", { class: "field" }, el("label", { for: "proposal-link" }, t("proposals.link")), el("div", { class: "box" }, shown)),
        button("copy", t("studio.copy_link"), copy),
      ],
    });
  }

  /** @param {any} body @param {(text: string) => void} refused @returns {Promise<any>} null when it did not work, which has been said */
  async #post(body, refused) {
    try {
      const response = await fetch(`${this.boot.project.url}/proposals`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      const answer = await response.json();
      if (response.ok) return answer;
      refused(answer.error?.text ?? this.t("studio.not_now"));
    } catch {
      refused(this.t("studio.no_network"));
    }
    return null;
  }
}
