/**
 * What surfaces are made of, drawn by rule: wood with grain along its length, cloth, stone, plaster, glazed tiles.
 *
 * Far away every pattern fades into its mean, which is the surface's own colour: paints stay true.
 */

export const STUFFS = /* glsl */ `
uniform sampler2D noise;

float chance(vec2 of) {
  return fract(sin(dot(of, vec2(12.9898, 78.233))) * 43758.5453);
}

/** The colour of the stuff where the block of it is cut: metres, x along its grain. */
vec3 stuffed(vec3 colour, int stuff, vec3 cut, float tone) {
  vec2 flat_ = cut.xy + cut.z * vec2(0.62, 0.79);
  if (stuff == 1) {
    float grain = texture2D(noise, vec2(cut.x * 0.42, (cut.y + cut.z) * 2.6) + tone * 7.0).g - 0.5;
    float pores = texture2D(noise, vec2(cut.x * 2.3, (cut.y + cut.z) * 31.0) + tone * 3.0).g - 0.5;
    float broad = texture2D(noise, vec2(cut.x * 0.31, (cut.y + cut.z) * 0.9) + tone * 11.0).r - 0.5;
    float dark = 0.24 * grain + 0.34 * pores + 0.34 * broad + 0.42 * (tone - 0.5);
    return colour * (1.0 - dark * vec3(0.5, 0.66, 0.82));
  }
  if (stuff == 2 || stuff == 8) {
    float worn = texture2D(noise, flat_ * 2.1).r - 0.5;
    vec2 threads = texture2D(noise, flat_ * 19.0).ba - 0.5;
    return colour * (1.0 + 0.09 * worn + 0.13 * threads.x + 0.12 * threads.y);
  }
  if (stuff == 9) {
    float brushed = texture2D(noise, flat_ * 0.9).r - 0.5;
    vec2 tufts = texture2D(noise, flat_ * 6.5).ba - 0.5;
    float deep = texture2D(noise, flat_ * 27.0).b - 0.5;
    return colour * (1.0 + 0.13 * brushed + 0.2 * tufts.y + 0.16 * tufts.x + 0.16 * deep);
  }
  if (stuff == 3) {
    float clouds = texture2D(noise, flat_ * 1.1 + tone * 5.0).r - 0.5;
    vec2 specks = texture2D(noise, flat_ * 9.0).ab - 0.5;
    return colour * (1.0 + 0.09 * clouds + 0.06 * specks.x + 0.05 * specks.y + 0.03 * (tone - 0.5));
  }
  if (stuff == 4) return min(colour * 1.4, vec3(0.95));
  if (stuff == 5) return min(colour * 1.6, vec3(0.94));
  if (stuff == 6) {
    float uneven = texture2D(noise, flat_ * 0.7).r - 0.5;
    float rolled = texture2D(noise, flat_ * 7.0).a - 0.5;
    return colour * (1.0 + 0.014 * uneven + 0.018 * rolled);
  }
  if (stuff == 7) return colour * (1.0 + 0.07 * (tone - 0.5) + 0.03 * (texture2D(noise, flat_ * 6.0 + tone).a - 0.5));
  return colour;
}

/**
 * What metal makes of what it mirrors: the bright brighter, the rest darker, and under the horizon a photographer's black.
 * Chrome (a share of 1) does so wholly; steel is brushed, which mixes the colours of what stands before it.
 */
vec3 polished(vec3 shown, vec3 way, float share) {
  float light = dot(shown, vec3(0.2126, 0.7152, 0.0722));
  float bright = smoothstep(0.35, 0.95, light);
  float under = (way.y + 0.1) / 0.17;
  return mix(vec3(light), shown, 0.2 + 0.8 * step(1.0, share)) * mix(1.0, mix(0.42, 1.45, bright) * (1.0 - 0.62 * exp(-under * under)), share);
}

float roughened(float roughness, int stuff, vec3 cut) {
  vec2 flat_ = cut.xy + cut.z * vec2(0.62, 0.79);
  if (stuff == 1) return roughness + 0.22 * (texture2D(noise, vec2(cut.x * 0.42, (cut.y + cut.z) * 2.6)).g - 0.5);
  if (stuff == 3) return roughness + 0.16 * (texture2D(noise, flat_ * 1.7).a - 0.5);
  if (stuff == 4) return roughness + 0.1 * (texture2D(noise, vec2(flat_.x * 0.6, flat_.y * 14.0)).g - 0.5);
  return roughness;
}`;
