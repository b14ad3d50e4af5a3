/** The checks in the studio: what they find, the finding that is looked at, and how plan, 3D and tools show it. */

import { Findings } from "#core/findings.js";
import { about, boxOf, few, open, subjectOf } from "#model/findings.js";
import { takeFix } from "#model/actions/take_fix.js";
import { unwaive, waive } from "#model/actions/waive.js";
import { el, icon } from "#ui/dom.js";
import { isPhone } from "#ui/sheet.js";
import { toast } from "#ui/toasts.js";
import { waiveDialog } from "#ui/studio/waive_dialog.js";

/** @typedef {import("#core/findings.js").Finding} Finding */

const MARGIN_PX = 40;
/** A finding is shown with so much of the room about it. */
const LEAST_SHOWN_MM = 2_600;

export class Checks {
  /** The key of the finding that is looked at, or "". */
  chosen = "";
  /** Whether those that are less grave stand open, too, those that were let be, and what is checked. */
  unfolded = { more: false, waived: false, about: false };
  /** How many there were before something was done about one of them. @type {number | null} */ #before = null;

  /**
   * @param {import("#ui/studio/studio.js").Studio} studio
   * @param {{url: string, variant: string, project: string, isStaff: boolean, views: import("#ui/studio/views.js").Views, showLevel: (level: string) => void}} with_
   */
  constructor(studio, { url, variant, project, isStaff, views, showLevel }) {
    this.studio = studio;
    this.isStaff = isStaff;
    this.views = views;
    this.showLevel = showLevel;
    this.place = `accessible ${project}`;
    this.findings = new Findings(studio.store, { url, variant, isAccessible: isKept(this.place) });
    this.findings.addEventListener("change", () => this.#changed());
    studio.planView.addEventListener("finding", (event) => this.look(/** @type {CustomEvent} */ (event).detail, { fromPlan: true }));
    for (const name of ["open", "close"]) studio.sheet.addEventListener(name, () => this.#afterPanel());
  }

  /** @returns {readonly Finding[]} the gravest first */
  get all() {
    return this.findings.report?.findings ?? [];
  }

  get isAccessible() {
    return this.findings.isAccessible;
  }

  set isAccessible(isAccessible) {
    keep(this.place, isAccessible);
    this.findings.isAccessible = isAccessible;
  }

  /** Those that stand open: the gravest few, or all. */
  get shown() {
    const found = open(this.all);
    return this.unfolded.more ? found : few(found)[0];
  }

  /** The one that is looked at. */
  get finding() {
    return this.all.find(({ key }) => key === this.chosen) ?? null;
  }

  /** Show where it is, in plan and 3D, and what it says; a touch on the plan has it in sight already. @param {string} key @param {{fromPlan?: boolean}} [how] */
  look(key, { fromPlan = false } = {}) {
    this.chosen = key;
    const { finding, studio } = this;
    if (!finding) return;
    if (few(open(this.all))[1].includes(finding)) this.unfolded.more = true;
    if (finding.waived !== null) this.unfolded.waived = true;
    if (finding.level !== studio.planView.level) this.showLevel(finding.level);
    const subject = subjectOf(finding, studio.store.document);
    if (subject) studio.planView.select(subject);
    studio.openPanel("checks", isPhone() ? "change" : "choose");
    if (!fromPlan || isPhone()) this.#comeNear(finding);
    this.#focus(key);
  }

  /** Back to all of them. */
  lookAway() {
    this.chosen = "";
    this.studio.openPanel("checks");
  }

  /** Open what is folded, or fold it. @param {"more" | "waived" | "about"} name */
  unfold(name) {
    this.unfolded[name] = !this.unfolded[name];
    this.studio.renewFindings();
    this.#draw();
  }

  /** Take its way out: one edit. @param {Finding} finding */
  fix({ fix }) {
    if (fix) this.#do(takeFix(fix));
  }

  /** A designer lets it be, and says why. @param {Finding} finding */
  waive({ key, text }) {
    waiveDialog(this.studio, text[this.studio.language], (reason) => this.#do(waive(key, reason)));
  }

  /** It is a finding again. @param {Finding} finding */
  unwaive({ key }) {
    this.#do(unwaive(key));
  }

  /** The element's findings, a line each, that lead to the panel; null where there are none. @param {string} path `items/<id>` */
  linesOf(path) {
    const found = about(this.all, path);
    if (!found.length) return null;
    const { t, language } = this.studio;
    return el("ul", { class: "finding-lines", "aria-label": t("checks.lines") }, ...found.map(({ key, text }) =>
      el("li", {}, el("button", { type: "button", class: "row", onclick: () => this.look(key) }, icon("info"), el("span", {}, text[language]), icon("chevron-right")))));
  }

  /** An edit about a finding, where what is known of the plan still holds. @param {import("#core/store.js").MakeEdit} makeEdit */
  #do(makeEdit) {
    if (this.findings.state !== "fresh") return;
    const before = open(this.all).length;
    if (this.studio.store.perform(makeEdit)) this.#before = before;
  }

  #changed() {
    if (!this.finding) this.chosen = "";
    this.#draw();
    this.#count();
    const held = cardOf(document.activeElement);
    this.studio.renewFindings();
    if (held) this.#focus(held);
    if (this.findings.state === "fresh") this.#tellFewer();
  }

  /** How many fewer there are since something was done about one. */
  #tellFewer() {
    const fewer = (this.#before ?? 0) - open(this.all).length;
    this.#before = null;
    if (fewer > 0) toast(this.studio.t("checks.fewer", { n: fewer }));
  }

  #afterPanel() {
    if (this.studio.open !== "checks") this.chosen = "";
    this.#draw();
  }

