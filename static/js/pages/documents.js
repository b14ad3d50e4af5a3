// The documents' page: while the PDF is made, its button says so; without this script the browser fetches it by itself.
import { whileBusy } from "#ui/busy.js"
import { pageData, wordsOf } from "#ui/words.js"

const t = wordsOf(pageData("words"), document.documentElement.lang)
const form = /** @type {HTMLFormElement} */ (document.getElementById("documents"))
const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"))
const said = /** @type {HTMLElement} */ (document.getElementById("said"))
const making = /** @type {HTMLProgressElement} */ (document.getElementById("making"))
const previews = /** @type {SVGImageElement[]} */ ([...form.querySelectorAll("image")])

void waitForPreviews()

form.addEventListener("submit", async (event) => {
  event.preventDefault()
  await whileBusy(button, t("documents.making"), async () => {
    said.textContent = t("documents.making_long")
    making.hidden = false
    said.textContent = await fetched()
    making.hidden = true
  })
})

/** The file, saved as the browser saves any other; what to say then. */
async function fetched() {
  const wanted = new URLSearchParams(/** @type {any} */ (new FormData(form)))
  try {
    const response = await fetch(`${form.action}?${wanted}`, { headers: { Accept: "application/json, application/pdf" } })
    if (!response.ok) return (await response.json()).error.text
    save(await response.blob(), named(response.headers.get("Content-Disposition") ?? ""))
    if (form.dataset.previews !== "there") askAgain()
    return t("documents.made")
  } catch {
    return t("documents.no_network")
  }
}

/** What is to be said of the previews; null: they are there. @param {string | null} word */
function tellPreviews(word) {
  const line = /** @type {HTMLElement} */ (document.getElementById("previews"))
  form.dataset.previews = word ?? "there"
  line.hidden = word === null
  line.textContent = word ? t(`documents.${word}`) : ""
}

/** Until they are there; not by their event alone, which may have come before this script. */
async function waitForPreviews() {
  const first = /** @type {SVGImageElement & {decode?: () => Promise<void>}} */ (previews[0])
  if (!first) return
  tellPreviews("previews_come")
  try {
    await (first.decode?.() ?? loaded(first))
    tellPreviews(null)
  } catch {
    tellPreviews("previews_late")
  }
}

/** @param {SVGImageElement} image */
function loaded(image) {
  return new Promise((come, fail) => (image.addEventListener("load", come), image.addEventListener("error", fail)))
}

/** Their pages are printed by now, so that they come at once. */
function askAgain() {
  for (const image of previews) image.setAttribute("href", `${image.getAttribute("href")}&again`)
  void waitForPreviews()
}

/** @param {Blob} file @param {string} name */
function save(file, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The file's name out of its header, which writes it in UTF-8 where it has Polish letters. @param {string} header */
function named(header) {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header)?.[1]
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)/.exec(header)?.[1] ?? "projekt.pdf"
}
