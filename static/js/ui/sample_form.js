/** *Zamów próbkę*: puts paints on the tray, which the server keeps, and leads to the page where they are ordered. */

import { el, icon } from "#ui/dom.js";

/** @typedef {{url: string, project: string}} Tray where to put samples, and the code of the project whose tray it is; empty for the browser's own */

/** @param {Tray} tray @param {readonly string[]} codes @param {string} words @param {string} [look] */
export const sampleForm = ({ url, project }, codes, words, look = "") =>
  el("form", { method: "post", action: url },
    el("input", { type: "hidden", name: "project", value: project }),
    el("input", { type: "hidden", name: "paints", value: [...new Set(codes)].join(",") }),
    el("button", { class: `button ${look}`.trim() }, icon("shopping-basket"), el("span", {}, words)));
