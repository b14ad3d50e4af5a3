/**
 * What the viewer adds to three's materials: roughness by vertex, tiles by rule, and the dark of corners and under things.
 *
 * Vertex attributes: `finish` (roughness, metalness, share of the dark, -1 for what shines in the evening), `tile` (width, height, joint in metres; pattern number, 0 for none),
 * `place` (metres along and up the face). The corners' dark comes from a map of the plan (see occlusion.js).
 */

const VARYINGS = /* glsl */ `
varying vec3 vSpot;
varying vec3 vFacing;
varying vec3 vFinish;
varying vec2 vPlace;
varying vec4 vTile;`;

export const VERTEX_HEAD = /* glsl */ `
attribute vec3 finish;
attribute vec2 place;
attribute vec4 tile;
${VARYINGS}`;

/** After `begin_vertex`: the spot and the facing in the world, instanced or not. */
export const VERTEX_BODY = /* glsl */ `
vFinish = finish;
vPlace = place;
vTile = tile;
vec4 spot = vec4(transformed, 1.0);
vec3 facing = normal;
#ifdef USE_INSTANCING
  spot = instanceMatrix * spot;
  facing = mat3(instanceMatrix) * facing;
#endif
vSpot = (modelMatrix * spot).xyz;
vFacing = mat3(modelMatrix) * facing;`;

export const FRAGMENT_HEAD = /* glsl */ `
${VARYINGS}
uniform sampler2D nearness;
uniform vec4 nearnessFrame;
uniform float floorLevel;
uniform mediump sampler3D skylight;
uniform vec3 skyCorner;
uniform vec3 skyShare;
uniform float indoors;
uniform float evening;

/** Lamps are a little warmer than the day to which the white balance is fixed. */
const vec3 LAMPS = vec3(1.0, 0.955, 0.885);
/** What is left of the sky at night. */
const float NIGHT = 0.17;

/** How far the joint of a rectangular tile is, in metres; negative inside the joint. */
float toEdge(vec2 at, vec2 size, float joint) {
  vec2 within = mod(at, size);
  vec2 off = min(within, size - within);
  return min(off.x, off.y) - joint * 0.5;
}

float toHexagon(vec2 at, float across, float joint) {
  vec2 step = vec2(across, across * 1.7320508);
  vec2 a = mod(at, step) - step * 0.5;
  vec2 b = mod(at - step * 0.5, step) - step * 0.5;
  vec2 off = abs(dot(a, a) < dot(b, b) ? a : b);
  return across * 0.5 - max(off.x, dot(off, vec2(0.5, 0.8660254))) - joint * 0.5;
}

/** A lying block and one standing on its left end, stepped by (short, short) and by (long, -long): the distance to the edge of the one that holds the point. */
float toHerringbone(vec2 at, vec2 size, float joint) {
  float long_ = max(size.x, size.y);
  float short_ = min(size.x, size.y);
  float band = floor((at.x - at.y + long_ + short_) / (2.0 * long_));
  for (int back = 0; back < 2; back += 1) {
    vec2 here = at - (band - float(back)) * vec2(long_, -long_);
    vec2 lying = vec2(here.x - floor(here.y / short_) * short_, mod(here.y, short_));
    if (lying.x >= 0.0 && lying.x < long_) return min(min(lying.x, long_ - lying.x), min(lying.y, short_ - lying.y)) - joint * 0.5;
    vec2 standing = vec2(mod(here.x, short_), here.y - (floor(here.x / short_) + 1.0) * short_);
    if (standing.y >= 0.0 && standing.y < long_) return min(min(standing.x, short_ - standing.x), min(standing.y, long_ - standing.y)) - joint * 0.5;
  }
  return joint;
}

float toJoint(vec2 at, vec4 rule) {
  vec2 size = rule.xy + rule.z;
  int pattern = int(rule.w + 0.5);
  if (pattern == 2 || pattern == 3) at.x -= floor(at.y / size.y) * size.x / (pattern == 2 ? 2.0 : 3.0);
  if (pattern == 4) at = mat2(0.70710678, -0.70710678, 0.70710678, 0.70710678) * at;
  if (pattern == 5) return toHerringbone(at, size, rule.z);
  if (pattern == 6) return toHexagon(at, size.x, rule.z);
  return toEdge(at, size, rule.z);
}

/** The share of joint in this pixel; far away it tends to the joint's share of the face. */
float jointShare(vec2 at, vec4 rule) {
  if (rule.w < 0.5) return 0.0;
  float pixel = max(length(fwidth(at)), 1e-5);
  float sharp = 1.0 - smoothstep(-0.5 * pixel, 0.5 * pixel, toJoint(at, rule));
  float mean = min(1.0, rule.z / (rule.x + rule.z) + rule.z / (rule.y + rule.z));
  return mix(sharp, mean, smoothstep(0.25, 0.75, pixel / min(rule.x, rule.y)));
}`;

/** After `color_fragment`: the joints between tiles, lighter than a dark tile and darker than a light one. */
export const FRAGMENT_TILES = /* glsl */ `
float joint = jointShare(vPlace, vTile);
float bright = dot(diffuseColor.rgb, vec3(0.2126, 0.7152, 0.0722));
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(bright > 0.25 ? bright * 0.62 : 0.22 + bright * 0.5), joint);`;

/** After `roughnessmap_fragment` and `metalnessmap_fragment`. */
export const FRAGMENT_FINISH = /* glsl */ `
roughnessFactor = mix(vFinish.x, 0.85, joint);
metalnessFactor = vFinish.y;`;

/** In the place of `aomap_fragment`. */
export const FRAGMENT_SHADE = /* glsl */ `
vec3 outward = normalize(vFacing);
float level = abs(outward.y);
vec2 probe = vSpot.xz + outward.xz * 0.22;
vec2 near = texture2D(nearness, (probe - nearnessFrame.xy) * nearnessFrame.zw).rg;
float toWall = near.r;
float lying = 0.34 * exp(-toWall * 7.0) + 0.14 * exp(-toWall * 2.2);
float nook = 1.0 - min(toWall / 0.22, 1.0);
float standing = 0.30 * nook * nook;
float height = vSpot.y - floorLevel;
float foot = 0.30 * exp(-height * 7.5) + 0.10 * exp(-height * 2.0);
float under = outward.y > 0.0 ? near.g * exp(-height * 9.0) : 0.0;
vec4 sky = texture(skylight, (vSpot + outward * mix(0.3, 0.2, evening) - skyCorner) * skyShare);
vec3 from = (sky.rgb - 0.5) * 4.0;
float window = max(0.25 * sky.a * 2.0 + 0.5 * dot(from, outward), 0.0);
float daylight = mix(0.9 + 0.35 * window, 0.92 + 0.75 * window, indoors);
float lamps = sky.a * 2.0 + 0.3 * length(from) + 0.7 * max(dot(from, outward), 0.0);
float shaded = abs(vFinish.z);
float open = mix(daylight, NIGHT + lamps, evening) * (1.0 - shaded * mix(standing, lying, level));
open *= 1.0 - shaded * (1.0 - level) * foot;
open *= 1.0 - shaded * level * under;
reflectedLight.indirectDiffuse *= open * mix(vec3(1.0), mix(vec3(1.0), LAMPS, lamps / (NIGHT + lamps)), evening);
reflectedLight.indirectSpecular *= mix(1.0, open, mix(0.6, 0.95, evening));
totalEmissiveRadiance += evening * step(vFinish.z, -0.5) * diffuseColor.rgb * 0.85;
reflectedLight.directDiffuse *= mix(1.0, open, 0.35);`;
