// The bins of a recording: their labels, which are shown and which selected. Several runs may be
// of one.
class Recording {
  static async unpacked(data) {
    const recording = new Recording();
    recording.size = data.size;
    recording.starts = new Set(data.starts);  // the first bin of each segment
    recording.labels = await Promise.all(data.labels.map(async label => {
      const {name, classes, period, low, high} = label;
      return {name, classes, period, low, high, digits: digitsOf(label),
              values: await unpackedNumbers(label, Float64Array)};
    }));
    const last = data.size - 1;
    recording.labels.push({name: "bin", low: 0, high: last, digits: String(last).length,
                           values: Float64Array.from({length: data.size}, (_, bin) => bin)});
    recording.selected = null;  // a byte for each bin; null: all
    recording.shown = null;
    return recording;
  }

  // Its own one of the labels that all recordings have together.
  own(label) {
    return this.labels.find(one => isLike(one, label));
  }

  show(filter) {
    const values = filter && (this.own(filter.label)?.values || new Float64Array(this.size).fill(NaN));
    this.shown = filter && Uint8Array.from(values, value => value === filter.value ? 1 : 0);
  }

  isShown(bin) {
    return !this.shown || this.shown[bin] === 1;
  }

  select(isInside) {
    this.selected = Uint8Array.from({length: this.size}, (_, i) =>
      this.isShown(i) && isInside(i) ? 1 : 0);
  }

  selectedCount() {
    let count = 0;
    for (let i = 0; i < this.size; ++i)
      count += this.isShown(i) && (!this.selected || this.selected[i]) ? 1 : 0;
    return count;
  }

  // Into the opacities of the bins' colours, see cloud.js.
  mark(colours) {
    for (let i = 0; i < this.size; ++i)
      colours[4 * i + 3] = !this.isShown(i) ? 0 : this.selected && !this.selected[i] ? 128 : 255;
  }

  // Stretches [begin, end) of bins before `now` that lie in one segment and are shown.
  trail(now, length) {
    const first = Math.max(0, now - length), pieces = [];
    for (let i = first, begin = first; i <= now; ++i) {
      const breaks = i === now || !this.isShown(i + 1) || this.starts.has(i + 1);
      if (!breaks) continue;
      if (this.isShown(begin)) pieces.push([begin, i + 1]);
      begin = i + 1;
    }
    return pieces;
  }

  describe(bin) {
    return this.labels.map(label => `${label.name} ${textOf(label, bin)}`).join(" · ");
  }
}
