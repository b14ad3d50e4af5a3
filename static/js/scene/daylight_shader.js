/**
 * What the viewer adds to three's materials: roughness by vertex, tiles and stuffs by rule, and the dark of corners and under things.
 *
 * Vertex attributes: `finish` (roughness, metalness, share of the dark, above 1 how closed in it is by a thing's own boards (niches.js), below 0 how much it shines in the evening, and the stuff's number, a quarter
 * more where it is thin: a rod or a leg),
 * `tile` (width, height, joint in metres; pattern number, 0 for none; without one, where in the block of stuff a thing's part is cut),
 * `place` (metres along and up the face). The corners' dark comes from a map of the plan (see occlusion.js).
 */
import { FALLING } from "#scene/falling_shader.js";
import { STUFFS } from "#scene/stuff_shader.js";
import { TILES } from "#scene/tile_shader.js";

const VARYINGS = /* glsl */ `
varying vec3 vSpot;
varying vec3 vFacing;
varying vec4 vFinish;
varying vec2 vPlace;
varying vec4 vTile;`;

export const VERTEX_HEAD = /* glsl */ `
attribute vec4 finish;
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

/** Neutral tone mapping (Khronos PBR Neutral): base colours stay, what is brighter than paper is pressed softly. */
export const DEVELOP = /* glsl */ `
uniform float developed;

vec3 develop(vec3 colour) {
  if (developed < 0.5) return colour;
  const float START = 0.76;
  float least = min(colour.r, min(colour.g, colour.b));
  if (least < 0.0) return colour;
  float offset = least < 0.08 ? least - 6.25 * least * least : 0.04;
  colour -= offset;
  float peak = max(colour.r, max(colour.g, colour.b));
  if (peak < START) return colour;
  float rest = 1.0 - START;
  float pressed = 1.0 - rest * rest / (peak + rest - START);
  colour *= pressed / peak;
  return mix(vec3(pressed), colour, 1.0 / (0.15 * (peak - pressed) + 1.0));
}`;

export const FRAGMENT_HEAD = /* glsl */ `
${VARYINGS}
${TILES}
${STUFFS}
${DEVELOP}
uniform float indoors;
uniform float evening;
uniform samplerCube surroundings;
uniform vec3 roomLeast;
uniform vec3 roomMost;
uniform vec3 roomMiddle;
uniform float reflecting;
uniform vec3 skyTurn;
uniform sampler2D mirrorPicture;
uniform mat4 mirrorMatrix;
uniform vec4 mirrorPlane;

${FALLING}

/** What a model mirrors that stands in a photographer's room: light from above and from a side, a dark horizon. */
vec3 studioIn(vec3 way, float roughness) {
  float soft = 0.08 + roughness;
  float above = smoothstep(-0.1 - soft, 0.25 + soft, way.y);
  float box = smoothstep(0.55 - soft, 0.7 + soft, dot(way, normalize(vec3(skyTurn.x, 0.9, skyTurn.y))));
  return vec3(mix(0.5, 0.86, above) + 0.6 * box * (1.0 - 0.6 * roughness)) * skyTurn.z;
}

/** What a mirror shows to somebody who looks at the model from outside: the floor before it, and a wall behind that. */
vec3 seenFromAbove(vec3 way) {
  float ahead = max(vSpot.y - floorLevel, 0.0) * length(way.xz) / max(-way.y, 0.02);
  return mix(vec3(0.50, 0.46, 0.41) + 0.06 * ahead, vec3(0.80, 0.80, 0.79), smoothstep(1.3, 1.8, ahead)) * skyTurn.z * mix(1.0, 0.5, evening);
}

