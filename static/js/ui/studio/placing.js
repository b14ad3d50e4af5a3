/** A thing put into the room without pointing: where the keyboard chooses the kind, the plan finds the place. */

import { addItem } from "#model/actions/add_item.js";
import { addSet, boxOf } from "#model/actions/add_set.js";
import { freePlace } from "#model/free_place.js";
import { newId } from "#model/ids.js";
import { entity } from "#model/plan.js";
import { rememberUsed } from "#ui/known_kinds.js";

/** False where there is no room or no free place in it. @param {import("#ui/studio/studio.js").Studio} studio @param {any} kind @param {any} [product] of that kind, in its own size */
export function placeFreely(studio, kind, product = null) {
  const { store, kinds, planView: view } = studio;
  const room = roomInHand(studio);
  const size = product?.size ?? kind.size;
  const place = room && freePlace({ ...kind, size }, { document: store.document, room, kinds });
  if (!place) return view.hint("studio.no_free_place", { thing: studio.kindName(kind) }), false;
  const id = newId("items");
  const { name, elevation } = kind;
  if (!store.perform(addItem({ level: view.level, kind: name, size, elevation, product, ...place }, id))) return false;
  view.select(`items/${id}`);
  rememberUsed(name);
  view.hint("studio.placed", { thing: product?.name ?? studio.kindName(kind) });
  return true;
}

/** A set, likewise. @param {import("#ui/studio/studio.js").Studio} studio @param {import("#model/actions/add_set.js").ItemSet} set */
export function placeSetFreely(studio, set) {
  const { store, kinds, planView: view, language } = studio;
  const room = roomInHand(studio);
  const place = room && freePlace(/** @type {any} */ (boxOf(set.items, kinds)), { document: store.document, room, kinds });
  if (!place) return view.hint("studio.no_free_place", { thing: set.name[language] }), false;
  const ids = set.items.map(() => newId("items"));
  if (!store.perform(addSet(set.items, { level: view.level, ...place }, ids))) return false;
  studio.selection.setAll(ids.map((id) => ({ collection: "items", id })));
  view.hint("studio.placed", { thing: set.name[language] });
  return true;
}

/** The room that is selected, or that holds what is; else the largest. @param {import("#ui/studio/studio.js").Studio} studio */
export function roomInHand({ selection, store, planView: { survey } }) {
  const target = selection.current;
  const at = target?.at ?? (target?.collection === "items" && target.id ? entity(store.document, "items", target.id)?.at : null);
  const index = at ? survey.roomAt(at) : null;
  const face = target?.collection === "walls" ? survey.faces.find(({ wall }) => wall === target.id) : null;
  const [largest] = survey.rooms.map(({ room }) => room).toSorted((one, other) => other.area_mm2 - one.area_mm2);
  return survey.found.rooms[index ?? face?.room ?? -1] ?? largest ?? null;
}
