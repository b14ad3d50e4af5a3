/** What the checks say of the plan, by room, the gravest few first; on a phone the one that is looked at alone. */

import { byRoom, few, open } from "#model/findings.js";
import { entities, levelsOf } from "#model/plan.js";
import { button, el } from "#ui/dom.js";
import { findingCard } from "#ui/finding_card.js";
import { isPhone } from "#ui/sheet.js";

/** @typedef {import("#core/findings.js").Finding} Finding */
/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {import("#ui/studio/checks.js").Checks} Checks */

/** @param {Studio} studio @returns {(Node | string | null)[]} */
export function checksPanel(studio) {
  const { t, checks } = studio;
  if (!checks) return [];
  if (isPhone() && checks.finding) return alone(studio, checks, checks.finding);
  const found = open(checks.all);
  const [, rest] = few(found);
  const waived = checks.all.filter((finding) => finding.waived !== null);
  return [
    el("h2", {}, t("checks.title")),
    standing(studio, checks),
    checks.findings.report && !found.length ? el("p", { class: "finding-none" }, t(checks.all.length ? "checks.none_open" : "checks.none")) : null,
    ...rooms(studio, checks, checks.shown),
    rest.length ? fold(checks, "more", t(checks.unfolded.more ? "checks.less" : "checks.more", { n: rest.length })) : null,
    waived.length ? fold(checks, "waived", t("checks.waived", { n: waived.length })) : null,
    ...rooms(studio, checks, checks.unfolded.waived ? waived : []),
    profile(studio, checks),
    ...packs(studio, checks),
  ];
}

/** @param {Studio} studio @param {Checks} checks @param {Finding} finding */
const alone = (studio, checks, finding) => [
  standing(studio, checks),
  el("ul", { class: "findings" }, findingCard(studio, checks, finding, { isAlone: true })),
  button("arrow-left", studio.t("checks.all"), () => checks.lookAway(), "button-plain finding-back"),
];

/** Whether what is shown is of the plan as it is. @param {Studio} studio @param {Checks} checks */
function standing({ t }, { findings: { state, report } }) {
  if (state === "fresh") return null;
  const word = state === "old" ? (report ? "old" : "checking") : report ? "offline" : "offline_none";
  return el("p", { class: "quiet small", "data-standing": state }, t(`checks.${word}`));
}

/** @param {Studio} studio @param {Checks} checks @param {readonly Finding[]} findings */
const rooms = (studio, checks, findings) =>
  byRoom(findings).map(([room, its]) =>
    el("section", {},
      el("h3", {}, nameOf(studio, room)),
      el("ul", { class: "findings" }, ...its.map((finding) => findingCard(studio, checks, finding)))));

/** In a house of several levels with the level's name. @param {Studio} studio @param {number | null} room */
function nameOf({ t, planView, roomName, store }, room) {
  const found = room === null ? undefined : planView.survey.found.rooms[room];
  if (!found) return t("checks.elsewhere");
  const levels = levelsOf(store.document);
  const level = levels.length > 1 ? levels.find(({ id }) => id === found.level)?.name : "";
  return [roomName(found), level].filter(Boolean).join(" · ");
}

/** @param {Checks} checks @param {"more" | "waived" | "about"} name @param {string} words */
function fold(checks, name, words) {
  const press = () => checks.unfold(name);
  const isOpen = checks.unfolded[name];
  const made = button(isOpen ? "chevron-up" : "chevron-down", words, press, "button-plain finding-fold");
  made.setAttribute("aria-expanded", String(isOpen));
  return made;
}

/** @param {Studio} studio @param {Checks} checks */
const profile = ({ t }, checks) => {
  const box = el("input", { type: "checkbox", value: "yes", checked: checks.isAccessible, "aria-describedby": "accessible-about", onchange: () => (checks.isAccessible = box.checked) });
  return el("div", {}, el("label", { class: "finding-check" }, box, el("span", {}, t("checks.accessible"))), el("p", { class: "quiet small", id: "accessible-about" }, t("checks.accessible_about")));
};

/** Whether there is such a room, or a thing of such a room. @param {Studio} studio @param {string} use */
const isHere = ({ planView, store, kinds }, use) =>
  planView.survey.found.rooms.some((room) => room.use === use) || entities(store.document, "items").some(({ kind }) => kinds.has(kind) && kinds.get(kind).category === use);

/** Those that say something of this plan. @param {Studio} studio @param {Checks} checks */
function packs(studio, checks) {
  const { t, language } = studio;
  const held = checks.findings.report?.packs.filter(({ rooms }) => !rooms.length || rooms.some((use) => isHere(studio, use)));
  if (!held) return [];
  return [
    fold(checks, "about", t("checks.about")),
    el("section", { class: "finding-packs", "aria-label": t("checks.about") },
      checks.unfolded.about
        ? el("ul", {}, ...held.map(({ title, about }) => el("li", {}, el("strong", {}, title[language]), el("span", { class: "quiet small" }, about[language]))))
        : el("p", { class: "small" }, held.map(({ title }) => title[language]).join(" · ")),
      el("p", { class: "quiet small" }, t("checks.not_instead"))),
  ];
}
