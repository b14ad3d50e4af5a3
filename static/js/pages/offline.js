// Without a network: the projects that this device has kept, and back to where one was going as soon as the network is.

import { KeptPages } from "#core/kept_pages.js";
import { openStorage } from "#core/storage.js";
import { byId, el } from "#ui/dom.js";
import { pageData, wordsOf } from "#ui/words.js";

const t = wordsOf(pageData("words"), document.documentElement.lang);
const storage = openStorage();

byId("again").addEventListener("click", () => location.reload());
let isLeaving = false;
window.addEventListener("beforeunload", () => (isLeaving = true));
window.addEventListener("online", () => isLeaving || location.reload()); // reloading would undo a tap on a project

const kept = await new KeptPages(caches, async () => false).all();
byId("none").hidden = kept.length > 0;
byId("kept").append(...(await Promise.all(kept.map(lineOf))));

/** @param {{url: string, page: Response}} one */
async function lineOf({ url, page }) {
  const { title } = new DOMParser().parseFromString(await page.text(), "text/html");
  const waiting = await unsent(page.headers.get("Offline-Project") ?? "");
  return el("li", {}, el("a", { href: url }, el("span", {}, title), el("span", { class: "quiet small" }, waiting ? t("offline.edits_waiting", { n: waiting }) : t("offline.sent"))));
}

/** How many edits of a project wait here. @param {string} project */
async function unsent(project) {
  const records = await storage.entries(`${project} `).catch(() => []);
  return records.filter(([key]) => key.split(" ")[2] === "queue").length;
}
