/** The room that the scene's tests look at, and the kinds of things that may stand in it. */

import { readFileSync } from "node:fs";

import { Kinds } from "#model/kinds.js";

import { documents } from "../model/folder.js";

export const { scene, plan, paints } = JSON.parse(readFileSync(new URL("../../cases/scene/room.json", import.meta.url), "utf8"));
export const kinds = new Kinds(documents());
