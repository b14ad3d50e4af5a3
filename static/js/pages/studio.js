// The studio: puts store, plan, panels and, after the first plan is on the screen, the 3D together.

import { BrowserPage } from "#core/page.js";
import { Draft } from "#core/draft.js";
import { ReturnKeys } from "#core/return_keys.js";
import { openStorage } from "#core/storage.js";
import { Store } from "#core/store.js";
import { Sync } from "#core/sync.js";
import { readDeck } from "#colour/deck.js";
import { changeEntity } from "#model/actions/change_entity.js";
import { stampFor } from "#model/edit.js";
import { apply, effect } from "#model/fold.js";
import { Kinds } from "#model/kinds.js";
import { levelsUpwards } from "#model/levels.js";
import { Selection } from "#model/selection.js";
import { inverse } from "#model/undo.js";
import { PlanView } from "#plan/plan_view.js";
import { Backgrounds } from "#ui/studio/backgrounds.js";
import { Checks } from "#ui/studio/checks.js";
import { Chip } from "#ui/people/chip.js";
import { openCommandBox } from "#ui/studio/command_box.js";
import { Comparison } from "#ui/people/comparison.js";
import { CornerBar } from "#ui/studio/corner_bar.js";
import { byId } from "#ui/dom.js";
import { textDialog } from "#ui/dialogs.js";
import { formatsOf } from "#ui/format.js";
import { keepAboveKeyboard } from "#ui/keyboard.js";
import { Levels } from "#ui/studio/levels.js";
import { goWhenSent } from "#ui/studio/list_link.js";
import { namesOf } from "#ui/names.js";
import { stayKnown } from "#ui/offline.js";
import { ProductModels } from "#ui/studio/product_models.js";
import { Proposals } from "#ui/people/proposals.js";
import { Schemes } from "#ui/schemes/schemes.js";
import { SavedSign } from "#ui/people/saved_sign.js";
import { PaintBar } from "#ui/studio/paint_bar.js";
import { PaintsToBuy } from "#ui/paints_to_buy.js";
import { People } from "#ui/people/people.js";
import { RoomColours } from "#ui/studio/room_colours.js";
import { Sets } from "#ui/studio/sets.js";
import { isPhone } from "#ui/sheet.js";
import { listenForShortcuts } from "#ui/studio/shortcuts.js";
import { Studio } from "#ui/studio/studio.js";
import { countStudio } from "#ui/studio/studio_tally.js";
import { Variants } from "#ui/people/variants.js";
import { Views } from "#ui/studio/views.js";
import { pageData, wordsOf } from "#ui/words.js";

/** What those are told who may change the other variant, or none yet. @type {Record<string, string>} */
const ONLY_LOOK = { owner: "proposals.only_look_designer", editor: "proposals.only_look_designer", staff: "proposals.only_look_customer" };

const boot = pageData("boot");
const language = /** @type {"pl" | "en"} */ (document.documentElement.lang);
const t = wordsOf(pageData("words"), language);
const format = formatsOf(language);

const [kindsData, deckData] = await Promise.all([boot.catalogues.kinds, boot.catalogues.deck].map(async (url) => (await fetch(url)).json()));
const kinds = new Kinds(kindsData);
const deck = readDeck(deckData);
const suggested = boot.suggested.map((/** @type {string} */ code) => deck.get(code)).filter(Boolean);

const { project } = boot;
const asked = new URLSearchParams(location.search);
const mayEdit = boot.may_edit;
const storage = openStorage();
const keys = new ReturnKeys(storage, boot.store.tenant_slug);
const store = new Store({
  draft: new Draft(storage, `${project.id ?? project.code} ${project.variant}`),
  model: { apply, effect, inverse, stamp: stampFor(project.variant) },
  variant: project.variant,
  head: { seq: project.seq, document: project.document },
  channel: project.id ? new BroadcastChannel(`${project.id} ${project.variant}`) : null,
});
const selection = new Selection();
const paintOf = (/** @type {string} */ code) => deck.get(code)?.hex ?? null;
const names = namesOf({ t, kinds, language });

