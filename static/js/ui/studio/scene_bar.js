/** What one does in the 3D view: choose its light, which it is called by, keep a view, and go in at eye height. */

import { button, el } from "#ui/dom.js";
import { LightPanel, lightWords } from "#ui/studio/light_panel.js";
import { SavedViews } from "#ui/studio/saved_views.js";

/** @typedef {import("#ui/studio/studio.js").Studio} Studio */
/** @typedef {import("#scene/scene_view.js").SceneView} SceneView */

/** @param {Studio} studio @param {SceneView} scene @returns {HTMLElement} */
export function sceneBar(studio, scene) {
  const light = new LightPanel(studio, scene);
  const views = new SavedViews(studio, scene);
  return el("div", { class: "scene-bar" },
    lightLabel(studio, scene),
    button("sun", studio.t("light.tool"), () => light.open(), "light"),
    button("bookmark", studio.t("saved_views.tool"), () => views.open(), "keeping-views"),
    walkButton(studio, scene));
}

/** What light the picture stands in: a paint is only on its card as on its card. @param {Studio} studio @param {SceneView} scene */
function lightLabel({ t }, scene) {
  const label = el("span", {}, lightWords(t, scene.light));
  scene.addEventListener("light", () => (label.textContent = lightWords(t, scene.light)));
  return el("p", { class: "scene-light small" }, label);
}

/** Into the room at eye height, and out again. @param {Studio} studio @param {SceneView} scene */
function walkButton({ t }, scene) {
  const walk = button("footprints", t("levels.walk"), () => (scene.mode === "walk" ? scene.orbit() : scene.walk()), "walk");
  scene.addEventListener("mode", () => {
    const inside = scene.mode === "walk";
    /** @type {HTMLElement} */ (walk.querySelector("span")).textContent = t(inside ? "levels.walk_out" : "levels.walk");
    walk.setAttribute("aria-pressed", String(inside));
  });
  walk.setAttribute("aria-pressed", "false");
  return walk;
}
