/** What is chosen, drawn round in ink on white, through whatever stands before it. */
import { BufferGeometry, Float32BufferAttribute, Group, LineBasicMaterial, LineSegments } from "three";
import { LineMaterial } from "three/addons/lines/LineMaterial.js";
import { LineSegments2 } from "three/addons/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/addons/lines/LineSegmentsGeometry.js";

const INK = { color: 0x161616, linewidth: 2.5, order: 11 };
const HALO = { color: 0xffffff, linewidth: 5.5, order: 10 };

export class Outlines {
  group = new Group();

  constructor() {
    this.group.visible = false;
    this.lines = [HALO, INK].map(({ color, linewidth, order }) => {
      const material = new LineMaterial({ color, linewidth, depthTest: false, depthWrite: false, transparent: true, toneMapped: false });
      const line = new LineSegments2(new LineSegmentsGeometry(), material);
      line.renderOrder = order;
      line.frustumCulled = false;
      this.group.add(line);
      return line;
    });
  }

  /** Draws these stretches: flat x, y, z of both ends, metres. @param {readonly number[]} stretches */
  draw(stretches) {
    this.group.visible = stretches.length > 0;
    for (const line of this.lines) {
      line.geometry.dispose();
      line.geometry = new LineSegmentsGeometry();
      if (stretches.length > 0) line.geometry.setPositions(Float32Array.from(stretches));
    }
  }

  dispose() {
    for (const line of this.lines) {
      line.geometry.dispose();
      line.material.dispose();
    }
  }
}

/** Hairlines where faces meet, for a picture without light and shade. */
export class Hairlines {
  lines = new LineSegments(new BufferGeometry(), new LineBasicMaterial({ color: INK.color, opacity: 0.28, transparent: true, toneMapped: false }));

  constructor() {
    this.lines.visible = false;
    this.lines.frustumCulled = false;
  }

  /** @param {readonly number[]} stretches flat x, y, z of both ends, metres; none hides them */
  draw(stretches) {
    this.lines.visible = stretches.length > 0;
    this.lines.geometry.dispose();
    this.lines.geometry = new BufferGeometry().setAttribute("position", new Float32BufferAttribute(stretches, 3));
  }

  dispose() {
    this.lines.geometry.dispose();
    this.lines.material.dispose();
  }
}
