// What the mouse, a finger and the keys do in a view: turn, magnify, select, go to a bin.
class Pointer {
  constructor(scene, view, selects) {
    Object.assign(this, {scene, view, selects});  // selects(): whether dragging does, without shift
    const {element} = view;
    this.rectangle = element.appendChild(document.createElement("div"));
    this.rectangle.className = "brush";
    this.rectangle.hidden = true;
    element.addEventListener("pointerdown", event => this.down(event));
    element.addEventListener("pointermove", event => this.move(event));
    element.addEventListener("pointerup", event => this.up(event));
    element.addEventListener("pointercancel", () => this.end());
    element.addEventListener("wheel", event => this.wheel(event), {passive: false});
    element.addEventListener("dblclick", () => this.reset());
    element.addEventListener("keydown", event => this.key(event));
  }

  placeOf(event) {
    const box = this.view.element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  down(event) {
    if (event.button !== 0) return;
    this.view.element.setPointerCapture(event.pointerId);
    this.from = this.last = this.placeOf(event);
    this.brushes = event.shiftKey || this.selects();
    this.moved = false;
  }

  move(event) {
    if (!this.from) return;
    const [x, y] = this.placeOf(event);
    if (Math.hypot(x - this.from[0], y - this.from[1]) > 3) this.moved = true;
    if (this.brushes) this.showRectangle(x, y);
    else if (this.moved) this.turn((x - this.last[0]) / 120, (y - this.last[1]) / 120);
    this.last = [x, y];
  }

  up(event) {
    if (!this.from) return;
    const {scene, view} = this, [x, y] = this.placeOf(event);
    if (!this.moved) this.goTo(x, y);
    else if (this.brushes)
      scene.select(view.binsWithin(scene.camera, ...this.corners(x, y)), view.recording);
    this.end();
  }

  end() {
    this.from = null;
    this.rectangle.hidden = true;
  }

  corners(x, y) {
    const [fromX, fromY] = this.from;
    return [Math.min(x, fromX), Math.min(y, fromY), Math.max(x, fromX), Math.max(y, fromY)];
  }

  showRectangle(x, y) {
    const [left, top, right, bottom] = this.corners(x, y);
    this.rectangle.hidden = false;
    Object.assign(this.rectangle.style, {left: left + "px", top: top + "px",
                                         width: right - left + "px", height: bottom - top + "px"});
  }

  goTo(x, y) {
    const bin = this.view.nearestBin(this.scene.camera, x, y);
    if (bin !== null) this.scene.moveTo(bin);
  }

  turn(right, down) {
    this.scene.camera.turn(-right, down);
    this.scene.redraw();
  }

  magnify(factor) {
    this.scene.camera.magnify(factor);
    this.scene.redraw();
  }

  reset() {
    this.scene.camera.reset();
    this.scene.redraw();
  }

  // With ctrl, so that the page still scrolls.
  wheel(event) {
    if (!event.ctrlKey && document.activeElement !== this.view.element) return;
    event.preventDefault();
    this.magnify(Math.exp(-event.deltaY / 400));
  }

  key(event) {
    const actions = {
      ArrowLeft: () => this.turn(-0.1, 0), ArrowRight: () => this.turn(0.1, 0),
      ArrowUp: () => this.turn(0, -0.1), ArrowDown: () => this.turn(0, 0.1),
      "+": () => this.magnify(1.2), "=": () => this.magnify(1.2), "-": () => this.magnify(1 / 1.2),
      "0": () => this.reset(), Escape: () => this.scene.select(null),
    };
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    action();
  }
}