const models = new ProductModels(store, boot.products?.models ?? null);
const planView = new PlanView(byId("plan"), {
  store, kinds, paintOf, selection, t, ...names, length: format.length, metres: format.metres, area: format.area,
  pictureAddress: (picture) => `${project.url}/pictures/${picture}.jpg`,
  level: firstLevel(), mayEdit, bodyOf: ({ product }) => models.of(product?.sku),
});
const studio = new Studio({ store, kinds, deck, suggested, samples: boot.samples, coloursUrl: boot.colours, photoUrl: boot.photo, products: boot.products, measureUrl: boot.fact_pages.brought_dimensions ?? null, selection, planView, names, t, language, format });
studio.models = models;
models.addEventListener("change", () => planView.redrawBodies());
if (project.url) studio.roomColours = new RoomColours(studio, `${project.url}/variants/${project.variant}`);
if (project.url && project.variant === boot.variants[0]?.id) studio.paintsToBuy = new PaintsToBuy(project, { t, language, deck, format, store });
if (project.url) studio.renderingsUrl = `${project.url}/renderings`;
if (project.url) studio.quantitiesUrl = `${project.url}/variants/${project.variant}/quantities`;
const views = studio.views = new Views(studio, { paintOf, kinds, showLevel: (level) => studio.levels?.goTo(level) });
const levels = (studio.levels = new Levels(studio, views));
if (mayEdit) new SavedSign(store, t);
new Chip(store, boot, { t, language });
new People(boot, { t, store, studio });
new Variants(boot, { t, store, comparison: new Comparison(boot, { t, language, store, planView, views, showLevel: (level) => levels.goTo(level) }) });
new Proposals(boot, { t, store });
if (mayEdit) new CornerBar(studio);
if (mayEdit) new PaintBar(studio);
if (mayEdit && project.url) studio.schemes = new Schemes(studio, { url: project.url, variant: project.variant, address: project.address });
if (mayEdit) studio.sets = new Sets(studio, { url: `/api/v1/stores/${boot.store.slug}/sets`, isStaff: boot.right === "staff" });
if (mayEdit) studio.checks = new Checks(studio, { url: project.url, variant: project.variant, project: project.id, isStaff: boot.right === "staff", views, showLevel: (level) => levels.goTo(level) });
if (mayEdit) studio.backgrounds = new Backgrounds(studio, `${project.url}/pictures`);

planView.addEventListener("tool", (event) => (byId("studio").dataset.tool = /** @type {CustomEvent} */ (event).detail.name));
planView.addEventListener("hint", (event) => (byId("hint").textContent = /** @type {CustomEvent} */ (event).detail));
byId("put-down").addEventListener("click", () => planView.setTool({ name: "select" }));
byId("undo").addEventListener("click", () => store.undo());
byId("redo").addEventListener("click", () => store.redo());
byId("zoom-in").addEventListener("click", () => views.zoom(1.3));
byId("zoom-out").addEventListener("click", () => views.zoom(1 / 1.3));
byId("zoom-fit").addEventListener("click", () => views.zoom(null));
byId("skip").addEventListener("click", () => studio.openPanel("list"));
byId("find").addEventListener("click", () => openCommandBox(studio));
byId("rename").addEventListener("click", () =>
  textDialog({ title: t("studio.rename"), label: t("studio.project_name"), value: store.document.plan?.name ?? "", most: 120, t },
    (name) => store.perform(changeEntity("plan", { name }, { action: "name_plan", input: "typed" }))));

const papers = /** @type {HTMLAnchorElement | null} */ (document.getElementById("documents"));
papers?.addEventListener("click", (event) => goWhenSent(event, store, papers.href));
listenForShortcuts(studio);
keepAboveKeyboard();

store.addEventListener("change", showHead);
store.addEventListener("saved", showHead);
showHead();

const sync = project.url ? new Sync({ store, url: project.url, page: new BrowserPage(), locks: navigator.locks ?? null }) : null;
if (sync) {
  if (boot.return_key) keys.keep(boot.return_key).catch(() => {}); // the saved sign says that nothing can be kept
  await store.open();
  showHead();
  sync.start();
} else if (await keys.comeBack(project.address)) location.reload();
if (!mayEdit) byId("hint").textContent = t(ONLY_LOOK[boot.right] ?? "studio.only_looking");
else if (asked.get("panel") === "colours") studio.openPanel("colours");
else if (!isPhone()) studio.openPanel(levelHasWalls() ? "furnishing" : "room");
countStudio(boot.store.slug, studio);
beginAs(asked);
requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset.ready = "true")));
await views.begin(asked.get("view") === "scene" ? "scene" : "plan");
if (sync) await stayKnown(boot, { store, sync, keys });

/** What the start page has sent one here for; once it is done, a reload does not do it again. @param {URLSearchParams} asked */
function beginAs(asked) {
  const forget = (/** @type {string} */ name) => {
    asked.delete(name);
    history.replaceState(null, "", asked.size ? `?${asked}` : location.pathname);
  };
  if (!mayEdit) return;
  if (asked.has("panel")) forget("panel");
  if (asked.get("tool") === "wall") studio.drawWalls(), forget("tool");
  const paint = asked.get("paint");
  if (paint && deck.has(paint)) studio.paintWith(paint), forget("paint");
  const picture = asked.get("lay");
  if (picture) void studio.backgrounds?.lay(picture, () => forget("lay"));
}

function showHead() {
  /** @type {HTMLButtonElement} */ (byId("undo")).disabled = !store.canUndo;
  /** @type {HTMLButtonElement} */ (byId("redo")).disabled = !store.canRedo;
  const name = store.document.plan?.name || t("start.unnamed");
  if (byId("project-name").textContent !== name) byId("project-name").textContent = name;
}

/** Whether there is a room to furnish. */
function levelHasWalls() {
  return planView.survey.solids.size > 0;
}

/** The one at nought, else the lowest. */
function firstLevel() {
  const levels = levelsUpwards(store.document);
  return (levels.find(({ elevation }) => elevation === 0) ?? levels[0])?.id ?? "";
}
