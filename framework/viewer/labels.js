// The labels of all recordings. Those of one name, of classes or of numbers, are one: with the same
// classes or the same scale in each recording, so that a colour means the same in all runs.
function isLike(label, other) {
  return label.name === other.name && Boolean(label.classes) === Boolean(other.classes);
}

// One of each.
function joinedLabels(recordings) {
  const groups = [];
  for (const label of recordings.flatMap(recording => recording.labels)) {
    const own = groups.find(group => isLike(group[0], label));
    if (own) own.push(label);
    else groups.push([label]);
  }
  for (const group of groups.filter(group => group.length > 1))
    (group[0].classes ? joinClasses : joinNumbers)(group);
  return groups.map(group => group[0]);
}

// Numbers ascend; texts keep the order in which they come.
function joinClasses(labels) {
  const classes = [...new Set(labels.flatMap(label => label.classes))];
  if (classes.every(name => /^-?\d+$/.test(name))) classes.sort((a, b) => a - b);
  const numbers = new Map(classes.map((name, number) => [name, number]));
  for (const label of labels) {
    label.values = label.values.map(value =>
      Number.isNaN(value) ? value : numbers.get(label.classes[value]));
    label.classes = classes;
  }
}

function joinNumbers(labels) {
  const known = labels.filter(label => label.values.some(value => !Number.isNaN(value)));
  if (!known.length) return;
  const low = Math.min(...known.map(label => label.low));
  const high = Math.max(...known.map(label => label.high));
  const digits = Math.max(...known.map(label => label.digits)), {period} = known[0];
  for (const label of labels) Object.assign(label, {low, high, digits, period});
}

// As many digits as tell two of the steps apart in which a column is packed (see unpack.js).
function digitsOf({low, high, top}) {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (!(high > low)) return 15;
  return Math.min(15, 1 + Math.floor(Math.log10(largest / (high - low) * top)));
}

function numberText(label, value) {
  return String(Number(value.toPrecision(label.digits)));
}

// What a label says of a bin.
function textOf(label, bin) {
  const value = label.values[bin];
  if (Number.isNaN(value)) return "missing";
  return label.classes ? label.classes[value] : numberText(label, value);
}

// Of what does not look like an angle, but is one, in radians.
function periodOf(label) {
  return label.period || 2 * Math.PI;
}
