// The list of products: it works by its buttons alone; with this script a camera reads the codes, where the browser can.

const FORMATS = ["ean_13", "ean_8", "upc_a", "itf"]
const LOOK_MS = 200

const scan = /** @type {HTMLButtonElement | null} */ (document.getElementById("scan"))
const scanner = /** @type {HTMLDialogElement} */ (document.getElementById("scanner"))
const camera = /** @type {HTMLVideoElement} */ (document.getElementById("camera"))
const sought = /** @type {HTMLInputElement} */ (document.getElementById("sought"))
const Detector = /** @type {any} */ (globalThis).BarcodeDetector

if (scan && Detector && navigator.mediaDevices) {
  scan.hidden = false
  scan.addEventListener("click", () => look().catch(() => tell(scan.dataset.refused ?? "")))
  document.getElementById("scan-stop")?.addEventListener("click", () => scanner.close())
  scanner.addEventListener("close", stop)
}

/** Look through the camera until a code is seen, and add its product as if it had been typed. */
async function look() {
  camera.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } })
  scanner.showModal()
  await camera.play()
  const detector = new Detector({ formats: FORMATS })
  while (scanner.open) {
    const [seen] = await detector.detect(camera)
    if (seen) return add(seen.rawValue)
    await new Promise((goOn) => setTimeout(goOn, LOOK_MS))
  }
}

/** @param {string} digits */
function add(digits) {
  scanner.close()
  sought.value = digits
  sought.form?.requestSubmit(sought.form.querySelector("[value=find]"))
}

function stop() {
  const stream = /** @type {MediaStream | null} */ (camera.srcObject)
  for (const track of stream?.getTracks() ?? []) track.stop()
  camera.srcObject = null
}

/** @param {string} words */
function tell(words) {
  if (scanner.open) scanner.close()
  const told = document.createElement("p")
  told.className = "notice"
  told.textContent = words
  document.getElementById("told")?.replaceChildren(told)
}