/** What a face mirrors: the room that one stands in, seen from where the face is, else the studio. */
vec3 mirrored(vec3 way, float roughness) {
  if (reflecting < 0.5) return studioIn(way, roughness) * mix(1.0, 0.5, evening);
  vec3 inverse = 1.0 / (way + vec3(equal(way, vec3(0.0))) * 1e-5);
  vec3 far = max((roomLeast - vSpot) * inverse, (roomMost - vSpot) * inverse);
  float reach = min(far.x, min(far.y, far.z));
  vec3 seen = reach > 0.0 ? vSpot + way * reach - roomMiddle : way;
  vec3 shown = textureLod(surroundings, seen, min(7.0 * sqrt(roughness), 4.6) * step(0.04, roughness)).rgb;
  return mix(shown, studioIn(way, roughness) * mix(1.0, 0.5, evening), smoothstep(0.5, 0.85, roughness));
}

/** What brushed steel mirrors, drawn out across its brushing; bright spots are spread over it. */
vec3 brushed(vec3 way, vec3 outward, float roughness) {
  vec3 across = abs(outward.y) > 0.7 ? vec3(0.11, 0.0, 0.0) : vec3(0.0, 0.11, 0.0);
  vec3 sum = vec3(0.0);
  for (int tap = -3; tap <= 3; tap += 1) {
    vec3 seen = mirrored(normalize(way + float(tap) * across), roughness);
    sum += seen / (1.0 + 0.45 * max(dot(seen, vec3(0.2126, 0.7152, 0.0722)) - 0.5, 0.0)) / 7.0;
  }
  return sum;
}`;

/** On the sample card there are joints, but no stuffs. */
export const CARD_HEAD = /* glsl */ `
${VARYINGS}
${TILES}`;

const JOINT = /* glsl */ `
float bright = dot(diffuseColor.rgb, vec3(0.2126, 0.7152, 0.0722));
vec3 grout = vec3(bright > 0.25 ? bright * 0.62 : 0.22 + bright * 0.5);`;

export const CARD_TILES = /* glsl */ `
float joint = jointShare(vPlace, vTile);
${JOINT}
diffuseColor.rgb = mix(diffuseColor.rgb, grout, joint);`;

/** After `color_fragment`: the stuff, and the joints between tiles, lighter than a dark tile and darker than a light one. */
export const FRAGMENT_TILES = /* glsl */ `
float joint = jointShare(vPlace, vTile);
int stuff = int(vFinish.w + 0.5);
bool isTiled = vTile.w > 0.5;
float tone = isTiled ? chance(tileCell) : 0.5;
vec3 cut = isTiled ? vec3(onTile + vec2(tone * 3.1, tone * 1.7), 0.0) : stuff == 6 ? vec3(vPlace, 0.0) : vTile.xyz;
diffuseColor.rgb = stuffed(diffuseColor.rgb, stuff, cut, tone);
${JOINT}
diffuseColor.rgb = mix(diffuseColor.rgb, stuff == 1 ? diffuseColor.rgb * 0.4 : grout, joint);`;

/** After `roughnessmap_fragment` and `metalnessmap_fragment`. By night two panes show two pictures of the room, a little apart. */
export const FRAGMENT_FINISH = /* glsl */ `
roughnessFactor = mix(clamp(roughened(vFinish.x, stuff, cut), 0.03, 1.0), 0.85, joint);
metalnessFactor = stuff == 5 ? 1.0 : vFinish.y;
#ifndef OPAQUE
  roughnessFactor = max(roughnessFactor, 0.3 * evening);
#endif`;

/** After `normal_fragment_maps`: no two tiles lie quite level, and joints are hollow. */
export const FRAGMENT_TILT = /* glsl */ `
if (isTiled && stuff != 1) {
  vec2 tilt = (vec2(chance(tileCell + 3.1), chance(tileCell + 7.7)) - 0.5) * (stuff == 7 ? 0.022 : 0.006);
  normal = normalize(normal + (viewMatrix * vec4(tilt.x, tilt.y, tilt.x - tilt.y, 0.0)).xyz);
}`;

/**
 * The shadow's edge: smoothed over three times three of its texels and as many between; of a light whose pictures are summed up, along the
 * plane of the face over nine places of a disc, which each pixel of each picture turns otherwise, so that the mean has no steps.
 */
