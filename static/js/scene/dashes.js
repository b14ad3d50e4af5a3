/** What was otherwise: dashed edges, fainter where something stands before them, and swatches of former colours. */
import { BufferGeometry, Float32BufferAttribute, Group, Points, ShaderMaterial } from "three";
import { LineMaterial } from "three/addons/lines/LineMaterial.js";
import { LineSegments2 } from "three/addons/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/addons/lines/LineSegmentsGeometry.js";

import { linear } from "#scene/materials.js";

/**
 * A swatch lies on a face: its place and the face's normal in the viewer's frame, its colour #rrggbb.
 * @typedef {{at: readonly number[], normal: readonly number[], colour: string}} Swatch
 */

const DASH = { dashed: true, dashSize: 0.055, gapSize: 0.04 };
/** The eye's distance in metres at which dashes are as long as DASH says; elsewhere they are halved or doubled. */
const DASH_AT_M = 6;
const LAYERS = [
  { color: 0x161616, linewidth: 1.5, opacity: 0.3, depthTest: false, order: 7, ...DASH },
  { color: 0xffffff, linewidth: 3.25, opacity: 0.75, depthTest: true, order: 8 },
  { color: 0x161616, linewidth: 1.75, opacity: 1, depthTest: true, order: 9, ...DASH },
];
const SWATCH_PX = 26;

export class Dashes {
  group = new Group();

  constructor() {
    this.lines = LAYERS.map(({ order, ...look }) => {
      const material = new LineMaterial({ ...look, transparent: true, depthWrite: false, toneMapped: false, polygonOffset: true, polygonOffsetFactor: -2, polygonOffsetUnits: -8 });
      const line = new LineSegments2(new LineSegmentsGeometry(), material);
      line.renderOrder = order;
      line.frustumCulled = line.visible = false;
      return line;
    });
    this.swatches = new Points(new BufferGeometry(), swatchMaterial());
    this.swatches.renderOrder = 12;
    this.swatches.frustumCulled = this.swatches.visible = false;
    this.group.add(...this.lines, this.swatches);
  }

  /** @param {readonly number[]} stretches flat x, y, z of both ends, metres @param {readonly Swatch[]} swatches */
  draw(stretches, swatches) {
    for (const line of this.lines) {
      line.visible = stretches.length > 0;
      line.geometry.dispose();
      line.geometry = new LineSegmentsGeometry();
      if (!line.visible) continue;
      line.geometry.setPositions(Float32Array.from(stretches));
      line.computeLineDistances();
    }
    this.swatches.visible = swatches.length > 0;
    this.swatches.geometry.dispose();
    this.swatches.geometry = new BufferGeometry();
    const of = { position: swatches.flatMap(({ at }) => at), normal: swatches.flatMap(({ normal }) => normal), color: swatches.flatMap(({ colour }) => linear(colour)) };
    for (const [name, values] of Object.entries(of)) this.swatches.geometry.setAttribute(name, new Float32BufferAttribute(values, 3));
  }

  /** Keeps the dashes as long on the screen, within a factor, however far the eye is. @param {number} distance metres @param {number} ratio pixels of the canvas to one of CSS */
  fit(distance, ratio) {
    const scale = 2 ** Math.round(Math.log2(DASH_AT_M / distance));
    for (const { material } of this.lines) material.dashScale = scale;
    this.swatches.material.uniforms.size.value = SWATCH_PX * ratio;
  }

  dispose() {
    for (const { geometry, material } of [...this.lines, this.swatches]) {
      geometry.dispose();
      material.dispose();
    }
  }
}

/** A square of exactly its colour with a white and an ink rim, as large at any distance; none on a face seen from behind. */
const swatchMaterial = () =>
  new ShaderMaterial({
    uniforms: { size: { value: SWATCH_PX } },
    vertexColors: true,
    depthTest: false,
    depthWrite: false,
    transparent: true,
    toneMapped: false,
    vertexShader: `
      uniform float size;
      varying vec3 paint;
      void main() {
        bool seen = dot(normal, cameraPosition - position) > 0.0;
        paint = color;
        gl_PointSize = size;
        gl_Position = seen ? projectionMatrix * viewMatrix * vec4(position, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
      }`,
    fragmentShader: `
      varying vec3 paint;
      void main() {
        vec2 from = abs(gl_PointCoord - 0.5);
        float reach = max(from.x, from.y);
        gl_FragColor = vec4(reach > 0.46 ? vec3(0.008) : reach > 0.36 ? vec3(1.0) : paint, 1.0);
        #include <colorspace_fragment>
      }`,
  });
