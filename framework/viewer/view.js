// One facet of one run: where its bins lie in space, along its principal axes or three columns.
const nowhere = [9, 9, 9];

class View {
  constructor(run, facet, recording, painter, element) {
    Object.assign(this, {run, facet, recording, painter, element});
    this.places = new Float32Array(3 * recording.size);
    this.axes = "principal";
    this.place();
  }

  // Three rows of weights of the facet's columns, and what is taken from these first.
  weights() {
    const {columns, principal, mean} = this.facet;
    if (this.axes === "principal") return {rows: principal, mean};
    return {rows: this.axes.map(column => columns.map((_, i) => i === column ? 1 : 0)), mean};
  }

  // So that the farthest bin is at distance 1.
  place() {
    const {rows, mean} = this.weights(), columns = this.facet.columns.map(c => this.run.columns[c]);
    let farthest = 0;
    for (let bin = 0; bin < this.recording.size; ++bin) {
      let length = 0;
      for (let axis = 0; axis < 3; ++axis) {
        let sum = 0;
        for (let c = 0; c < columns.length; ++c)
          if (rows[axis] && rows[axis][c]) sum += rows[axis][c] * (columns[c][bin] - mean[c]);
        this.places[3 * bin + axis] = sum;
        length += sum * sum;
      }
      if (length > farthest) farthest = length;
    }
    const scale = farthest > 0 ? 1 / Math.sqrt(farthest) : 1;
    for (let bin = 0; bin < this.recording.size; ++bin) {
      const at = 3 * bin;
      if (Number.isNaN(this.places[at] + this.places[at + 1] + this.places[at + 2]))
        this.places.set(nowhere, at);
      else for (let axis = 0; axis < 3; ++axis) this.places[at + axis] *= scale;
    }
    this.buffer = this.painter.buffer(this.places, this.buffer);
  }

  // Where the element lies on the canvas, in its pixels.
  box(canvas, ratio) {
    const own = this.element.getBoundingClientRect(), all = canvas.getBoundingClientRect();
    return {left: Math.round((own.left - all.left) * ratio),
            bottom: Math.round((all.bottom - own.bottom) * ratio),
            width: Math.round(own.width * ratio), height: Math.round(own.height * ratio)};
  }

  // Of each bin its place in the element, in CSS pixels; null: it has none.
  projector(camera) {
    const {clientWidth: width, clientHeight: height} = this.element, {places} = this;
    const matrix = camera.matrix(width, height);
    return bin => {
      const at = 3 * bin;
      if (places[at] > 8) return null;
      const [x, y] = seen(matrix, places[at], places[at + 1], places[at + 2]);
      return [(x + 1) / 2 * width, (1 - y) / 2 * height];
    };
  }

  binsWithin(camera, left, top, right, bottom) {
    const onScreen = this.projector(camera);
    return bin => {
      const at = onScreen(bin);
      return at !== null && at[0] >= left && at[0] <= right && at[1] >= top && at[1] <= bottom;
    };
  }

  nearestBin(camera, x, y, within = 12) {
    const onScreen = this.projector(camera);
    let nearest = null, least = within * within;
    for (let bin = 0; bin < this.recording.size; ++bin) {
      const at = this.recording.isShown(bin) ? onScreen(bin) : null;
      const distance = at ? (at[0] - x) ** 2 + (at[1] - y) ** 2 : Infinity;
      if (distance < least) [nearest, least] = [bin, distance];
    }
    return nearest;
  }

  draw(camera, canvas, ratio, colours, {now, tail, ink, faint}) {
    const box = this.box(canvas, ratio);
    if (box.width < 1 || box.height < 1) return;
    const {painter, recording, buffer: places} = this;
    const matrix = camera.matrix(box.width, box.height);
    const size = ratio * Math.max(1.6, Math.min(5, 260 / Math.sqrt(recording.size))) *
                 Math.sqrt(camera.magnification);
    painter.clear(box);
    painter.drawRibbon({places: painter.axes, camera: matrix, box, width: ratio, count: 3,
                        ink: [...faint, 1], pairs: true});
    const points = {places, colours, camera: matrix, faint};
    painter.drawPoints({...points, size, count: recording.size});
    if (now >= recording.size) return;
    for (const [begin, end] of recording.trail(now, tail))
      painter.drawRibbon({places, camera: matrix, box, width: 2 * ratio, first: begin,
                          count: end - begin - 1, ink: [...ink, 1], fades: true});
    if (!recording.isShown(now)) return;
    painter.drawPoints({...points, size: 13 * ratio, first: now, count: 1, only: [...ink, 1]});
    painter.drawPoints({...points, size: 8 * ratio, first: now, count: 1, only: [1, 0.35, 0.1, 1]});
  }
}
