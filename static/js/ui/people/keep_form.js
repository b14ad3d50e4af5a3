/** The e-mail that keeps a guest's projects, without leaving the studio. */

import { el } from "#ui/dom.js";

/** @param {string} store its slug @param {import("#ui/words.js").Translate} t @param {string} [email] that was typed before @returns {HTMLFormElement} */
export function keepForm(store, t, email = "") {
  const input = el("input", { id: "keep-email", name: "email", type: "email", autocomplete: "email", maxlength: 254, value: email, required: true });
  const told = el("p", { role: "status", class: "small" }, t("accounts.keep_text"));
  const send = el("button", { class: "button" }, t("accounts.keep"));
  const form = el("form", { class: "keep", novalidate: true },
    el("div", { class: "field" }, el("label", { for: "keep-email" }, t("accounts.email")), el("div", { class: "box" }, input)), send, told);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    told.textContent = await asked(store, new FormData(form), t);
    send.disabled = false;
  });
  return form;
}

/** @param {string} store @param {FormData} body @param {import("#ui/words.js").Translate} t @returns {Promise<string>} what to say */
async function asked(store, body, t) {
  try {
    const response = await fetch(`/s/${store}/account/letters`, { method: "POST", body, headers: { Accept: "application/json" } });
    const answer = await response.json();
    if (response.ok) return `${t("accounts.sent_to", { email: String(body.get("email")).trim() })} ${t("accounts.sent_text")}`;
    return answer.error?.text ?? t("studio.not_now");
  } catch {
    return t("studio.no_network");
  }
}
