/** What falls on a face of the light in its room, and how dark it is in corners and under things. */

/** After the uniforms of daylight_shader.js. */
export const FALLING = /* glsl */ `
uniform sampler2D nearness;
uniform vec4 nearnessFrame;
uniform float floorLevel;
uniform mediump sampler3D straight;
uniform mediump sampler3D thrown;
uniform mediump sampler3D bounceRed;
uniform mediump sampler3D bounceBlue;
uniform vec3 skyCorner;
uniform vec3 skyShare;
uniform vec4 casterAt;
uniform vec4 casterFacing;
uniform float casterSky;
uniform float casterTurn;
uniform vec3 roomBelow;
uniform vec3 roomAbove;

/** Lamps are a little warmer than the day to which the white balance is fixed. */
const vec3 LAMPS = vec3(1.0, 0.915, 0.79);
/** Of the light that comes from all sides so much has been thrown back by walls. */
const float THROWN_BACK = 0.55;
/** So much of the light is missing where a thing's own boards close a place in, in a single picture. */
const float NICHE = 0.75;
/** What pictures with shadows from all sides keep of that, and of the dark under things. */
const float NICHE_SUMMED = 0.5;
const float UNDER_SUMMED = 0.2;
/** What looks down sees no sky in a window, only what lies under it. */
const float BELOW = 0.5;
/** What is left of the sky at night. */
const float NIGHT = 0.09;
/** A camera in lamplight shows pools of light, and corners darker than they are. */
const float POOLS = 1.2;

/** The light that falls on a face from all sides: a neutral sky, a little brighter where the sun stands, and the floor's. */
vec3 skyOn(vec3 outward) {
  return vec3(mix(0.745, 0.84, 0.5 + 0.5 * outward.y) + 0.07 * dot(outward.xz, skyTurn.xy)) * skyTurn.z;
}

/**
 * What falls on a face of light that comes to a place by direction, and in w from all sides together: all from one side, from half of
 * all sides, from everywhere about, or what lies between. A face that looks away from a half gets nothing of it.
 */
float fallingOn(vec4 light, vec3 outward) {
  float aimed = min(length(light.xyz), light.w);
  float cosine = dot(light.xyz, outward) / max(aimed, 1e-4);
  float about = light.w - aimed;
  return max(2.0 * aimed - light.w, 0.0) * max(cosine, 0.0) + 0.25 * min(light.w, 2.0 * about) + 0.5 * min(aimed, about) * cosine;
}

/** A picture of a sum may take more light from a place than there is, which the others give back; so many times as much at most. */
const float MOST_CAST = 3.0;
/** Where less falls, less of it is taken: the grids are too coarse to tell how much. */
const float LEAST_CAST = 0.3;
/** Linings of doors and windows stand so far out into the room; their sides are lit as what lies behind them. */
const float LINING = 0.03;
/** A camera that sees the shadows of a sum lets in so much more. */
const float OPENED = 1.06;

/** What share of the light that falls on a face comes from the one place that this picture casts shadows from, told for all the pictures in which others do (shadow_caster.js). */
float castOn(vec3 outward, float falling) {
  if (casterAt.w < 0.0) {
    return casterFacing.w * min(2.0 * max(dot(outward, casterFacing.xyz), 0.0) / (casterFacing.y * (1.0 + outward.y) + 0.01), 1.0);
  }
  if (any(lessThan(vSpot, roomBelow)) || any(greaterThan(vSpot, roomAbove))) return 0.0;
  vec3 deep = min(vSpot - roomBelow, roomAbove - vSpot);
  vec2 lining = (1.0 - smoothstep(0.01, LINING, deep.xz)) * (1.0 - abs(outward.xz)) * (1.0 - abs(outward.y));
  vec3 to = casterAt.xyz - vSpot;
  float square = dot(to, to);
  vec3 way = to * inversesqrt(square);
  float sent = casterFacing.w * max(-dot(way, casterFacing.xyz), 0.0) / (square + casterAt.w);
  sent *= 1.0 - max(lining.x, lining.y);
  sent *= mix(1.0, 0.4 + 0.6 * clamp((way.y + 0.05) / 0.35, 0.0, 1.0), casterSky);
  return min(sent * max(dot(way, outward), 0.0) / max(falling, LEAST_CAST), MOST_CAST);
}

/** What is brighter than the mean is held back as by a film, and no corner is quite dark. */
float exposed(float light) {
  light = 0.33 + 0.67 * light;
  return 1.38 * light / (1.0 + 0.54 * light);
}

/** The colour that light from all sides has from the faces about, as bright as without (bounce.js). */
vec3 tintAt(vec3 share, vec3 outward) {
  vec4 towards = vec4(outward, 1.0);
  float red = dot(texture(bounceRed, share) - 0.5, towards);
  float blue = dot(texture(bounceBlue, share) - 0.5, towards);
  return 1.0 + THROWN_BACK * vec3(red, -(0.2126 * red + 0.0722 * blue) / 0.7152, blue);
}`;

