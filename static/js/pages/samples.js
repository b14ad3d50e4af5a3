// The samples page: it works by its buttons alone; with this script prices, dates and refusals follow each change.
import { pageTally } from "#core/tally.js"

const FOLLOWING = ["summary", "way", "pay", "allowance"]
const OF_LINES = [".sample-price", ".sample-note", ".sample-wrong"]
const PAUSE_MS = 250
const REACHED_MS = 10_000

const form = /** @type {HTMLFormElement} */ (document.getElementById("checkout"))
const tally = pageTally(form.action.split("/s/")[1].split("/")[0], "samples")
let isLeaving = true
let isReached = false
let counting = Promise.resolve()
let asked = 0
let timer = 0

form.addEventListener("change", (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target)
  if (field.name === "sought" || field.closest("#contact") && field.name !== "email") return
  if (field.name === "way") document.getElementById("told")?.remove()
  clearTimeout(timer)
  timer = window.setTimeout(() => (counting = recount()), PAUSE_MS)
})
form.classList.add("has-script")
form.addEventListener("submit", (event) => {
  const press = /** @type {HTMLButtonElement | null} */ (event.submitter)
  if (press?.value !== "order" || isReached) return void (isLeaving = false)
  event.preventDefault()
  void order()
})
window.addEventListener("pagehide", () => {
  if (isLeaving) tally.count("order_left", document.querySelector(".sample-price") ? "full_tray" : "empty_tray")
  tally.flush()
})
document.getElementById("told")?.scrollIntoView({ block: "center" })

/** Order, at the total that was seen, once the server can be reached: else the browser's own page would take the place of all that was typed. */
async function order() {
  const told = /** @type {HTMLElement} */ (document.getElementById("no-answer"))
  const agreed = () => /** @type {HTMLInputElement} */ (form.elements.namedItem("agreed"))
  const seen = agreed().value
  clearTimeout(timer)
  await counting
  isReached = Boolean(await fetch(form.action, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(REACHED_MS) }).catch(() => null))
  told.hidden = isReached
  const press = form.querySelector('button[value="order"]')
  if (!isReached) told.focus()
  else if (press) (agreed().value = seen), form.requestSubmit(/** @type {HTMLButtonElement} */ (press))
  isReached = false
}

/** Ask the server for the page with what is chosen now, and take over the parts that follow from it. */
async function recount() {
  const mine = ++asked
  const body = new FormData(form)
  body.set("press", "update")
  body.delete("sought")
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } }).catch(() => null)
  if (!answer?.ok || mine !== asked) return
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html")
  for (const id of FOLLOWING) replace(id, fresh)
  for (const part of OF_LINES) fresh.querySelectorAll(part).forEach((told, place) => document.querySelectorAll(part)[place]?.replaceWith(told))
}

/** Put the fresh part in the old one's place; the focus stays where it was. @param {string} id @param {Document} fresh */
function replace(id, fresh) {
  const old = document.getElementById(id)
  const part = fresh.getElementById(id)
  if (!old || !part) return
  const focused = old.contains(document.activeElement) ? document.activeElement : null
  const name = focused instanceof HTMLInputElement ? `[name="${focused.name}"][value="${focused.value}"]` : focused?.id ? `#${focused.id}` : null
  old.replaceWith(part)
  if (name) /** @type {HTMLElement | null} */ (part.querySelector(name))?.focus()
}
