// A shared model in a file of its own (rooms/pictures/viewer.py): shows the scene that the page carries, and asks no server.
import { Kinds } from "#model/kinds.js";
import { SceneView } from "#scene/scene_view.js";

/** @type {{scene: import("#model/scene/scene.js").Scene, kinds: any[], words: Record<string, string>,
 *   models: string[], owners: Record<string, {model: number, size: [number, number, number]}>}} models: GLB as base64 */
const { scene, kinds, words, models, owners } = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("model")).textContent ?? "");
const host = /** @type {HTMLElement} */ (document.getElementById("view"));
const header = /** @type {HTMLElement} */ (document.querySelector("header"));

if (SceneView.isSupported()) show();
else host.append(Object.assign(document.createElement("p"), { textContent: words.unsupported }));

function show() {
  const view = new SceneView(host, { kinds: new Kinds(kinds), paintOf: () => null, label: words.model });
  view.dressItems((id) => (owners[id] ? { glb: `data:model/gltf-binary;base64,${models[owners[id].model]}`, size: owners[id].size } : null));
  view.present(scene);
  const inside = button(words.walk, () => (view.mode === "walk" ? view.orbit() : view.walk()));
  view.addEventListener("mode", () => (inside.textContent = view.mode === "walk" ? words.orbit : words.walk));
  const card = button(words.card, () => {
    view.lit = !view.lit;
    card.setAttribute("aria-pressed", String(!view.lit));
  });
  card.setAttribute("aria-pressed", "false");
  header.append(inside, button(words.home, () => view.home()), card);
}

/** @param {string} text @param {() => void} press */
function button(text, press) {
  const made = document.createElement("button");
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}
