/** The shaders of contact.js: how open each place is, and the picture with what that leaves of its light. */

export const SCREEN = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = uv;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

const DEPTHS = /* glsl */ `
varying vec2 vAt;
uniform highp sampler2D depths;
uniform vec2 texel;
uniform vec2 lattice;
/** The tangents of half the opening each way, and how far the lens is shifted. */
uniform vec3 lens;
uniform vec2 range;

/** Metres before the eye. */
float depthAt(vec2 at) {
  return range.x * range.y / (range.y - texture2D(depths, at).x * (range.y - range.x));
}`;

/** Red: how open it is there, 0 to 1; green: how deep. What is thin (alpha below 0) covers nothing. */
export const OPENNESS = /* glsl */ `
${DEPTHS}
const float REACH = 0.42;
const int TAPS = 14;
uniform sampler2D picture;
const float STRENGTH = 1.3;
uniform float count;

/** Where the middle of the depth's pixel is: between two of them neither would be surely the one that is asked. */
vec3 spotAt(vec2 at) {
  at = (floor(at / texel) + 0.5) * texel;
  float deep = depthAt(at);
  return vec3((at * 2.0 - 1.0 - vec2(0.0, lens.z)) * lens.xy * deep, -deep);
}

vec3 nearer(vec3 one, vec3 other) {
  return abs(one.z) < abs(other.z) ? one : other;
}

void main() {
  vec2 here = vAt + (lattice + 0.25) * texel;
  vec3 spot = spotAt(here);
  if (-spot.z > range.y * 0.98) {
    gl_FragColor = vec4(1.0, -spot.z, 0.0, 1.0);
    return;
  }
  vec2 right = vec2(texel.x, 0.0);
  vec2 up = vec2(0.0, texel.y);
  vec3 across = nearer(spotAt(here + right) - spot, spot - spotAt(here - right));
  vec3 along = nearer(spotAt(here + up) - spot, spot - spotAt(here - up));
  vec3 facing = normalize(cross(across, along));
  vec2 cell = mod(floor(gl_FragCoord.xy), 4.0);
  float chance = fract(mod(cell.x * 4.0 + cell.y * 9.0 + cell.x * cell.y * 2.0, 16.0) / 16.0 + count * 0.618034);
  vec2 wide = REACH / (-spot.z * lens.xy * 2.0);
  float sum = 0.0;
  for (int tap = 0; tap < TAPS; tap += 1) {
    float share = (float(tap) + chance) / float(TAPS);
    float angle = 6.2831853 * chance + float(tap) * 2.3999632;
    vec2 there = here + vec2(cos(angle), sin(angle)) * max(share * sqrt(share) * wide, texel * 2.0);
    vec3 to = spotAt(there) - spot;
    float square = dot(to, to);
    float near = max(REACH * REACH - square, 0.0) * step(0.0, texture2D(picture, there).a);
    sum += near * near * near * max((dot(to, facing) + 0.002 * spot.z - 0.001) / (square + 0.004), 0.0);
  }
  float open = max(0.0, 1.0 - STRENGTH * REACH * sum / (pow(REACH, 6.0) * float(TAPS)));
  gl_FragColor = vec4(open, -spot.z, 0.0, 1.0);
}`;

export const PUT_TOGETHER = /* glsl */ `
#include <common>
#include <dithering_pars_fragment>
${DEPTHS}
uniform sampler2D picture;
uniform sampler2D openness;
uniform float strength;

/** The mean of the places about, as far as they lie equally deep. */
float openAt() {
  float deep = depthAt(vAt);
  float sum = 0.0;
  float weights = 1e-4;
  for (int down = 0; down < 4; down += 1) {
    for (int across = 0; across < 4; across += 1) {
      vec2 there = texture2D(openness, vAt + ((vec2(across, down) - 1.5) * 2.0 - lattice) * texel).rg;
      float weight = max(1.0 - abs(there.g - deep) / (0.025 * deep), 0.0) + 1e-4;
      sum += there.r * weight;
      weights += weight;
    }
  }
  return min(sum / weights + 0.02, 1.0);
}

void main() {
  vec4 seen = texture2D(picture, vAt);
  vec3 colour = seen.rgb;
  if (strength > 0.0) {
    float open = mix(1.0, openAt(), min(abs(seen.a), 1.0));
    vec3 lit = clamp(colour, 0.0, 1.0);
    vec3 a = 2.0404 * lit - 0.3324;
    vec3 b = -4.7951 * lit + 0.6417;
    vec3 c = 2.7552 * lit + 0.6903;
    colour *= max(vec3(open), ((open * a + b) * open + c) * open);
  }
  // One picture that has no number there, or is far off, would leave the sum as bad.
  gl_FragColor = vec4(any(isnan(colour)) ? vec3(0.0) : clamp(colour, -1.0, 1.0), 1.0);
  #ifndef ADDING
    gl_FragColor.rgb = max(gl_FragColor.rgb, 0.0);
    gl_FragColor = sRGBTransferOETF(gl_FragColor);
  #endif
  #ifdef DITHERING
    gl_FragColor.rgb = dithering(gl_FragColor.rgb);
  #endif
}`;

/** The mean of the pictures that have been added up, over the one before them. */
export const MEAN = /* glsl */ `
#include <common>
#include <dithering_pars_fragment>
varying vec2 vAt;
uniform sampler2D sum;
uniform sampler2D first;
uniform float count;
uniform float faded;
void main() {
  gl_FragColor = sRGBTransferOETF(vec4(max(texture2D(sum, vAt).rgb / count, 0.0), 1.0));
  gl_FragColor.rgb = dithering(mix(texture2D(first, vAt).rgb, gl_FragColor.rgb, faded * faded * (3.0 - 2.0 * faded)));
}`;
