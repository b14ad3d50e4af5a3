/** The viewer's materials: walls and things in daylight, their glass, and faces true to the sample card. */
import { Color, DoubleSide, MeshBasicMaterial, MeshStandardMaterial, Vector3, Vector4 } from "three";

import * as daylight from "#scene/daylight_shader.js";

/**
 * @typedef {import("three").WebGLProgramParametersWithUniforms} Program
 * @typedef {import("three").Material} Material
 * @typedef {{nearness: {value: import("three").Texture | null}, nearnessFrame: {value: Vector4}, floorLevel: {value: number}, skylight: {value: import("three").Data3DTexture | null},
 *   skyCorner: {value: Vector3}, skyShare: {value: Vector3}, indoors: {value: number}, evening: {value: number}}} Uniforms
 * @typedef {{solid: Material, glass: Material, body: Material, textured: (map: import("three").Texture, cutAt: number) => Material}} Palette
 *   body: of models that retailers bring, whose sheets are seen from both sides; textured: the same with a picture, clear below an alpha
 */

/** What all lit materials share: the map of the corners' dark. @returns {Uniforms} */
export const newUniforms = () => ({
  nearness: { value: null },
  nearnessFrame: { value: new Vector4(0, 0, 1, 1) },
  floorLevel: { value: 0 },
  skylight: { value: null },
  skyCorner: { value: new Vector3() },
  skyShare: { value: new Vector3(1, 1, 1) },
  indoors: { value: 0 },
  evening: { value: 0 },
});

/** @param {Uniforms} uniforms @returns {Palette} in daylight */
export const litPalette = (uniforms) => ({
  solid: inDaylight(new MeshStandardMaterial({ vertexColors: true, dithering: true, shadowSide: DoubleSide }), uniforms),
  glass: inDaylight(
    new MeshStandardMaterial({ vertexColors: true, transparent: true, opacity: 0.22, depthWrite: false }),
    uniforms,
  ),
  body: inDaylight(new MeshStandardMaterial({ vertexColors: true, dithering: true, side: DoubleSide }), uniforms),
  textured: (map, cutAt) =>
    inDaylight(new MeshStandardMaterial({ vertexColors: true, dithering: true, side: DoubleSide, map, alphaTest: cutAt }), uniforms),
});

/** As on the sample card: every pixel is the paint's own colour. */
export const cardMaterial = () => onCard(new MeshBasicMaterial({ vertexColors: true, toneMapped: false }));

/** Linear red, green, blue of #rrggbb. @param {string} hex @returns {[number, number, number]} */
export const linear = (hex) => {
  const { r, g, b } = new Color(hex);
  return [r, g, b];
};

/** @template {Material} M @param {M} material @param {Uniforms} uniforms @returns {M} */
const inDaylight = (material, uniforms) => {
  material.onBeforeCompile = (program) => {
    Object.assign(program.uniforms, uniforms);
    withPlaces(program);
    replace(program, "fragmentShader", "#include <common>", `#include <common>\n${daylight.FRAGMENT_HEAD}`);
    replace(program, "fragmentShader", "#include <color_fragment>", `#include <color_fragment>\n${daylight.FRAGMENT_TILES}`);
    const last = "#include <metalnessmap_fragment>";
    replace(program, "fragmentShader", last, `${last}\n${daylight.FRAGMENT_FINISH}`);
    replace(program, "fragmentShader", "#include <aomap_fragment>", daylight.FRAGMENT_SHADE);
  };
  material.customProgramCacheKey = () => "daylight";
  return material;
};

/** @template {Material} M @param {M} material @returns {M} */
const onCard = (material) => {
  material.onBeforeCompile = (program) => {
    withPlaces(program);
    replace(program, "fragmentShader", "#include <common>", `#include <common>\n${daylight.FRAGMENT_HEAD}`);
    replace(program, "fragmentShader", "#include <color_fragment>", `#include <color_fragment>\n${daylight.FRAGMENT_TILES}`);
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
