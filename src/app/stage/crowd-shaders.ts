import { ENDS } from "../../scene/tie-ink.ts";
import { AUTHOR_EDGE } from "./paint.ts";

/*
 * Programs for WebGL 2. `u_place` takes positions to clip space: factors of x and y, then what is added. Sizes are in CSS pixels until the
 * last step. Colours come out multiplied by their opacity.
 */

const HEAD = "#version 300 es\nprecision highp float;\n";
const PLACED = "uniform vec4 u_place;\nvec2 placed(vec2 position) { return position * u_place.xy + u_place.zw; }\n";

/** Discs with an outline in the background's colour and a ring around bridges: points, as large as they need. */
export const AUTHORS = {
  vertex: `${HEAD}${PLACED}
in vec2 a_position;
in float a_radius;
in vec4 a_colour;
in vec4 a_ring;
uniform float u_factor;
uniform float u_pixelRatio;
out vec4 v_colour;
out vec4 v_ring;
out float v_radius;
out float v_half;
void main() {
  v_radius = a_radius * u_factor;
  v_colour = a_colour;
  // Around a dot of a pixel or two, a ring would be larger than the dot.
  v_ring = v_radius < 2.0 ? vec4(0.0) : a_ring;
  v_half = v_radius + (v_ring.a > 0.5 ? ${AUTHOR_EDGE.ringOutline.toFixed(1)} : ${AUTHOR_EDGE.outline.toFixed(1)}) + 1.0;
  gl_Position = vec4(placed(a_position), 0, 1);
  gl_PointSize = 2.0 * v_half * u_pixelRatio;
}`,
  fragment: `${HEAD}
in vec4 v_colour;
in vec4 v_ring;
in float v_radius;
in float v_half;
uniform float u_pixelRatio;
uniform vec3 u_background;
out vec4 colour;
float within(float radius, float away) { return clamp((radius - away) * u_pixelRatio + 0.5, 0.0, 1.0); }
void main() {
  float away = length(gl_PointCoord * 2.0 - 1.0) * v_half;
  bool ringed = v_ring.a > 0.5;
  float outline = min(${AUTHOR_EDGE.outline.toFixed(1)}, v_radius * 0.3);
  float alpha = within(v_radius + (ringed ? ${AUTHOR_EDGE.ringOutline.toFixed(1)} : outline), away);
  if (alpha <= 0.0) discard;
  vec3 drawn = u_background;
  if (ringed) {
    drawn = mix(drawn, v_ring.rgb, within(v_radius + ${AUTHOR_EDGE.ring.toFixed(1)}, away));
    drawn = mix(drawn, u_background, within(v_radius + ${AUTHOR_EDGE.gap.toFixed(1)}, away));
  }
  drawn = mix(drawn, v_colour.rgb, within(v_radius, away));
  colour = vec4(drawn * alpha, alpha);
}`,
} as const;

// A line's width goes with its opacity, as in looks.ts; one thinner than a pixel is paler instead.
const LINE_WIDTH = "float widthOf(float opacity) { return max(0.7, 4.44 * opacity); }\n";

// What of a tie counts to its ends, as in tie-ink.ts, at so many pixels from one end of so many.
const END_SHARE = `float endShare(float along, float length) {
  return clamp((${ENDS.gone.toFixed(1)} - min(along, length - along)) / ${(ENDS.gone - ENDS.whole).toFixed(1)}, 0.0, 1.0);
}
`;

/** Ties as lines of one device pixel, paler away from their ends; `u_ends` and `u_hints` say by how much, and from which line on there are none. */
export const LINES = {
  vertex: `${HEAD}${PLACED}${LINE_WIDTH}
in vec2 a_position;
in float a_length;
in vec4 a_colour;
uniform float u_factor;
uniform float u_pixelRatio;
uniform float u_scale;
uniform vec2 u_ends;
uniform vec2 u_hints;
flat out vec3 v_colour;
flat out vec2 v_alpha;
flat out float v_length;
out float v_along;
void main() {
  float line = float(gl_VertexID >> 1);
  gl_Position = vec4(placed(a_position), 0, 1);
  float alpha = a_colour.a * min(1.0, widthOf(a_colour.a) * u_factor * u_pixelRatio);
  v_alpha = alpha * vec2(line < u_ends.y ? u_ends.x : 0.0, line < u_hints.y ? u_hints.x : 0.0);
  v_colour = a_colour.rgb;
  v_length = a_length * u_scale;
  v_along = (gl_VertexID & 1) == 0 ? 0.0 : v_length;
}`,
  fragment: `${HEAD}${END_SHARE}
flat in vec3 v_colour;
flat in vec2 v_alpha;
flat in float v_length;
in float v_along;
out vec4 colour;
void main() {
  float alpha = mix(v_alpha.y, v_alpha.x, endShare(v_along, v_length));
  colour = vec4(v_colour * alpha, alpha);
}`,
} as const;

/** Ties as strips of their own width with soft edges: six vertices each, for the few in sight when one is near; `u_ink` says by how much ends and hints are paler. */
export const STRIPS = {
  vertex: `${HEAD}${PLACED}${LINE_WIDTH}
in vec4 a_ends;
in vec4 a_colour;
uniform float u_factor;
uniform float u_pixelRatio;
uniform vec2 u_size;
out float v_across;
out float v_half;
out float v_along;
flat out float v_length;
out vec4 v_colour;
void main() {
  int corner = gl_VertexID % 6;
  bool second = corner == 1 || corner == 2 || corner == 4;
  float side = corner == 0 || corner == 1 || corner == 3 ? 1.0 : -1.0;
  vec2 from = placed(a_ends.xy);
  vec2 to = placed(a_ends.zw);
  vec2 along = (to - from) * u_size;
  float length = length(along);
  vec2 normal = length > 0.0 ? vec2(-along.y, along.x) / length : vec2(0.0);
  v_length = length / 2.0;
  v_along = second ? v_length : 0.0;
  v_half = widthOf(a_colour.a) * u_factor / 2.0;
  v_across = side * (v_half + 0.5 / u_pixelRatio);
  gl_Position = vec4((second ? to : from) + normal * v_across * 2.0 / u_size, 0, 1);
  v_colour = a_colour;
}`,
  fragment: `${HEAD}${END_SHARE}
in float v_across;
in float v_half;
in float v_along;
flat in float v_length;
in vec4 v_colour;
uniform float u_pixelRatio;
uniform vec2 u_ink;
out vec4 colour;
void main() {
  float cover = clamp((v_half - abs(v_across)) * u_pixelRatio + 0.5, 0.0, 1.0);
  float alpha = v_colour.a * cover * mix(u_ink.y, u_ink.x, endShare(v_along, v_length));
  colour = vec4(v_colour.rgb * alpha, alpha);
}`,
} as const;
