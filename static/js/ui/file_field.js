/** File fields in the page's own language: a button, the chosen file's name, and what is wrong. Without scripts the browser's own field works. */

import { el, icon } from "#ui/dom.js";

/** Every file field of the page that is seen as it is. @param {import("#ui/words.js").Translate} t */
export function fileFields(t) {
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".field input[type=file]"));
  for (const input of fields) fileField(input, t);
}

/** The field stays for the keyboard and for who hears the page; the button and the name stand in its place. @param {HTMLInputElement} input @param {import("#ui/words.js").Translate} t */
export function fileField(input, t) {
  const name = el("span", { class: "file-name small", id: `${input.id}-name` });
  const press = el("label", { class: "button", for: input.id }, icon("file-up"), el("span", {}, t("pictures.choose")));
  const show = (/** @type {string} */ wrong = "") => {
    const chosen = [...(input.files ?? [])].map((file) => file.name).join(", ");
    name.textContent = wrong || chosen || t("pictures.none_chosen");
    name.classList.toggle("wrong", wrong !== "");
  };
  const tell = (/** @type {string} */ wrong = "") => {
    show(wrong);
    input.setAttribute("aria-invalid", String(wrong !== ""));
  };
  input.classList.add("only-spoken");
  input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${name.id}`.trim());
  input.closest(".box")?.classList.replace("box", "file-box");
  input.after(press, name);
  input.addEventListener("change", () => tell());
  show();
  const { form } = input;
  if (!form || !input.required) return;
  form.noValidate = true; // the browser would say it in its own language
  form.addEventListener("submit", (event) => {
    if (input.files?.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell(t("pictures.choose_first"));
    input.focus();
  });
}