/** In the place of `aomap_fragment`. */
export const FRAGMENT_SHADE = /* glsl */ `
float level = abs(outward.y);
vec2 probe = vSpot.xz + outward.xz * 0.22;
vec3 near = texture2D(nearness, (probe - nearnessFrame.xy) * nearnessFrame.zw).rgb;
float toWall = outward.y < -0.3 ? near.b : near.r;
float lying = 0.26 * exp(-toWall * 7.0) + 0.14 * exp(-toWall * 2.2);
float nook = 1.0 - min(toWall / 0.22, 1.0);
float standing = 0.20 * nook * nook;
float height = max(vSpot.y - floorLevel, 0.0); // at edges a sample may lie beyond its face
float foot = 0.18 * exp(-height * 7.5) + 0.10 * exp(-height * 2.0);
float under = outward.y > 0.0 ? near.g * exp(-height * 9.0) : 0.0;
vec3 share = (vSpot + outward * mix(vec3(0.3, 0.0, 0.3), vec3(0.2), evening) - skyCorner) * skyShare; // walls stand in cells of their own
vec4 sky = texture(straight, share);
vec4 back = texture(thrown, share);
float facing = dot(sky.rgb, outward);
bool isBehind = stuff == 8 && facing < 0.0;
float falling = (isBehind ? 0.7 : 1.0) * mix(1.0, BELOW, max(-outward.y, 0.0) * (1.0 - evening)) * fallingOn(sky, isBehind ? -outward : outward) + fallingOn(back, outward);
float inRoom = min(abs(vFinish.z), 1.0); // what is cut, and what looks out, is in none
float daylight = mix(mix(1.0, 0.85 + 0.3 * min(falling, 2.0), inRoom), exposed(falling), indoors);
float held = 0.0;
float film = mix(1.0, 1.0 - exposed(0.0) / exposed(falling), indoors * (1.0 - evening));
#if defined(USE_SHADOWMAP) && NUM_SPOT_LIGHT_SHADOWS > 0
  #define CASTER (NUM_SPOT_LIGHT_SHADOWS - 1)
  if (casterFacing.w > 0.0 && receiveShadow && !isBehind) {
    SpotLightShadow caster = spotLightShadows[CASTER];
    vec4 castAt = vSpotLightCoord[CASTER];
    vec2 within_ = abs(castAt.xy / castAt.w * 2.0 - 1.0);
    float aimed = step(0.0, castAt.w) * smoothstep(1.0, 0.7, max(within_.x, within_.y));
    held = film * aimed * castOn(outward, falling + NIGHT * evening) * (1.0 - getShadow(spotShadowMap[CASTER], caster.shadowMapSize, caster.shadowIntensity, caster.shadowBias, caster.shadowRadius, castAt));
  }
#endif
float left = casterFacing.w > 0.0 ? (1.0 - held) * mix(1.0, OPENED, indoors) : 1.0;
float shaded = inRoom * (outward.y < -0.3 ? 1.0 - indoors : mix(1.0, 0.4, indoors));
float open = mix(daylight, NIGHT + pow(max(falling, 0.0), POOLS), evening) * (1.0 - shaded * mix(standing, lying, level));
open *= 1.0 - shaded * (1.0 - level) * foot;
bool isSummed = casterFacing.w > 0.0; // whose shadows tell most of it
open *= 1.0 - inRoom * level * under * (isSummed ? UNDER_SUMMED : 1.0);
open *= 1.0 - NICHE * clamp(vFinish.z - 1.0, 0.0, 1.0) * (isSummed ? NICHE_SUMMED : 1.0);
reflectedLight.indirectDiffuse *= left * open * mix(vec3(1.0), mix(vec3(1.0), LAMPS, falling / (NIGHT + falling)), evening);
reflectedLight.indirectDiffuse *= tintAt(share, outward);
reflectedLight.indirectSpecular *= mix(1.0, mix(1.0, left * open, mix(0.6, 0.95, evening)), mix(1.0, 0.3, reflecting));
totalEmissiveRadiance += evening * max(-vFinish.z, 0.0) * diffuseColor.rgb * (0.85 + 0.85 * saturate(dot(geometryNormal, geometryViewDir)));
#if NUM_DIR_LIGHTS > 0
  float through = stuff == 8 ? 0.1 * min(sky.a, 1.0) * saturate(-dot(geometryNormal, directionalLights[0].direction)) : 0.0;
  reflectedLight.indirectDiffuse += through * directionalLights[0].color * diffuseColor.rgb;
#endif
reflectedLight.directDiffuse *= mix(1.0, open, 0.2);
// Shadows begin a hair behind what throws them: no sun comes in between a wall and the ceiling on it.
reflectedLight.directDiffuse *= mix(1.0, smoothstep(0.002, 0.03, roomMost.y - vSpot.y), reflecting * step(level, 0.3));`;
