// From where all facets are seen: turned and magnified alike, so that they can be compared.
class Camera {
  constructor() {
    this.reset();
  }

  reset() {
    this.azimuth = 0.6;
    this.elevation = 0.45;
    this.magnification = 1;
  }

  turn(right, up) {
    this.azimuth += right;
    this.elevation = Math.max(-Math.PI / 2, Math.min(Math.PI / 2, this.elevation + up));
  }

  magnify(factor) {
    this.magnification = Math.max(0.2, Math.min(40, this.magnification * factor));
  }

  // Columns of a matrix that brings a place to the screen (x, y) and away from who looks (z), within
  // -1 to 1 for the points of a ball of radius 1. The third axis points upwards.
  matrix(width, height) {
    const a = this.azimuth, e = this.elevation, m = 0.92 * this.magnification;
    const x = m * Math.min(1, height / width), y = m * Math.min(1, width / height);
    const ca = Math.cos(a), sa = Math.sin(a), ce = Math.cos(e), se = Math.sin(e);
    return [x * ca, -y * sa * se, -0.5 * sa * ce, 0,
            x * sa, y * ca * se, 0.5 * ca * ce, 0,
            0, y * ce, -0.5 * se, 0,
            0, 0, 0, 1];
  }
}

function seen(matrix, x, y, z) {
  return [0, 1].map(row => matrix[row] * x + matrix[4 + row] * y + matrix[8 + row] * z);
}
