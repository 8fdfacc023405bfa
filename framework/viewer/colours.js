// Which colour each bin has by a label, and the key of these colours.
const unknownColour = [150, 150, 150];

function rgbOf(hex) {
  return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
}

class Colours {
  constructor({ramp, circle, classes}) {
    [this.ramp, this.circle, this.classes] = [ramp, circle, classes].map(list => list.map(rgbOf));
  }

  // More classes than there are colours are numbers, such as those of trials.
  isByClass(label) {
    return label.classes && label.classes.length <= this.classes.length;
  }

  // Bytes (red, green, blue) of each bin.
  ofBins(label, asAngle) {
    const colours = new Uint8Array(4 * label.values.length);
    const pick = this.picker(label, asAngle);
    for (let i = 0; i < label.values.length; ++i) {
      const value = label.values[i];
      colours.set(Number.isNaN(value) ? unknownColour : pick(value), 4 * i);
    }
    return colours;
  }

  picker(label, asAngle) {
    if (this.isByClass(label)) return value => this.classes[value];
    const colours = asAngle ? this.circle : this.ramp;
    const low = asAngle ? 0 : label.low;
    const size = asAngle ? periodOf(label) : Math.max(label.high - label.low, Number.MIN_VALUE);
    return value => {
      const place = (value - low) / size;
      const part = asAngle ? place - Math.floor(place) : place;
      return colours[Math.min(colours.length - 1, Math.max(0, Math.floor(part * colours.length)))];
    };
  }

  fillKey(element, label, asAngle) {
    element.replaceChildren();
    const css = colour => `rgb(${colour.join(" ")})`;
    if (this.isByClass(label)) {
      label.classes.forEach((name, i) => {
        const entry = element.appendChild(document.createElement("span"));
        entry.className = "class";
        entry.style.setProperty("--colour", css(this.classes[i]));
        entry.textContent = name;
      });
      return;
    }
    const colours = asAngle ? this.circle : this.ramp;
    const bar = document.createElement("span");
    bar.className = "bar";
    bar.style.background = `linear-gradient(to right, ${colours.map(css).join(", ")})`;
    const [low, high] = asAngle ? ["0", label.period === 360 ? "360" : "2π"]
                                : [label.low, label.high].map(shortNumber);
    element.append(low, bar, high);
  }
}

function shortNumber(value) {
  return Number.isNaN(value) ? "missing" : String(Number(value.toPrecision(4)));
}

// What a label says of a bin.
function textOf(label, bin) {
  const value = label.values[bin];
  return label.classes && !Number.isNaN(value) ? label.classes[value] : shortNumber(value);
}

// Of what does not look like an angle, but is one, in radians.
function periodOf(label) {
  return label.period || 2 * Math.PI;
}
