// The measuring form: it works by its buttons alone; with this script one step shows at a time, and what is typed is kept
// in this browser until the server has it, also without a network.
import { openStorage } from "#core/storage.js";
import { byId, el } from "#ui/dom.js";
import { Walk } from "#ui/walk.js";
import { pageData, wordsOf } from "#ui/words.js";

/** @typedef {{values: Record<string, string>, waiting: boolean}} Kept */

const t = wordsOf(pageData("words"), document.documentElement.lang);
const storage = openStorage();

const steps = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#steps > .step"))];
/** @param {HTMLElement} section @returns {HTMLFormElement | null} */
const formIn = (section) => section.querySelector("form:not([data-plain])");
/** @param {HTMLFormElement} form */
const stepOf = (form) => String(new FormData(form).get("step"));
/** What is kept here is kept by the room. */
const drafts = () => `measure ${location.pathname} ${/** @type {HTMLInputElement} */ (document.querySelector("#steps [name=room]")).value} `;
const walk = new Walk(byId("steps"), { t, submit: (form) => void save(form), goTo });

byId("steps").addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.matches("[data-plain]")) return;
  event.preventDefault();
  if (!walk.takes(form)) void save(form);
});
byId("steps").addEventListener("input", (event) => void keep(/** @type {HTMLInputElement} */ (event.target).form, false));
window.addEventListener("hashchange", () => show(true));
window.addEventListener("online", () => void sendWaiting());

walk.dress();
await fill();
show(false);
await sendWaiting();

/** Show the step that the address names, else the first; a page that has just come keeps its focus. @param {boolean} takesFocus */
function show(takesFocus) {
  const all = steps();
  const named = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  const current = all.find((section) => named && section.contains(named)) ?? all[0];
  for (const section of all) section.hidden = section !== current;
  const stop = Walk.has(current) ? walk.show(current) : null;
  byId("measure").classList.toggle("is-walking", Boolean(stop?.querySelector("input")));
  if (!takesFocus) return;
  const wrong = /** @type {HTMLElement | null} */ (current.querySelector("[aria-invalid]"));
  const heading = /** @type {HTMLElement} */ ((stop ?? current).querySelector("[tabindex]") ?? current.querySelector("h2"));
  (wrong ?? stop?.querySelector("input") ?? heading).focus({ preventScroll: Boolean(stop) });
  const above = stop?.matches(".verdict") ? stop.getBoundingClientRect().top + window.scrollY : stop ? 0 : byId("told").offsetTop;
  window.scrollTo({ top: Math.max(above - 16, 0) });
}

/** @param {HTMLFormElement} form */
async function save(form) {
  const here = /** @type {HTMLElement} */ (form.closest(".step"));
  const next = /** @type {HTMLElement} */ (here.nextElementSibling);
  const answer = await sent(form);
  if (answer === "offline") {
    await keep(form, true);
    say(form.matches("[data-walk]") ? "survey.offline" : "measuring.kept_here");
  }
  if (answer === "refused") say("measuring.not_now");
  else goTo(answer === "wrong" ? here.id : answer === "saved" ? `step-${byId("steps").dataset.following}` : next.id);
}

/** Send one step, and take over the page that answers. @param {HTMLFormElement} form @returns {Promise<"saved" | "wrong" | "offline" | "refused">} */
async function sent(form) {
  const [step, key] = [stepOf(form), drafts()];
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer) return "offline";
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [shown, told] = [fresh.getElementById("steps"), fresh.getElementById("told")];
  if (!shown || !told) return "refused";
  if (answer.ok) await storage.write({ remove: [key + step] }).catch(() => {});
  byId("steps").replaceChildren(...shown.children);
  byId("steps").dataset.following = shown.dataset.following;
  byId("told").replaceChildren(...told.childNodes);
  if (answer.ok) history.replaceState(null, "", `${answer.url}${location.hash}`);
  walk.dress();
  await fill();
  show(false);
  return answer.ok ? "saved" : "wrong";
}

/** Steps that were saved without a network go out in their order. */
async function sendWaiting() {
  let count = 0;
  for (const { id } of steps()) {
    const form = formIn(byId(id));
    const kept = form && (await keptOf()).get(stepOf(form));
    if (!form || !kept?.waiting || (await sent(form)) !== "saved") continue;
    count += 1;
  }
  if (!count) return;
  const verdict = document.getElementById("sub-verdict");
  if (verdict?.matches(".is-wrong")) goTo("sub-verdict");
  else say("measuring.sent_now");
}

/** Keep what stands in a step's fields. @param {HTMLFormElement | null} form @param {boolean} waiting */
async function keep(form, waiting) {
  if (!form) return;
  const typed = [...new FormData(form)].filter(([name]) => name !== "step" && name !== "room");
  const values = Object.fromEntries(typed.map(([name, value]) => [name, String(value)]));
  await storage.write({ put: { [drafts() + stepOf(form)]: { values, waiting } } }).catch(() => {});
}

/** Put what was kept back into the fields. */
async function fill() {
  for (const [step, { values }] of await keptOf()) {
    for (const [name, value] of Object.entries(values)) {
      const field = document.querySelector(`#step-${step} [name="${CSS.escape(name)}"]`);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
  }
}

/** @returns {Promise<Map<string, Kept>>} by step; nothing where the browser forbids storage */
async function keptOf() {
  const entries = await storage.entries(drafts()).catch(() => /** @type {[string, Kept][]} */ ([]));
  return new Map(entries.map(([key, kept]) => [key.slice(drafts().length), kept]));
}

/** @param {string} id */
function goTo(id) {
  if (location.hash === `#${id}`) show(true);
  else location.hash = id;
}

/** @param {string} name */
function say(name) {
  byId("told").replaceChildren(el("p", { class: "told" }, t(name)));
}
