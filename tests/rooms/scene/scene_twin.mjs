/** Answers on standard output how the browser's code describes plans: {"plans": [document, …], "paints": {code: hex}} comes in. */
import { readFileSync } from "node:fs";

import { describe } from "#model/scene/scene.js";

const { plans, paints } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(plans.map((plan) => describe(plan, null, (code) => paints[code] ?? null))));
