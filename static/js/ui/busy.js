/** A button at work: it says so, keeps the focus, and is not heard again until it is done. */

/**
 * @template T
 * @param {HTMLElement} button @param {string} words what it says meanwhile @param {() => Promise<T>} work
 * @returns {Promise<T | null>} null: it was at work already
 */
export async function whileBusy(button, words, work) {
  if (button.getAttribute("aria-disabled") === "true") return null;
  const asked = [...button.childNodes];
  button.setAttribute("aria-disabled", "true");
  button.replaceChildren(words);
  try {
    return await work();
  } finally {
    button.removeAttribute("aria-disabled");
    button.replaceChildren(...asked);
  }
}
