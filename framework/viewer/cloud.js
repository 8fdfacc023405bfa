// What WebGL draws: points, and ribbons from point to point. A colour's opacity says how a point is
// shown: 1 as it is, 1/2 faint and behind the others (it is not selected), 0 not at all.
const pointShader = `#version 300 es
in vec3 place;
in vec4 colour;
uniform mat4 camera;
uniform float size;
uniform vec4 only;    // opacity 0: each has its own colour
uniform vec3 faint;
out vec3 shade;
void main() {
  bool behind = only.a == 0.0 && colour.a < 0.75;
  gl_Position = camera * vec4(place, 1.0);
  gl_Position.z = clamp(gl_Position.z, -0.99, 0.99) * 0.5 + (behind ? 0.5 : -0.5);
  gl_PointSize = size * (behind ? 0.6 : 1.0);
  if ((only.a == 0.0 && colour.a == 0.0) || place.x > 8.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  shade = only.a > 0.0 ? only.rgb : behind ? faint : colour.rgb;
}`;
const discShader = `#version 300 es
precision mediump float;
in vec3 shade;
out vec4 pixel;
void main() {
  vec2 from = gl_PointCoord * 2.0 - 1.0;
  if (dot(from, from) > 1.0) discard;
  pixel = vec4(shade, 1.0);
}`;
const ribbonShader = `#version 300 es
in vec3 from;
in vec3 to;
uniform mat4 camera;
uniform vec2 pixel;   // its size, of a view of 2 x 2
uniform float width;
uniform float count;  // of the ribbon's pieces: the first ones fade; 0: none does
out float strength;
void main() {
  vec4 a = camera * vec4(from, 1.0), b = camera * vec4(to, 1.0);
  vec2 along = (b.xy - a.xy) / pixel;
  vec2 aside = vec2(-along.y, along.x) / max(length(along), 1e-6) * pixel * width * 0.5;
  gl_Position = gl_VertexID < 2 ? a : b;
  gl_Position.xy += gl_VertexID % 2 == 0 ? aside : -aside;
  gl_Position.z = -0.995;
  if (max(from.x, to.x) > 8.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  strength = count > 0.0 ? (float(gl_InstanceID) + 1.0) / count : 1.0;
}`;
const inkShader = `#version 300 es
precision mediump float;
uniform vec4 ink;
in float strength;
out vec4 pixel;
void main() { pixel = vec4(ink.rgb, 1.0) * (ink.a * strength); }`;

class Painter {
  constructor(canvas) {
    const gl = canvas.getContext("webgl2", {antialias: true, preserveDrawingBuffer: true});
    if (!gl) throw new Error("this browser has no WebGL2");
    this.gl = gl;
    this.points = this.program(pointShader, discShader, ["place", "colour"]);
    this.ribbons = this.program(ribbonShader, inkShader, ["from", "to"]);
    gl.enable(gl.SCISSOR_TEST);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  program(vertex, fragment, inputs) {
    const gl = this.gl, program = gl.createProgram();
    for (const [kind, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    inputs.forEach((name, place) => gl.bindAttribLocation(program, place, name));
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
      throw new Error(gl.getProgramInfoLog(program));
    return {program, at: name => gl.getUniformLocation(program, name)};
  }

  buffer(values, old) {
    const gl = this.gl, buffer = old || gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
    return buffer;
  }

  // A part of the canvas, in its pixels from the lower left corner.
  clear(box) {
    const gl = this.gl;
    gl.viewport(box.left, box.bottom, box.width, box.height);
    gl.scissor(box.left, box.bottom, box.width, box.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  }

  // Places of `places` from the first one on; `only` one colour for all.
  drawPoints({places, colours, camera, size, first = 0, count, faint, only = [0, 0, 0, 0]}) {
    const gl = this.gl, {program, at} = this.points;
    gl.useProgram(program);
    gl[only[3] > 0 ? "disable" : "enable"](gl.DEPTH_TEST);
    gl.disable(gl.BLEND);
    this.attribute(0, places, gl.FLOAT, 3, 0, 0);
    this.attribute(1, colours, gl.UNSIGNED_BYTE, 4, 0, 0);
    gl.uniformMatrix4fv(at("camera"), false, camera);
    gl.uniform1f(at("size"), size);
    gl.uniform4fv(at("only"), only);
    gl.uniform3fv(at("faint"), faint);
    gl.drawArrays(gl.POINTS, first, count);
  }

  // From each place to the next one, or (pairs) from each second place to the one after it.
  drawRibbon({places, camera, box, width, first = 0, count, ink, fades = false, pairs = false}) {
    if (count < 1) return;
    const gl = this.gl, {program, at} = this.ribbons, stride = pairs ? 24 : 12;
    gl.useProgram(program);
    gl.disable(gl.DEPTH_TEST);
    gl.enable(gl.BLEND);
    this.attribute(0, places, gl.FLOAT, 3, 1, first * 12, stride);
    this.attribute(1, places, gl.FLOAT, 3, 1, first * 12 + 12, stride);
    gl.uniformMatrix4fv(at("camera"), false, camera);
    gl.uniform2f(at("pixel"), 2 / box.width, 2 / box.height);
    gl.uniform1f(at("width"), width);
    gl.uniform1f(at("count"), fades ? count : 0);
    gl.uniform4fv(at("ink"), ink);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
  }

  attribute(place, buffer, type, size, divisor, offset, stride = 0) {
    const gl = this.gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, size, type, type === gl.UNSIGNED_BYTE, stride, offset);
    gl.vertexAttribDivisor(place, divisor);
  }
}
