import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { channels } from "../../scene/palette.ts";
import { AUTHOR_EDGE } from "./paint.ts";

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_pixelRatio", "u_background"] as const;
const NO_RING = "rgba(0,0,0,0)";

// `pixel` is the length of one CSS pixel in the space of positions; edges keep their width whatever the zoom.
const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_ring;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_radius;

void main() {
  float pixel = u_correctionRatio * 2.0;
  v_radius = a_size / u_sizeRatio;
  float reach = v_radius + ${(AUTHOR_EDGE.ringOutline + 1).toFixed(1)};
  v_offset = 2.0 * reach * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_offset * pixel, 1)).xy, 0, 1);
  v_color = a_color;
  v_ring = a_ring;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_radius;
uniform float u_pixelRatio;
uniform vec3 u_background;

float within(float radius, float away) {
  return clamp((radius - away) * u_pixelRatio + 0.5, 0.0, 1.0);
}

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = vec4(0.0);
  #else
  float away = length(v_offset);
  bool ringed = v_ring.a > 0.5;
  float outer = v_radius + (ringed ? ${AUTHOR_EDGE.ringOutline.toFixed(1)} : ${AUTHOR_EDGE.outline.toFixed(1)});
  float alpha = within(outer, away);
  if (alpha <= 0.0 || v_radius <= 0.0) discard;
  vec3 color = u_background;
  if (ringed) {
    color = mix(color, v_ring.rgb, within(v_radius + ${AUTHOR_EDGE.ring.toFixed(1)}, away));
    color = mix(color, u_background, within(v_radius + ${AUTHOR_EDGE.gap.toFixed(1)}, away));
  }
  color = mix(color, v_color.rgb, within(v_radius, away));
  gl_FragColor = vec4(color * alpha, alpha);
  #endif
}`;

/** What the program draws beyond sigma's own display data. */
export interface AuthorDisplay extends NodeDisplayData {
  readonly ring: string | null;
}

/**
 * Authors as discs with a thin outline in the background's colour, and a ring around bridges. Sigma's own circle has
 * neither, and its colours are not premultiplied. `background` is `#rrggbb`.
 */
export function authorProgram(background: string) {
  const [red, green, blue] = channels(background).map((channel) => channel / 255);
  return class AuthorProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES as typeof WebGLRenderingContext.TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_ring", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
      };
    }

    processVisibleItem(_index: number, start: number, data: NodeDisplayData): void {
      const { array } = this;
      array[start] = data.x;
      array[start + 1] = data.y;
      array[start + 2] = data.size;
      array[start + 3] = floatColor(data.color);
      array[start + 4] = floatColor((data as AuthorDisplay).ring ?? NO_RING);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform3f(uniformLocations.u_background, red, green, blue);
    }
  };
}
