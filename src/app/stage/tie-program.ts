import { EdgeRectangleProgram } from "sigma/rendering";

/**
 * Straight lines with the attributes of sigma's own, drawn otherwise in two ways: thin lines keep their strength (sigma's
 * feather eats lines thinner than two pixels), and colours are multiplied by their opacity as sigma's blending expects
 * (else pale lines brighten a light background instead of tinting it).
 */
export class TieProgram extends EdgeRectangleProgram {
  override getDefinition() {
    return { ...super.getDefinition(), VERTEX_SHADER_SOURCE: VERTEX, FRAGMENT_SHADER_SOURCE: FRAGMENT };
  }
}

// Lengths are in CSS pixels until the last step; the quad is half a device pixel wider on each side for its soft edge.
const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_normal;
attribute float a_normalCoef;
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute float a_positionCoef;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying float v_across;
varying float v_half;

void main() {
  float width = length(a_normal);
  vec2 normal = width > 0.0 ? a_normal / width : vec2(0.0);
  v_half = width / u_sizeRatio / 2.0;
  v_across = a_normalCoef * (v_half + 0.5 / u_pixelRatio);
  vec2 position = mix(a_positionStart, a_positionEnd, a_positionCoef);
  vec2 corner = position + normal * v_across * u_correctionRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(corner, 1)).xy, 0, 1);
  v_color = a_color;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_across;
varying float v_half;
uniform float u_pixelRatio;

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = vec4(0.0);
  #else
  float cover = clamp((v_half - abs(v_across)) * u_pixelRatio + 0.5, 0.0, 1.0);
  float alpha = v_color.a * cover;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}`;
