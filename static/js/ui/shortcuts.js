/** Alt with a digit opens a tool's panel with the focus in it, from wherever one is: also out of a field. */

/** A modifier keeps these from anyone who speaks or types words; the digits are the keyboard's row, whatever the layout. @param {import("#ui/studio.js").Studio} studio */
export function listenForShortcuts(studio) {
  const named = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[aria-keyshortcuts]")]);
  const byKeys = new Map(named.map((element) => [element.getAttribute("aria-keyshortcuts"), element]));
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector("dialog[open]")) return;
    const element = byKeys.get(`Alt+${event.code.replace("Digit", "")}`);
    if (!element) return;
    event.preventDefault();
    if (element.dataset.panel) studio.enterPanel(element.dataset.panel);
    else element.click();
  });
}
