/** Answers on standard output what the browser's code makes of kinds at sizes: {"asked": [[kind, size, mesh?], …]} comes in. */
import { readdirSync, readFileSync } from "node:fs";

import { extentOf } from "#model/extent.js";
import { Kinds, zonesOf } from "#model/kinds.js";
import { meshOf } from "#model/mesh.js";
import { partsOf } from "#model/parts.js";
import { elevationSymbolOf, symbolOf } from "#plan/symbol.js";

const folder = new URL("../../rooms/kinds/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
const kinds = new Kinds(files.map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"))));

const answer = (/** @type {[string, [number, number, number], boolean]} */ [name, size, withMesh]) => {
  const kind = kinds.get(name);
  const parts = partsOf(kind, size, "#123456");
  return {
    parts, extents: parts.map(extentOf), symbol: symbolOf(kind, size), front: elevationSymbolOf(kind, size),
    zones: zonesOf(kind, size), meshes: withMesh ? parts.map((part) => meshOf(part)) : [],
  };
};

const { asked } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(answer)));
