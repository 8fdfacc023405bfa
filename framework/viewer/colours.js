// Which colour each bin has by a label, and the key of these colours.
function rgbOf(hex) {
  return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
}

class Colours {
  constructor({ramp, circle, classes, missing}) {
    [this.ramp, this.circle, this.classes] = [ramp, circle, classes].map(list => list.map(rgbOf));
    this.missing = rgbOf(missing);
  }

  // More classes than there are colours are a ramp, in their order.
  isByClass(label) {
    return label.classes && label.classes.length <= this.classes.length;
  }

  // Bytes (red, green, blue) of each bin.
  ofBins(label, asAngle) {
    const colours = new Uint8Array(4 * label.values.length);
    const pick = this.picker(label, asAngle);
    for (let i = 0; i < label.values.length; ++i) {
      const value = label.values[i];
      colours.set(Number.isNaN(value) ? this.missing : pick(value), 4 * i);
    }
    return colours;
  }

  // Of a recording without the label.
  ofNone(size) {
    const colours = new Uint8Array(4 * size);
    for (let i = 0; i < size; ++i) colours.set(this.missing, 4 * i);
    return colours;
  }

  picker(label, asAngle) {
    if (this.isByClass(label)) return value => this.classes[value];
    const colours = asAngle ? this.circle : this.ramp;
    const [low, high] = asAngle ? [0, periodOf(label)] : label.classes ? [0, label.classes.length - 1]
                                                       : [label.low, label.high];
    const size = Math.max(high - low, Number.MIN_VALUE);
    return value => {
      const place = (value - low) / size;
      const part = asAngle ? place - Math.floor(place) : place;
      return colours[Math.min(colours.length - 1, Math.max(0, Math.floor(part * colours.length)))];
    };
  }

  // `grey`: what that colour says.
  fillKey(element, label, asAngle, grey) {
    const css = colour => `rgb(${colour.join(" ")})`;
    const add = (className, text, colour) => {
      const entry = element.appendChild(document.createElement("span"));
      entry.className = className;
      entry.textContent = entry.title = text;
      if (colour) entry.style.setProperty("--colour", css(colour));
      return entry;
    };
    element.replaceChildren();
    if (this.isByClass(label)) {
      label.classes.forEach((name, i) => add("class", name, this.classes[i]));
    } else {
      const colours = asAngle ? this.circle : this.ramp, [low, high] = this.endsOf(label, asAngle);
      add("end", low);
      add("bar", "").style.background = `linear-gradient(to right, ${colours.map(css).join(", ")})`;
      add("end", high);
    }
    for (const text of grey) add("class", text, this.missing);
  }

  endsOf(label, asAngle) {
    if (label.classes) return [label.classes[0], label.classes[label.classes.length - 1]];
    if (asAngle) return ["0", label.period === 360 ? "360" : "2π"];
    return [label.low, label.high].map(value => numberText(label, value));
  }
}
