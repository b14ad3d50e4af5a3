/** Bringing a picture: sent with its progress shown; on a bad network the chosen file stays and is sent again. */

import { button, el } from "#ui/dom.js";
import { refusal } from "#ui/refusal.js";

/** The server takes this much in one request. */
const MOST_BYTES = 30 * 1024 * 1024;

export class Upload {
  /** @type {XMLHttpRequest | null} */ #request = null;

  /**
   * @param {HTMLFormElement} form with one file field; its own address is where it is sent
   * @param {{t: import("#ui/words.js").Translate, done: (answer: any) => void}} with_
   */
  constructor(form, { t, done }) {
    this.form = form;
    this.t = t;
    this.done = done;
    this.field = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"));
    this.progress = el("progress", { max: 100, value: 0, "aria-label": t("pictures.sending") });
    this.said = el("p", { class: "small", role: "status" });
    this.again = button("rotate-cw", t("pictures.again"), () => this.#send());
    this.again.hidden = true;
    this.state = el("div", { class: "upload", hidden: true }, this.progress, this.said, this.again);
    form.append(this.state);
    form.addEventListener("submit", (event) => (event.preventDefault(), this.#send()));
    this.field.addEventListener("change", () => this.field.files?.length && this.#send());
  }

  #send() {
    const file = this.field.files?.[0];
    this.#request?.abort();
    if (!file) return this.field.click();
    if (file.size > MOST_BYTES) return this.#failed(this.t("pictures.too_large"));
    this.#show([this.t("pictures.sending")], true);
    const request = (this.#request = new XMLHttpRequest());
    request.open("POST", this.form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => this.#progressed((loaded / (total || 1)) * 100));
    request.addEventListener("load", () => this.#answered(request));
    request.addEventListener("error", () => this.#failed(this.t("pictures.no_network")));
    request.send(new FormData(this.form));
  }

  /** @param {number} percent */
  #progressed(percent) {
    this.progress.value = percent;
    if (percent >= 100) this.said.textContent = this.t("pictures.reading");
  }

  /** @param {XMLHttpRequest} request */
  #answered({ status, response }) {
    if (status >= 200 && status < 300 && response) return this.done(response);
    this.#failed(...refusal(response?.error, this.t("pictures.not_now")));
  }

  /** @param {(string | Node)[]} words */
  #failed(...words) {
    this.#show(words, false);
  }

  /** @param {(string | Node)[]} words @param {boolean} isSending */
  #show(words, isSending) {
    this.state.hidden = false;
    this.progress.hidden = !isSending;
    this.progress.value = 0;
    this.again.hidden = isSending;
    this.said.replaceChildren(...words);
  }
}
