// The whole recording as a strip of colours: drag selects a stretch of bins, a click goes to a bin;
// below it the moment, which plays.
class Timeline {
  constructor(scene, {strip, moment, play, said}) {
    Object.assign(this, {scene, strip, moment, play, said});
    moment.max = scene.size - 1;
    moment.addEventListener("input", () => scene.moveTo(Number(moment.value)));
    play.addEventListener("click", () => this.playing ? this.stop() : this.start());
    strip.addEventListener("pointerdown", event => {
      strip.setPointerCapture(event.pointerId);
      this.from = this.binAt(event);
    });
    strip.addEventListener("pointerup", event => this.choose(this.binAt(event)));
    new ResizeObserver(() => this.paint()).observe(strip);
  }

  binAt(event) {
    const box = this.strip.getBoundingClientRect();
    const part = Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
    return Math.min(this.scene.size - 1, Math.floor(part * this.scene.size));
  }

  choose(bin) {
    if (this.from === undefined) return;
    const [begin, end] = [Math.min(this.from, bin), Math.max(this.from, bin)];
    this.from = undefined;
    if (end - begin < this.scene.size / 200) this.scene.moveTo(bin);
    else this.scene.select(at => at >= begin && at <= end);
  }

  start() {
    this.playing = true;
    this.play.textContent = "❚❚";
    this.play.setAttribute("aria-label", "Pause");
    if (this.scene.now >= this.scene.size - 1) this.scene.moveTo(0);
    const step = () => {
      if (!this.playing) return;
      this.scene.moveTo(this.scene.now + 1);
      if (this.scene.now >= this.scene.size - 1) this.stop();
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  stop() {
    this.playing = false;
    this.play.textContent = "▶";
    this.play.setAttribute("aria-label", "Play");
  }

  showMoment() {
    this.moment.value = this.scene.now;
    const recording = this.scene.recordings.find(one => this.scene.now < one.size);
    this.said.textContent = recording.describe(this.scene.now);
    this.moment.setAttribute("aria-valuetext", this.said.textContent);
  }

  // The colour of each place's bin, of the first recording.
  paint() {
    const width = Math.max(1, this.strip.clientWidth), {size, colours} = this.scene.recordings[0];
    this.strip.width = width;
    this.strip.height = 1;
    const context = this.strip.getContext("2d"), line = context.createImageData(width, 1);
    for (let x = 0; x < width; ++x) {
      const at = 4 * Math.floor(x * size / width);
      line.data.set(colours.subarray(at, at + 3), 4 * x);
      line.data[4 * x + 3] = colours[at + 3] === 255 ? 255 : colours[at + 3] === 0 ? 0 : 50;
    }
    context.putImageData(line, 0, 0);
  }
}
