// The choices above the views: colour, what is shown, the axes of each view, tail, selecting.
function addOption(select, text, value, group) {
  const option = (group || select).appendChild(document.createElement("option"));
  option.textContent = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  option.title = text;
  option.value = value;
  return option;
}

class Controls {
  constructor(scene, elements) {
    Object.assign(this, {scene}, elements);
    this.labels = joinedLabels(scene.recordings);
    this.labels.forEach((label, number) => addOption(this.colour, label.name, number));
    this.fillFilter();
    this.colour.addEventListener("change", () => this.chooseColour());
    this.angle.addEventListener("change", () => this.showColours());
    this.filter.addEventListener("change", () => this.chooseFilter());
    this.tail.addEventListener("input", () => {
      scene.tail = Number(this.tail.value);
      scene.redraw();
    });
    this.select.addEventListener("click", () => this.switchSelecting());
    this.clear.addEventListener("click", () => scene.select(null));
    this.reset.addEventListener("click", () => {
      scene.camera.reset();
      scene.redraw();
    });
    for (const input of [this.from, this.to])
      input.addEventListener("change", () => this.selectBins());
    this.chooseColour();
  }

  // Each value of the labels that have few.
  fillFilter() {
    this.labels.forEach((label, number) => {
      if (!label.classes || label.classes.length < 2 || label.classes.length > 500) return;
      const group = this.filter.appendChild(document.createElement("optgroup"));
      group.label = label.name;
      label.classes.forEach((name, value) =>
        addOption(this.filter, `${label.name} ${name}`, `${number} ${value}`, group));
    });
  }

  chooseFilter() {
    const [label, value] = this.filter.value.split(" ").map(Number);
    this.scene.show(this.filter.value ? {label: this.labels[label], value} : null);
  }

  get label() {
    return this.labels[this.colour.value];
  }

  chooseColour() {
    this.angle.checked = Boolean(this.label.period);
    this.angle.parentElement.hidden = Boolean(this.label.classes);
    this.showColours();
  }

  showColours() {
    const asAngle = this.angle.checked && !this.label.classes;
    this.scene.colourBy(this.label, asAngle);
    this.scene.colours.fillKey(this.key, this.label, asAngle, this.scene.greyBy(this.label));
  }

  switchSelecting() {
    const selects = this.select.getAttribute("aria-pressed") !== "true";
    this.select.setAttribute("aria-pressed", selects);
  }

  selecting() {
    return this.select.getAttribute("aria-pressed") === "true";
  }

  selectBins() {
    const last = this.scene.size - 1;
    const from = Number(this.from.value || 0), to = Number(this.to.value || last);
    this.scene.select(bin => bin >= from && bin <= to);
  }

  showSelection() {
    const {recordings} = this.scene, sum = counts => counts.reduce((a, b) => a + b, 0);
    const count = sum(recordings.map(recording => recording.selectedCount()));
    const all = `${count} of ${sum(recordings.map(recording => recording.size))} bins`;
    const selects = recordings.some(recording => recording.selected);
    this.count.textContent = selects ? `${all} selected` : `${all} shown`;
    if (!selects) this.from.value = this.to.value = "";
  }

  // Three columns of a facet in the place of its principal axes.
  addAxes(view, element) {
    const {columns, name} = view.facet;
    const axes = element.appendChild(document.createElement("select"));
    axes.setAttribute("aria-label", `axes of ${name}`);
    addOption(axes, "principal axes", "principal");
    if (columns.length > 1) addOption(axes, "columns", "columns");
    const chosen = element.appendChild(document.createElement("span"));
    chosen.hidden = true;
    const selects = ["first", "second", "third"].map((which, axis) => {
      const select = chosen.appendChild(document.createElement("select"));
      select.setAttribute("aria-label", `${which} axis of ${name}`);
      columns.forEach((column, i) => addOption(select, String(column), i));
      select.selectedIndex = Math.min(axis, columns.length - 1);
      return select;
    });
    const show = () => {
      chosen.hidden = axes.value === "principal";
      view.axes = chosen.hidden ? "principal" : selects.map(select => Number(select.value));
      view.place();
      this.scene.redraw();
    };
    for (const select of [axes, ...selects]) select.addEventListener("change", show);
  }
}
