"""Recordings with a label that can be decoded, and how well it can be from an embedding."""
import numpy as np

NUM_LATENTS = 3
SMOOTHED = 50     # bins over which a latent is averaged
NEIGHBOURS = 25
ROWS_AT_ONCE = 100_000


def _smooth_latents(generator, bins):
    """White noise averaged over SMOOTHED bins, to unit variance: bins x NUM_LATENTS."""
    sums = np.cumsum(generator.standard_normal((bins + SMOOTHED, NUM_LATENTS)), axis=0)
    return (sums[SMOOTHED:] - sums[:-SMOOTHED]) / np.sqrt(SMOOTHED)


def _label(generator, latents, columns):
    """The latents; where more columns are asked for, random Fourier features of them."""
    if columns == NUM_LATENTS:
        return latents.astype("float32")
    frequencies = generator.standard_normal((NUM_LATENTS, columns)) / 2
    phases = generator.uniform(0, 2 * np.pi, columns)
    return np.cos(latents @ frequencies + phases).astype("float32")


def _neural(generator, latents, neurons):
    """tanh of mixed latents, and as much noise again: bins x neurons."""
    mixing = generator.standard_normal((NUM_LATENTS, neurons)).astype("float32")
    neural = generator.standard_normal((len(latents), neurons), dtype="float32")
    for begin in range(0, len(latents), ROWS_AT_ONCE):
        rows = slice(begin, begin + ROWS_AT_ONCE)
        neural[rows] += np.tanh(latents[rows].astype("float32") @ mixing)
    return neural


def write_recording(folder, workload, held_out=False):
    """Its file: what is trained on, or that and after it a quarter as many bins, the held-out ones.
    A file that is there already is taken."""
    kind = "whole" if held_out else "trained"
    file = folder / f"{kind}-{workload.bins}x{workload.neurons}-{workload.label_columns}.npz"
    if not file.exists():
        generator = np.random.default_rng(0)
        latents = _smooth_latents(generator, workload.bins * 5 // 4)
        label = _label(generator, latents, workload.label_columns)
        neural = _neural(generator, latents, workload.neurons)
        bins = len(latents) if held_out else workload.bins
        written = file.with_name("new.npz")
        np.savez(written, neural=neural[:bins], label=label[:bins])
        written.replace(file)
    return file


def decoding_r2(embedding, label, first_held_out):
    """R2 of the label on the bins from first_held_out on: the mean of the nearest bins before it in
    the embedding, over all columns together."""
    known = embedding[:first_held_out].astype("float64")
    asked = embedding[first_held_out:].astype("float64")
    distances = (known**2).sum(1)[None] - 2 * asked @ known.T
    nearest = np.argpartition(distances, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
    right = label[first_held_out:].astype("float64")
    predicted = label[:first_held_out].astype("float64")[nearest].mean(1)
    return float(1 - ((right - predicted)**2).sum() / ((right - right.mean(0))**2).sum())