export const SHADOW_TAPS = /* glsl */ `
shadow = 0.0;
if (shadowRadius > 3.5) {
  vec3 aside = dFdx(shadowCoord.xyz);
  vec3 up = dFdy(shadowCoord.xyz);
  float turned = aside.x * up.y - aside.y * up.x;
  vec2 slope = abs(turned) > 1e-14 ? vec2(up.y * aside.z - aside.y * up.z, aside.x * up.z - up.x * aside.z) / turned : vec2(0.0);
  float turn = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))) + casterTurn);
  float within = fract(7.31 * turn + 0.618034 * casterTurn);
  for (int tap = 0; tap < 9; tap += 1) {
    float angle = 6.2831853 * turn + float(tap) * 2.3999632;
    vec2 beside = vec2(cos(angle), sin(angle)) * sqrt((float(tap) + within) / 9.0) * 1.5 * radius;
    shadow += texture(shadowMap, vec3(shadowCoord.xy + beside, shadowCoord.z + clamp(dot(slope, beside), -0.03, 0.03))) / 9.0;
  }
} else {
  for (int down = -1; down <= 1; down += 1) {
    for (int across = -1; across <= 1; across += 1) {
      float weight = (across == 0 ? 2.0 : 1.0) * (down == 0 ? 2.0 : 1.0);
      shadow += weight / 16.0 * texture(shadowMap, vec3(shadowCoord.xy + vec2(across, down) * radius, shadowCoord.z));
    }
  }
}`;

/** In the place of `lights_fragment_maps`. */
export const FRAGMENT_SURROUNDINGS = /* glsl */ `
vec3 outward = normalize(vFacing);
iblIrradiance += PI * skyOn(outward);
vec3 way = reflect(-geometryViewDir, geometryNormal);
way = normalize(mix(way, geometryNormal, pow4(material.roughness)));
vec3 worldWay = inverseTransformDirection(way, viewMatrix);
vec3 shown = stuff == 4 ? brushed(worldWay, outward, material.roughness) : mirrored(worldWay, material.roughness);
if (stuff == 5 && dot(mirrorPlane.xyz, outward) > 0.98 && abs(dot(mirrorPlane.xyz, vSpot) + mirrorPlane.w) < 0.08) {
  shown = texture2DProj(mirrorPicture, mirrorMatrix * vec4(vSpot, 1.0)).rgb;
}
if (stuff == 5 && reflecting < 0.5) shown = seenFromAbove(worldWay);
if (stuff == 10 || stuff == 4) shown = polished(shown, worldWay, stuff == 10 ? 1.0 : 0.45);
radiance += shown;`;

/**
 * In the place of `tonemapping_fragment`. Alpha tells the pictures of contact.js how much of the light comes from all sides, below 0 on
 * what is thin; panes at night show the room that they stand before.
 */
export const FRAGMENT_DEVELOP = /* glsl */ `
#ifndef OPAQUE
  float grazing = pow(1.0 - saturate(dot(geometryNormal, geometryViewDir)), 5.0);
  gl_FragColor = mix(gl_FragColor, vec4(shown, 0.1 + 0.9 * grazing), evening * reflecting);
  // A pane close before the eye is out of focus.
  gl_FragColor.a *= smoothstep(0.7, 1.7, length(vViewPosition));
#endif
gl_FragColor.rgb = develop(gl_FragColor.rgb);
#ifdef OPAQUE
  vec3 bright_ = vec3(0.2126, 0.7152, 0.0722);
  float ambient = dot(reflectedLight.indirectDiffuse + reflectedLight.indirectSpecular, bright_);
  gl_FragColor.a = (fract(vFinish.w + 0.1) > 0.2 ? -1.0 : 1.0) * (dot(outgoingLight, bright_) > 1e-3 ? saturate(ambient / dot(outgoingLight, bright_)) : 1.0);
#endif`;
