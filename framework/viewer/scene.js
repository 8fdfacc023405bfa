// All views on one canvas, under one camera, one brush and one moment.
class Scene {
  constructor(canvas, colours) {
    this.canvas = canvas;
    this.painter = new Painter(canvas);
    this.painter.axes = this.painter.buffer(
      new Float32Array([-1, 0, 0, 1, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, -1, 0, 0, 1]));
    this.colours = colours;
    this.camera = new Camera();
    this.views = [];
    this.recordings = [];
    this.now = 0;
    this.tail = 50;
    this.onMoment = this.onSelection = () => {};
    new ResizeObserver(() => this.redraw()).observe(canvas);
    addEventListener("beforeprint", () => this.draw());
    canvas.addEventListener("webglcontextlost", event => event.preventDefault());
    canvas.addEventListener("webglcontextrestored", () => location.reload());
  }

  get size() {
    return Math.max(...this.recordings.map(recording => recording.size));
  }

  colourBy(label, asAngle) {
    for (const recording of this.recordings) {
      const own = recording.own(label);
      recording.colours = own ? this.colours.ofBins(own, asAngle)
                              : this.colours.ofNone(recording.size);
    }
    this.remark();
  }

  // What is grey where that label colours.
  greyBy(label) {
    const grey = [], own = this.recordings.map(recording => recording.own(label));
    if (own.some(one => one && one.values.some(Number.isNaN))) grey.push("missing");
    const without = this.runs.filter(run => !own[run.recording]).map(run => run.name);
    if (without.length) grey.push(`no ${label.name} in ${without.join(", ")}`);
    return grey;
  }

  // Shows the bins whose label has that value alone; null: all.
  show(filter) {
    for (const recording of this.recordings) recording.show(filter);
    this.remark();
  }

  // `isInside` of bins of one recording, or of all.
  select(isInside, only) {
    for (const recording of this.recordings) {
      if (!isInside) recording.selected = null;
      else if (!only || only === recording) recording.select(isInside);
    }
    this.remark();
  }

  remark() {
    for (const recording of this.recordings) {
      recording.mark(recording.colours);
      recording.buffer = this.painter.buffer(recording.colours, recording.buffer);
    }
    this.onSelection();
    this.redraw();
  }

  moveTo(bin) {
    this.now = Math.max(0, Math.min(this.size - 1, bin));
    this.onMoment();
    this.redraw();
  }

  redraw() {
    if (this.waits) return;
    this.waits = true;
    requestAnimationFrame(() => {
      this.waits = false;
      this.draw();
    });
  }

  draw() {
    const {canvas, painter} = this;
    const ratio = Math.min(2, devicePixelRatio || 1, 8000 / Math.max(1, canvas.clientHeight));
    const width = Math.round(canvas.clientWidth * ratio);
    const height = Math.round(canvas.clientHeight * ratio);
    if (canvas.width !== width || canvas.height !== height)
      Object.assign(canvas, {width, height});
    painter.clear({left: 0, bottom: 0, width, height});
    const {now, tail} = this, ink = this.inkOf("--ink"), faint = this.inkOf("--faint");
    for (const view of this.views)
      view.draw(this.camera, canvas, ratio, view.recording.buffer, {now, tail, ink, faint});
  }

  inkOf(variable) {
    return rgbOf(getComputedStyle(this.canvas).getPropertyValue(variable).trim())
      .map(part => part / 255);
  }
}
