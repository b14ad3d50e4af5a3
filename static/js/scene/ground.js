/** The paper that a model stands on: it takes the model's shadow, which fades beside it. */
import { Mesh, PlaneGeometry, ShadowMaterial, Vector4 } from "three";

/** What the paper loses where the sun does not come, and where no sky is seen. */
const [SUN, SKY] = [0.22, 0.8];
/** The paper is seen so far about the model, metres. */
const ABOUT_M = 40;
/** About what stands there shadows fade by so much with each metre, and so far away they are gone: a soft rim, whatever stands high inside. */
const [FADING, GONE_M] = [4.2, 1.05];
/** A hair under the floor. */
const UNDER_M = 0.004;

const HELD = /* glsl */ `
/** How dark the paper is: a shadow of the sun, and one of the sky's (shadow_caster.js). */
float heldBack() {
  float left = 1.0;
  #if NUM_DIR_LIGHT_SHADOWS > 0
    DirectionalLightShadow sun = directionalLightShadows[0];
    left *= 1.0 - ${SUN} * (1.0 - getShadow(directionalShadowMap[0], sun.shadowMapSize, sun.shadowIntensity, sun.shadowBias, sun.shadowRadius, vDirectionalShadowCoord[0]));
  #endif
  #if NUM_SPOT_LIGHT_SHADOWS > 0
    SpotLightShadow sky = spotLightShadows[0];
    if (casterAt.w < 0.0) left *= 1.0 - ${SKY} * casterFacing.w * (1.0 - getShadow(spotShadowMap[0], sky.shadowMapSize, sky.shadowIntensity, sky.shadowBias, sky.shadowRadius, vSpotLightCoord[0]));
  #endif
  return 1.0 - left;
}`;

export class Ground {
  /** The model's least and most x and z. */
  #box = { value: new Vector4() };

  /** @param {import("#scene/shadow_caster.js").Cast} cast */
  constructor({ casterAt, casterFacing }) {
    const material = new ShadowMaterial({ depthWrite: false });
    material.onBeforeCompile = (program) => {
      Object.assign(program.uniforms, { box: this.#box, casterAt, casterFacing });
      program.vertexShader = program.vertexShader.replace("void main() {", "varying vec2 vPage;\nvoid main() {\n  vPage = (modelMatrix * vec4(position, 1.0)).xz;");
      program.fragmentShader = program.fragmentShader
        .replace("void main() {", `varying vec2 vPage;\nuniform vec4 box;\nuniform vec4 casterAt;\nuniform vec4 casterFacing;\n${HELD}\nvoid main() {`)
        .replace("opacity * ( 1.0 - getShadowMask() )", "opacity * heldBack()")
        .replace("#include <tonemapping_fragment>", `vec2 beside = max(max(box.xy - vPage, vPage - box.zw), 0.0);
        float away = length(beside);
        gl_FragColor.a *= exp(-away * ${FADING.toFixed(1)}) * (1.0 - smoothstep(0.0, ${GONE_M.toFixed(2)}, away));`);
    };
    this.mesh = new Mesh(new PlaneGeometry(), material);
    this.mesh.rotation.x = -Math.PI / 2;
    this.mesh.receiveShadow = true;
  }

  /** Lies under what has this box. @param {readonly number[]} box least and most x, y, z of the plan in mm */
  cover([x0, y0, z0, x1, y1]) {
    const wide = Math.max(x1 - x0, y1 - y0) / 1000 + ABOUT_M;
    this.mesh.scale.set(wide, wide, 1);
    this.mesh.position.set((x0 + x1) / 2000, z0 / 1000 - UNDER_M, (y0 + y1) / 2000);
    this.#box.value.set(x0 / 1000, y0 / 1000, x1 / 1000, y1 / 1000);
  }

  /** By night it shows no shadow. @param {boolean} isNight */
  darken(isNight) {
    this.mesh.material.opacity = isNight ? 0 : 1;
  }
}
