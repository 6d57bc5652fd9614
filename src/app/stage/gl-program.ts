/** A column of a buffer: numbers of one kind for each vertex. */
export interface Attribute {
  readonly name: string;
  readonly size: number;
  /** Bytes are taken as shares of 255. */
  readonly kind: "float" | "byte";
}

/** One program of WebGL 2 and the buffer that it draws from. */
export class GlProgram {
  private readonly gl: WebGL2RenderingContext;
  private readonly program: WebGLProgram;
  private readonly vertices: WebGLVertexArrayObject;
  private readonly buffer: WebGLBuffer;
  private readonly picks: WebGLBuffer;
  private isPicking = false;
  private readonly places = new Map<string, WebGLUniformLocation | null>();

  /** Throws where the browser compiles no such program, or the context is lost. */
  constructor(
    gl: WebGL2RenderingContext,
    source: { readonly vertex: string; readonly fragment: string },
    attributes: readonly Attribute[],
  ) {
    this.gl = gl;
    this.program = gl.createProgram();
    for (const [kind, text] of [
      [gl.VERTEX_SHADER, source.vertex],
      [gl.FRAGMENT_SHADER, source.fragment],
    ] as const) {
      const shader = gl.createShader(kind);
      if (shader === null) throw new Error("The graphics were lost.");
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(this.program, shader);
    }
    attributes.forEach(({ name }, i) => {
      gl.bindAttribLocation(this.program, i, name);
    });
    gl.linkProgram(this.program);
    if (gl.getProgramParameter(this.program, gl.LINK_STATUS) !== true) {
      throw new Error(gl.getProgramInfoLog(this.program) ?? "The graphics were lost.");
    }
    this.vertices = gl.createVertexArray();
    this.buffer = gl.createBuffer();
    this.picks = gl.createBuffer();
    gl.bindVertexArray(this.vertices);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    const stride = attributes.reduce((bytes, attribute) => bytes + bytesOf(attribute), 0);
    let offset = 0;
    attributes.forEach((attribute, i) => {
      const isFloat = attribute.kind === "float";
      gl.enableVertexAttribArray(i);
      gl.vertexAttribPointer(i, attribute.size, isFloat ? gl.FLOAT : gl.UNSIGNED_BYTE, !isFloat, stride, offset);
      offset += bytesOf(attribute);
    });
  }

  /** Makes room for so many bytes; what was there is lost. */
  reserve(bytes: number): void {
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, this.buffer);
    this.gl.bufferData(this.gl.ARRAY_BUFFER, bytes, this.gl.STATIC_DRAW);
  }

  write(at: number, data: ArrayBufferView): void {
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, this.buffer);
    this.gl.bufferSubData(this.gl.ARRAY_BUFFER, at, data);
  }

  /** Draws these vertices only, in this order, until others are picked; null draws them all as they stand. */
  pick(vertices: Uint32Array | null): void {
    const { gl } = this;
    this.isPicking = vertices !== null;
    if (vertices === null) return;
    gl.bindVertexArray(this.vertices);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.picks);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, vertices, gl.DYNAMIC_DRAW);
  }

  /** `count` vertices from `first` on, of those that are picked. */
  draw(
    mode: "points" | "lines" | "triangles",
    first: number,
    count: number,
    uniforms: Readonly<Record<string, number | readonly number[]>>,
  ): void {
    const { gl } = this;
    // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's own word
    gl.useProgram(this.program);
    gl.bindVertexArray(this.vertices);
    for (const [name, value] of Object.entries(uniforms)) {
      const place = this.placeOf(name);
      if (typeof value === "number") gl.uniform1f(place, value);
      else if (value.length === 2) gl.uniform2fv(place, value);
      else if (value.length === 3) gl.uniform3fv(place, value);
      else gl.uniform4fv(place, value);
    }
    const shape = mode === "points" ? gl.POINTS : mode === "lines" ? gl.LINES : gl.TRIANGLES;
    if (this.isPicking) gl.drawElements(shape, count, gl.UNSIGNED_INT, 4 * first);
    else gl.drawArrays(shape, first, count);
  }

  private placeOf(name: string): WebGLUniformLocation | null {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    const place = this.gl.getUniformLocation(this.program, name);
    this.places.set(name, place);
    return place;
  }
}

function bytesOf({ size, kind }: Attribute): number {
  return kind === "float" ? 4 * size : size;
}
