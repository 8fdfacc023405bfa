// A column of numbers: each one of the levels 0 to `top` between `low` and `high`, the level after
// `top` stands for what is missing. Of each level the difference from the one before, small ones of
// either sign as small numbers; all their first bytes before all second ones; deflated; as base64.
async function inflated(text) {
  const packed = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function unpackedNumbers({low, high, top, levels}, Numbers = Float32Array) {
  const bytes = await inflated(levels);
  const numbers = new Numbers(bytes.length / 2);
  for (let i = 0, level = 0; i < numbers.length; ++i) {
    const step = bytes[i] | (bytes[numbers.length + i] << 8);
    level = (level + ((step >>> 1) ^ -(step & 1))) & 65535;
    numbers[i] = level > top ? NaN : low + (high - low) * level / top;
  }
  return numbers;
}
