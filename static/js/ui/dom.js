/** Making elements, the one way it is done in this project. */

import { svg } from "#plan/svg.js";

/** @typedef {Node | string | null | false | undefined} Child */

/**
 * An element with attributes and children. `class`, `id`, `data-…`, `aria-…` and so on are set as attributes (true: empty,
 * false or null: left out); `onclick` and the like are listened to. Text is always text, never markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) put(element, name, value);
  element.append(...children.filter(isSomething));
  return element;
}

/** One icon of the set; the words beside it say what it means. @param {string} name */
export const icon = (name) =>
  svg("svg", { class: "icon", "aria-hidden": "true" }, svg("use", { href: `${document.documentElement.dataset.icons}#${name}` }));

/** A button with an icon and words. @param {string} symbol @param {string} words @param {() => void} press @param {string} [look] further classes */
export const button = (symbol, words, press, look = "") =>
  el("button", { type: "button", class: `button ${look}`, onclick: press }, symbol ? icon(symbol) : null, el("span", {}, words));

/** The element of this id, which the page is sure to have. @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/** @param {Element} element @param {string} name @param {unknown} value */
function put(element, name, value) {
  if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
  else if (value === true) element.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
}

/** @param {Child} child @returns {child is Node | string} */
function isSomething(child) {
  return child !== null && child !== false && child !== undefined;
}
