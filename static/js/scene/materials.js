/** The viewer's materials: walls and things in daylight, their glass, and faces true to the sample card. */
import { Color, DoubleSide, MeshBasicMaterial, MeshDepthMaterial, MeshStandardMaterial, ShaderChunk, Vector3, Vector4 } from "three";

import * as daylight from "#scene/daylight_shader.js";
import { FRAGMENT_SHADE } from "#scene/falling_shader.js";
import { noiseTexture } from "#scene/stuff.js";

/**
 * @typedef {import("three").WebGLProgramParametersWithUniforms} Program
 * @typedef {import("three").Material} Material
 * @typedef {{nearness: {value: import("three").Texture | null}, nearnessFrame: {value: Vector4}, floorLevel: {value: number}, straight: {value: import("three").Data3DTexture | null}, thrown: {value: import("three").Data3DTexture | null},
 *   bounceRed: {value: import("three").Data3DTexture | null}, bounceBlue: {value: import("three").Data3DTexture | null},
 *   skyCorner: {value: Vector3}, skyShare: {value: Vector3}, indoors: {value: number}, evening: {value: number}, noise: {value: import("three").Texture}}} Uniforms
 * @typedef {import("#scene/surroundings.js").Mirrored} Mirrored
 * @typedef {{solid: Material, glass: Material, body: Material, thinShadow: Material, textured: (map: import("three").Texture, cutAt: number) => Material}} Palette
 *   body: of models that retailers bring, whose sheets are seen from both sides; textured: the same with a picture, clear below an alpha
 */

/** What all lit materials share: the map of the corners' dark. @returns {Uniforms} */
export const newUniforms = () => ({
  nearness: { value: null },
  nearnessFrame: { value: new Vector4(0, 0, 1, 1) },
  floorLevel: { value: 0 },
  straight: { value: null },
  thrown: { value: null },
  bounceRed: { value: null },
  bounceBlue: { value: null },
  skyCorner: { value: new Vector3() },
  skyShare: { value: new Vector3(1, 1, 1) },
  indoors: { value: 0 },
  evening: { value: 0 },
  noise: { value: noiseTexture() },
});

/** @param {Uniforms} uniforms @param {Mirrored} mirrored @returns {Palette} in daylight */
export const litPalette = (uniforms, mirrored) => ({
  solid: inDaylight(new MeshStandardMaterial({ vertexColors: true, dithering: true, shadowSide: DoubleSide }), { ...uniforms, ...mirrored }),
  glass: inDaylight(
    new MeshStandardMaterial({ vertexColors: true, transparent: true, opacity: 0.14, depthWrite: false }),
    { ...uniforms, ...mirrored },
  ),
  body: inDaylight(new MeshStandardMaterial({ vertexColors: true, dithering: true, side: DoubleSide }), { ...uniforms, ...mirrored }),
  thinShadow: inHalves(new MeshDepthMaterial()),
  textured: (map, cutAt) =>
    inDaylight(new MeshStandardMaterial({ vertexColors: true, dithering: true, side: DoubleSide, map, alphaTest: cutAt }), { ...uniforms, ...mirrored }),
});

/** As on the sample card: every pixel is the paint's own colour. */
export const cardMaterial = () => onCard(new MeshBasicMaterial({ vertexColors: true }));

/** Linear red, green, blue of #rrggbb. @param {string} hex @returns {[number, number, number]} */
export const linear = (hex) => {
  const { r, g, b } = new Color(hex);
  return [r, g, b];
};

/** three's shadows with as many taps in even rows as are smooth without noise, which a picture at rest would show as a pattern. */
const SMOOTH_SHADOWS = ShaderChunk.shadowmap_pars_fragment.replace(/shadow = \(\s*texture\( shadowMap, vec3\( shadowCoord\.xy \+ vogelDiskSample\( 0, 5, phi \)[\s\S]*?\) \* 0\.2;/, daylight.SHADOW_TAPS);
if (!SMOOTH_SHADOWS.includes(daylight.SHADOW_TAPS)) throw new Error("three's shadows are drawn otherwise");

/** @template {Material} M @param {M} material @param {Uniforms & Mirrored} uniforms @returns {M} */
const inDaylight = (material, uniforms) => {
  material.onBeforeCompile = (program) => {
    Object.assign(program.uniforms, uniforms);
    withPlaces(program);
    replace(program, "fragmentShader", "#include <common>", `#include <common>\n${daylight.FRAGMENT_HEAD}`);
    replace(program, "fragmentShader", "#include <color_fragment>", `#include <color_fragment>\n${daylight.FRAGMENT_TILES}`);
    const last = "#include <metalnessmap_fragment>";
    replace(program, "fragmentShader", last, `${last}\n${daylight.FRAGMENT_FINISH}`);
    replace(program, "fragmentShader", "#include <normal_fragment_maps>", `#include <normal_fragment_maps>\n${daylight.FRAGMENT_TILT}`);
    replace(program, "fragmentShader", "#include <shadowmap_pars_fragment>", SMOOTH_SHADOWS);
    replace(program, "fragmentShader", "#include <lights_fragment_maps>", daylight.FRAGMENT_SURROUNDINGS);
    replace(program, "fragmentShader", "#include <aomap_fragment>", FRAGMENT_SHADE);
    replace(program, "fragmentShader", "#include <tonemapping_fragment>", daylight.FRAGMENT_DEVELOP);
  };
  material.customProgramCacheKey = () => "daylight";
  return material;
};

/** Casts half a shadow: every second texel of the shadows' map, which are smoothed over several. @param {MeshDepthMaterial} material */
const inHalves = (material) => {
  material.onBeforeCompile = (program) => {
    replace(program, "fragmentShader", "void main() {", "void main() {\n  if (mod(floor(gl_FragCoord.x) + floor(gl_FragCoord.y), 2.0) > 0.5) discard;");
  };
  return material;
};

/** @template {Material} M @param {M} material @returns {M} */
const onCard = (material) => {
  material.onBeforeCompile = (program) => {
    withPlaces(program);
    replace(program, "fragmentShader", "#include <common>", `#include <common>\n${daylight.CARD_HEAD}`);
    replace(program, "fragmentShader", "#include <color_fragment>", `#include <color_fragment>\n${daylight.CARD_TILES}`);
  };
  material.customProgramCacheKey = () => "card";
  return material;
};

/** @param {Program} program */
const withPlaces = (program) => {
  replace(program, "vertexShader", "#include <common>", `#include <common>\n${daylight.VERTEX_HEAD}`);
  replace(program, "vertexShader", "#include <begin_vertex>", `#include <begin_vertex>\n${daylight.VERTEX_BODY}`);
};

/** @param {Program} program @param {"vertexShader" | "fragmentShader"} shader @param {string} what @param {string} by */
const replace = (program, shader, what, by) => {
  if (!program[shader].includes(what)) throw new Error(`the ${shader} has no ${what}`);
  program[shader] = program[shader].replace(what, by);
};
