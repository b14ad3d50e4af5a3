/** What the server refused, as it is read: the sentence, and the way to where it can be done. */

import { el } from "#ui/dom.js";

/** @param {{text?: string, link?: {url: string, text: string}} | undefined} error @param {string} otherwise @returns {(string | Node)[]} */
export function refusal(error, otherwise) {
  if (!error?.text) return [otherwise];
  return error.link ? [`${error.text} `, el("a", { href: error.link.url }, error.link.text)] : [error.text];
}
