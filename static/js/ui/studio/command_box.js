/** The command box: one field that finds every action, element, kind, product and paint; Enter does or places it. */

import { commandsFor, productsFor } from "#ui/studio/commands.js";
import { dialog } from "#ui/dialogs.js";
import { el } from "#ui/dom.js";
import { kindPicture } from "#ui/kind_picture.js";

/** @typedef {import("#ui/studio/commands.js").Command} Command */

const PAUSE_MS = 200;

/** @param {import("#ui/studio/studio.js").Studio} studio */
export function openCommandBox(studio) {
  if (!document.querySelector("dialog[open]")) new CommandBox(studio);
}

class CommandBox {
  /** @type {Command[]} */ #found = [];
  #place = 0;
  #timer = 0;

  /** @param {import("#ui/studio/studio.js").Studio} studio */
  constructor(studio) {
    this.studio = studio;
    const { t } = studio;
    this.list = el("ul", { id: "found-commands", class: "commands", role: "listbox", "aria-label": t("arranging.find_title") });
    this.told = el("p", { class: "quiet small", role: "status" });
    this.input = el("input", {
      id: "find-command", type: "search", autocomplete: "off", maxlength: 200, placeholder: t("arranging.find_example"), role: "combobox",
      "aria-label": t("arranging.find_title"), "aria-expanded": "true", "aria-controls": "found-commands", "aria-autocomplete": "list",
      oninput: () => this.#seek(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#press(event),
    });
    this.shown = dialog({ title: t("arranging.find_title"), content: [el("div", { class: "field" }, el("div", { class: "box" }, this.input)), this.told, this.list], close: t("shell.close") });
    this.shown.classList.add("command-box");
    this.#seek();
    this.input.focus();
  }

  #seek() {
    const text = this.input.value;
    this.#show(commandsFor(this.studio, text));
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(async () => {
      const products = await productsFor(this.studio, text);
      if (text === this.input.value && products.length) this.#show([...this.#found, ...products], this.#place);
    }, PAUSE_MS);
  }

  /** @param {Command[]} found @param {number} [place] */
  #show(found, place = 0) {
    const { t } = this.studio;
    const groups = [...new Set(found.map(({ group }) => group))];
    this.#found = groups.flatMap((group) => found.filter((command) => command.group === group));
    this.list.replaceChildren(...groups.map((group) =>
      el("li", { role: "presentation" }, el("p", { class: "commands-head", "aria-hidden": "true" }, t(`arranging.${group}`)),
        el("ul", { role: "group", "aria-label": t(`arranging.${group}`) },
          ...this.#found.filter((command) => command.group === group).map((command) => this.#option(command))))));
    this.told.textContent = found.length ? t("arranging.find_count", { n: found.length }) : t("arranging.find_none");
    this.#mark(place);
  }

  /** @param {Command} command */
  #option(command) {
    const place = this.#found.indexOf(command);
    const swatch = command.colour ? el("span", { class: "command-colour" }) : null;
    swatch?.style.setProperty("background", command.colour ?? "");
    return el("li", { id: `command-${place}`, role: "option", class: "row", onclick: () => this.#do(place) },
      el("span", { class: "command-name" }, swatch ?? (command.kind ? kindPicture(command.kind, "row-picture") : null), command.words), command.also ? el("span", { class: "quiet small number" }, command.also) : null);
  }

  /** @param {number} place */
  #mark(place) {
    this.#place = Math.min(place, this.#found.length - 1);
    for (const option of this.list.querySelectorAll("[role=option]")) option.setAttribute("aria-selected", String(option.id === `command-${this.#place}`));
    const marked = this.list.querySelector("[aria-selected=true]");
    marked?.scrollIntoView({ block: "nearest" });
    if (marked) this.input.setAttribute("aria-activedescendant", marked.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#found.length) this.#mark((this.#place + step + this.#found.length) % this.#found.length);
    else if (event.key === "Enter") this.#do(this.#place);
    else return;
    event.preventDefault();
  }

  /** @param {number} place */
  #do(place) {
    const command = this.#found[place];
    if (!command) return;
    this.shown.close();
    command.press();
  }
}
