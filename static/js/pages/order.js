// An order's page works without this; with it, what has to be typed at the bank is copied by a press.

for (const press of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-copy]"))) {
  const copied = /** @type {HTMLElement} */ (document.getElementById("copied"))
  press.hidden = false
  press.addEventListener("click", async () => {
    await navigator.clipboard.writeText(press.dataset.copy ?? "")
    copied.textContent = `${copied.dataset.words}: ${press.dataset.copy}`
  })
}