  #draw() {
    const { planView, t, language } = this.studio;
    const { finding, shown } = this;
    planView.findings.show({
      findings: finding && !shown.includes(finding) ? [...shown, finding] : shown,
      chosen: this.chosen,
      areHatched: this.studio.open === "checks" && !this.chosen,
      areOld: this.findings.state !== "fresh",
      words: ({ text }) => t("checks.mark", { text: text[language] }),
    });
    this.views.band(finding?.where ?? [], finding?.level ?? "");
  }

  /** The number beside the tool's name. */
  #count() {
    const n = this.findings.report ? open(this.all).length : 0;
    for (const tool of document.querySelectorAll('[data-panel="checks"]')) {
      const badge = /** @type {HTMLElement} */ (tool.querySelector(".badge"));
      badge.hidden = n === 0;
      /** @type {HTMLElement} */ (badge.lastElementChild).textContent = String(n);
    }
  }

  /** Bring it into the middle of what the panel leaves of the plan. @param {Finding} finding */
  #comeNear(finding) {
    const { planView, sheet, store } = this.studio;
    const box = boxOf(finding, store.document);
    if (!box) return;
    const below_px = isPhone() ? Math.max(planView.root.getBoundingClientRect().bottom - sheet.panel.getBoundingClientRect().top, 0) : 0;
    planView.viewport.fit(widened(box), MARGIN_PX, below_px);
  }

  /** The card itself, else the first of what the panel holds now. @param {string} key */
  #focus(key) {
    const { body } = this.studio.sheet;
    const card = /** @type {HTMLElement | null} */ (body.querySelector(`[data-card="${CSS.escape(key)}"]`));
    (card ?? body).focus({ preventScroll: true });
    if (!isPhone()) card?.scrollIntoView({ block: "nearest" });
  }
}

/** The key of the card that holds the focus itself, or "". @param {Element | null} focused */
const cardOf = (focused) => (focused instanceof HTMLElement ? (focused.dataset.card ?? "") : "");

/** @param {[number, number, number, number]} box @returns {[number, number, number, number]} */
function widened([x0, y0, x1, y1]) {
  const [dx, dy] = [Math.max(LEAST_SHOWN_MM - (x1 - x0), 0) / 2, Math.max(LEAST_SHOWN_MM - (y1 - y0), 0) / 2];
  return [x0 - dx, y0 - dy, x1 + dx, y1 + dy];
}

/** @param {string} name @returns {boolean} */
function isKept(name) {
  try {
    return localStorage.getItem(name) === "yes";
  } catch {
    return false; // the browser forbids storage
  }
}

/** @param {string} name @param {boolean} is */
function keep(name, is) {
  try {
    if (is) localStorage.setItem(name, "yes");
    else localStorage.removeItem(name);
  } catch {
    // the browser forbids storage: the choice holds until the page is left
  }
}
