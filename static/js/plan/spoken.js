/** What an element of the plan is called when the keyboard comes to it, where that is more than what is said of all alike. */

import { lettered } from "#geometry/wall_letters.js";
import { seenLength } from "#geometry/walls.js";

/** A wall by its letters in the rooms that see it and the length seen there, as the list of the room has it; null: what the drawing says. @param {import("#plan/plan_view.js").PlanView} view @param {string} path @returns {string | null} */
export function spokenName({ survey, tools: { t, length } }, path) {
  const [collection, id] = path.split("/");
  const solid = collection === "walls" ? survey.solids.get(id) : null;
  if (!solid) return null;
  const letters = survey.rooms.flatMap(({ room }) => lettered(room).filter(({ wall }) => wall === id).map(({ letter }) => letter));
  return letters.length ? t("plan.wall_named", { letter: [...new Set(letters)].join(" / "), length: length(seenLength(solid, survey.insideOf(id))) }) : null;
}
