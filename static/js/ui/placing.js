/** A thing put into the room without pointing: where the keyboard chooses the kind, the plan finds the place. */

import { addItem } from "#model/actions/add_item.js";
import { freePlace } from "#model/free_place.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";

/** False where there is no room or no free place in it. @param {import("#ui/studio.js").Studio} studio @param {any} kind */
export function placeFreely(studio, kind) {
  const { store, kinds, planView: view } = studio;
  const room = roomInHand(studio);
  const place = room && freePlace(kind, { document: store.document, room, kinds });
  if (!place) return view.hint("studio.no_free_place", { thing: studio.kindName(kind) }), false;
  const id = newId("items");
  const { name, size, elevation } = kind;
  if (!store.perform(addItem({ level: view.level, kind: name, size, elevation, ...place }, id))) return false;
  view.select(`items/${id}`);
  view.hint("studio.placed", { thing: studio.kindName(kind) });
  return true;
}

/** The room that is selected, or that holds what is; else the largest. @param {import("#ui/studio.js").Studio} studio */
export function roomInHand({ selection, store, planView: { survey } }) {
  const target = selection.current;
  const at = target?.at ?? (target?.collection === "items" && target.id ? entity(store.document, "items", target.id)?.at : null);
  const index = at ? survey.roomAt(at) : null;
  const face = target?.collection === "walls" ? survey.faces.find(({ wall }) => wall === target.id) : null;
  const [largest] = survey.rooms.map(({ room }) => room).toSorted((one, other) => other.area_mm2 - one.area_mm2);
  return survey.found.rooms[index ?? face?.room ?? -1] ?? largest ?? null;
}
