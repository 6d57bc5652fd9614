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

/** Ties as lines of one device pixel. */
export const LINES = {
  vertex: `${HEAD}${PLACED}${LINE_WIDTH}
in vec2 a_position;
in vec4 a_colour;
uniform float u_factor;
uniform float u_pixelRatio;
uniform float u_ink;
flat out vec4 v_colour;
void main() {
  gl_Position = vec4(placed(a_position), 0, 1);
  float cover = min(1.0, widthOf(a_colour.a) * u_factor * u_pixelRatio);
  float alpha = max(a_colour.a * cover * u_ink, 0.006);
  v_colour = vec4(a_colour.rgb * alpha, alpha);
}`,
  fragment: `${HEAD}
flat in vec4 v_colour;
out vec4 colour;
void main() { colour = v_colour; }`,
} as const;

/** Ties as strips of their own width with soft edges: six vertices each, for the few in sight when one is near. */
export const STRIPS = {
  vertex: `${HEAD}${PLACED}${LINE_WIDTH}
in vec4 a_ends;
in vec4 a_colour;
uniform float u_factor;
uniform float u_pixelRatio;
uniform vec2 u_size;
out float v_across;
out float v_half;
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
  v_half = widthOf(a_colour.a) * u_factor / 2.0;
  v_across = side * (v_half + 0.5 / u_pixelRatio);
  gl_Position = vec4((second ? to : from) + normal * v_across * 2.0 / u_size, 0, 1);
  v_colour = a_colour;
}`,
  fragment: `${HEAD}
in float v_across;
in float v_half;
in vec4 v_colour;
uniform float u_pixelRatio;
out vec4 colour;
void main() {
  float cover = clamp((v_half - abs(v_across)) * u_pixelRatio + 0.5, 0.0, 1.0);
  float alpha = v_colour.a * cover;
  colour = vec4(v_colour.rgb * alpha, alpha);
}`,
} as const;
