// The form of a piece of the terms: it works by its buttons alone; with this script it says what is wrong as one types,
// and a button or a choice that changes the form does so without leaving the page.
import { watchProgress } from "#ui/progress_watch.js"

const WAIT_MS = 350

/** @typedef {{ name: string, text: string, severity: string, empty: boolean }} Fault */
/** @typedef {{ depth: number, text: string }} Line */

let waiting = 0
let asked = 0

document.addEventListener("input", ({ target }) => {
  if (!inForm(target)) return
  clearTimeout(waiting)
  waiting = window.setTimeout(check, WAIT_MS)
})

document.addEventListener("change", ({ target }) => {
  if (inForm(target) && target instanceof HTMLSelectElement && "reshapes" in target.dataset) send(target, "show")
})

document.addEventListener("submit", (event) => {
  const button = event.submitter
  if (!inForm(event.target) || !(button instanceof HTMLButtonElement) || button.value === "save") return
  event.preventDefault()
  send(button, button.value)
})

watchProgress()

if (wasTypedIn()) void check()

/** @type {HTMLInputElement | null} */
let written = null

document.addEventListener("focusin", ({ target }) => {
  if (inForm(target) && target instanceof HTMLInputElement && target.type !== "checkbox") written = target
})

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null
  if (button && "gapPl" in button.dataset) putIn(button)
})

/**
 * Put a gap where one last wrote, in the language of that field.
 * @param {HTMLButtonElement} button
 */
function putIn(button) {
  const field = written?.isConnected ? written : form().querySelector("input:not([type=hidden])")
  if (!(field instanceof HTMLInputElement)) return
  const gap = (field.name.endsWith("/en") ? button.dataset.gapEn : button.dataset.gapPl) ?? ""
  field.setRangeText(gap, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end")
  field.focus()
  field.dispatchEvent(new Event("input", { bubbles: true }))
}

/** Whether somebody was faster than this script. */
function wasTypedIn() {
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("#form input:not([type=hidden])"))
  return [...fields].some((field) => field.value !== field.defaultValue)
}

/** @param {EventTarget | null} target */
function inForm(target) {
  return target instanceof Element && target.closest("#form") !== null
}

function form() {
  return /** @type {HTMLFormElement} */ (document.getElementById("form"))
}

/** What is wrong now, each at its field, and how it reads. */
async function check() {
  const turn = ++asked
  const answer = await fetch(form().dataset.faults ?? "", { method: "POST", body: new FormData(form()) }).catch(() => null)
  if (!answer?.ok || turn !== asked) return
  const { findings, lines } = await answer.json()
  tell(findings)
  read(lines)
}

/** @param {Fault[]} findings */
function tell(findings) {
  const byName = new Map(findings.map((fault) => [fault.name, fault]))
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (form().querySelectorAll("[data-fault]"))) {
    const name = place.dataset.fault ?? ""
    const fault = byName.get(name)
    place.hidden = !fault
    place.textContent = fault?.text ?? ""
    place.className = fault ? `fault ${fault.empty ? "is-empty" : "is-wrong"}` : "fault"
    const field = document.getElementById(`f-${name}`)
    if (fault && !fault.empty) field?.setAttribute("aria-invalid", "true")
    else field?.removeAttribute("aria-invalid")
  }
}

/** @param {Line[]} lines */
function read(lines) {
  const list = document.createElement("ul")
  list.className = "said-lines"
  for (const { depth, text } of lines) {
    const line = document.createElement("li")
    line.className = `depth-${Math.min(depth, 5)}`
    line.textContent = text
    list.append(line)
  }
  document.getElementById("lines")?.replaceChildren(...(lines.length ? [list] : []))
  const not = document.getElementById("reads-not")
  if (not) not.hidden = lines.length > 0
}

/** One after another: each is sent with the version that the one before it has made. */
let sending = Promise.resolve()

/**
 * Press a button of the form and show the form that comes back, the focus where it was or in what is new.
 * @param {HTMLSelectElement | HTMLButtonElement} by
 * @param {string} press
 */
function send(by, press) {
  sending = sending.then(() => exchange(by, press)).catch(() => undefined)
}

/**
 * @param {HTMLSelectElement | HTMLButtonElement} by
 * @param {string} press
 */
async function exchange(by, press) {
  clearTimeout(waiting)
  asked++
  const body = new FormData(form())
  body.set("press", press)
  const before = names()
  const answer = await fetch(form().action, { method: "POST", body })
  if (answer.status >= 400 && answer.status !== 409) return
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("piece")
  if (!page) return location.assign(answer.url)
  const meanwhile = [...new FormData(form())].filter(([name, value]) => body.has(name) && !body.getAll(name).includes(value))
  const held = document.activeElement?.id ?? ""
  document.getElementById("piece")?.replaceWith(document.adoptNode(page))
  for (const [name, value] of meanwhile) keep(name, String(value))
  if (held && held !== by.id) document.getElementById(held)?.focus()
  else focus(by, before)
}

/**
 * What was typed while the answer was on its way.
 * @param {string} name
 * @param {string} value
 */
function keep(name, value) {
  const field = form().elements.namedItem(name)
  if (field instanceof HTMLInputElement && field.type !== "checkbox") field.value = value
  if (field instanceof HTMLSelectElement) field.value = value
}

/** Every field there is. */
function names() {
  return new Set([...form().elements].map((field) => field.id).filter(Boolean))
}

/**
 * @param {HTMLSelectElement | HTMLButtonElement} by
 * @param {Set<string>} before
 */
function focus(by, before) {
  const fresh = [...form().elements].find((field) => field.id && !before.has(field.id))
  const same = by.id ? document.getElementById(by.id) : /** @type {HTMLElement | null} */ (form().querySelector(`button[value="${CSS.escape(by.value)}"]`))
  const place = by instanceof HTMLSelectElement ? same : (fresh ?? same ?? form().querySelector("select, input:not([type=hidden])"))
  if (place instanceof HTMLElement) place.focus()
}
