/** One finding as people read it: how grave, what, why that matters, how much there is and should be, how one knows, and what can be done. */

import { boundOf } from "#model/findings.js";
import { el } from "#ui/dom.js";

/** @typedef {import("#core/findings.js").Finding} Finding */
/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {import("#ui/studio/checks.js").Checks} Checks */

/** @param {Studio} studio @param {Checks} checks @param {Finding} finding @param {{isAlone?: boolean}} [how] it is the one that is shown */
export function findingCard(studio, checks, finding, { isAlone = false } = {}) {
  const { t, language } = studio;
  const { key, severity, source, text, why } = finding;
  return el("li", { class: isAlone ? "finding-card is-alone" : "finding-card", "data-card": key, "data-severity": severity, tabindex: -1, "aria-current": key === checks.chosen ? "true" : null },
    el("p", { class: "finding-weight" }, t(`checks.severity_${source.note ? "open_law" : severity}`)),
    el("p", { class: "finding-text" }, text[language]),
    el("p", { class: "quiet" }, why[language]),
    finding.waived === null ? null : el("p", {}, t("checks.waived_because", { reason: finding.waived })),
    values(studio, finding),
    el("div", { class: "finding-acts" }, ...acts(studio, checks, finding, isAlone)),
    el("p", { class: "quiet small" }, sourceOf(studio, finding)));
}

/** What there is beside what should be; of a thing that must not be at all the sentence says it. @param {Studio} studio @param {Finding} finding */
const values = (studio, finding) => finding.unit === "count" && finding.wanted === 0 ? null :
  el("dl", { class: "finding-values" },
    el("div", {}, el("dt", {}, studio.t("checks.is")), el("dd", { class: "number" }, measured(studio, finding.unit, finding.value))),
    el("div", {}, el("dt", {}, studio.t(`checks.wanted_${finding.severity}`)),
      el("dd", { class: "number" }, studio.t(`checks.${boundOf(finding)}`, { value: measured(studio, finding.unit, finding.wanted) }))));

/** @param {Studio} studio @param {string} unit @param {number} value @returns {string} */
function measured({ t, format }, unit, value) {
  if (unit === "mm") return format.length(value);
  if (unit === "points") return t("checks.points", { n: value });
  return `${value}${{ degrees: "°", percent: "%" }[unit] ?? ""}`;
}

/** Plain geometry needs no source, only its reason. @param {Studio} studio @param {Finding} finding */
function sourceOf({ t, format, language }, { source }) {
  const title = source.title[language];
  if (!source.where && !source.verified) return t("checks.why", { title });
  const from = t("checks.source", { title });
  if (source.note) return `${from}, ${t("checks.read_in", { where: source.where })}; ${source.note[language]}`;
  return `${from}; ${source.verified ? t("checks.verified", { day: format.day(source.verified) }) : t("checks.unverified")}`;
}

/** @param {Studio} studio @param {Checks} checks @param {Finding} finding @param {boolean} isAlone */
function acts({ t, language }, checks, finding, isAlone) {
  const text = finding.text[language];
  const act = (/** @type {string} */ words, /** @type {string | null} */ spoken, /** @type {() => void} */ press) =>
    el("button", { type: "button", class: "button", "aria-label": spoken, "aria-disabled": String(checks.findings.state !== "fresh"), onclick: press }, words);
  const isOpen = finding.waived === null;
  return [
    finding.where.length && !isAlone ? el("button", { type: "button", class: "button", "aria-label": t("checks.show_which", { text }), onclick: () => checks.look(finding.key) }, t("checks.show")) : null,
    isOpen && finding.fix ? act(finding.fix.text[language], null, () => checks.fix(finding)) : null,
    isOpen && checks.isStaff ? act(t("checks.waive"), t("checks.waive_which", { text }), () => checks.waive(finding)) : null,
    !isOpen && checks.isStaff ? act(t("checks.unwaive"), t("checks.unwaive_which", { text }), () => checks.unwaive(finding)) : null,
  ];
}
