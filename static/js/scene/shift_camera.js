/** A camera whose lens can be shifted, as an architect's: it shows more of the floor without tilting, and what is upright looks so. */
import { PerspectiveCamera } from "three";

export class ShiftCamera extends PerspectiveCamera {
  /** How far over its middle the picture has what lies level before the eye, in halves of its height. @type {number | undefined} */
  rise = 0;

  updateProjectionMatrix() {
    super.updateProjectionMatrix();
    this.projectionMatrix.elements[9] -= this.rise ?? 0; // three calls this before the field is there
    this.projectionMatrixInverse.copy(this.projectionMatrix).invert();
  }
}
