/**
 * The rules of tile patterns in the shader: for a place on a face the distance to the nearest joint, and which tile it lies on.
 *
 * `tile` is width, height and joint in metres and the pattern's number, 0 for none.
 */

export const TILES = /* glsl */ `
/** The tile that holds the point: a number of its own, and the place on it, its long side first. */
vec2 tileCell = vec2(0.0);
vec2 onTile = vec2(0.0);

/** How far the joint of a rectangular tile is, in metres; negative inside the joint. */
float toEdge(vec2 at, vec2 size, float joint) {
  vec2 within = mod(at, size);
  tileCell = floor(at / size);
  onTile = size.x < size.y ? within.yx : within;
  vec2 off = min(within, size - within);
  return min(off.x, off.y) - joint * 0.5;
}

float toHexagon(vec2 at, float across, float joint) {
  vec2 step = vec2(across, across * 1.7320508);
  vec2 a = mod(at, step) - step * 0.5;
  vec2 b = mod(at - step * 0.5, step) - step * 0.5;
  onTile = dot(a, a) < dot(b, b) ? a : b;
  tileCell = floor((at - onTile) / across + 0.5);
  vec2 off = abs(onTile);
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
    tileCell = vec2(band - float(back), floor(here.y / short_));
    onTile = lying;
    if (lying.x >= 0.0 && lying.x < long_) return min(min(lying.x, long_ - lying.x), min(lying.y, short_ - lying.y)) - joint * 0.5;
    vec2 standing = vec2(mod(here.x, short_), here.y - (floor(here.x / short_) + 1.0) * short_);
    tileCell = vec2(band - float(back) + 0.5, floor(here.x / short_));
    onTile = standing.yx;
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

/** Boards without a joint show a line as wide as this all the same, metres. */
const float SEAM = 0.0012;

/** The share of joint in this pixel; far away it tends to the joint's share of the face. */
float jointShare(vec2 at, vec4 rule) {
  if (rule.w < 0.5) return 0.0;
  float joint = max(rule.z, SEAM);
  float pixel = max(length(fwidth(at)), 1e-5);
  float apart = toJoint(at, rule) + rule.z * 0.5 - joint * 0.5;
  float sharp = 1.0 - smoothstep(-0.5 * pixel, 0.5 * pixel, apart);
  float thin = min(1.0, 0.3 + 1.5 * joint / pixel);
  float mean = min(1.0, joint / (rule.x + joint) + joint / (rule.y + joint));
  return mix(sharp * thin, mean, smoothstep(0.25, 0.75, pixel / min(rule.x, rule.y)));
}`;
