// Imports of the browser's code go from right to left only: core, geometry, model, plan and scene, colour, photo, ui, pages.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "../../static/js");
const ORDER = ["core", "geometry", "model", "plan", "scene", "colour", "photo", "ui", "pages"];
const STRANGERS = [["plan", "scene"]];

const files = readdirSync(ROOT, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".js") && file.includes("/"));

for (const file of files) {
  test(`${file} imports only what stands left of it`, () => {
    const own = file.split("/")[0];
    const source = readFileSync(join(ROOT, file), "utf8");
    const imported = [...source.matchAll(/^(?:import|export)[^"']*?from "#(\w+)\/|\bimport\("#(\w+)\//gm)].map((found) => found[1] ?? found[2]);
    const wrong = imported.filter((folder) => ORDER.includes(folder) && !isAllowed(own, folder));
    assert.deepEqual(wrong, [], relative(ROOT, file));
  });
}

/** @param {string} own @param {string} other */
function isAllowed(own, other) {
  if (STRANGERS.some((pair) => own !== other && pair.includes(own) && pair.includes(other))) return false;
  return ORDER.indexOf(other) <= ORDER.indexOf(own);
}
