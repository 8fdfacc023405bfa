"""Makes the expected values of the tests in the folder above: python make_values.py, with numpy and scipy.

session.npz is a made-up session of 60 s (frames of 10 Hz with a pause and lost ones, head direction of 50 Hz from
0.01 s, trials, spikes of 12 units); what is expected of it is made by the rule in binning.py and by scipy.
"""
import pathlib

import numpy as np
from scipy import ndimage

import binning

here = pathlib.Path(__file__).parent
S = np.load(here / "session.npz")
t, x, h = S["frame_times"], S["x"], S["head"].astype(float)
ht = 0.01 + np.arange(len(h)) / 50.0
bins = (0, 60, 0.05)

np.savez_compressed(
    here / "aligned.npz",
    edges=binning.edges(*bins), centres=binning.centres(*bins),
    linear=binning.linear(t, x, *bins, 0.25), nearest=binning.nearest(t, x, *bins, 0.05),
    last=binning.last(t, x, *bins, 0.15), mean=binning.mean(t, x, *bins),
    head_mean=binning.mean(ht, h, *bins, circular=True), head_linear=binning.linear(ht, h, *bins, 0.1, circular=True),
    head_mean_wrong=binning.mean(ht, h, *bins),
    trial=binning.interval_of(S["trials"][:, 0], S["trials"][:, 1], *bins))

# Normalised convolution: of the counts over that of ones, zeros outside. sd = 0.12 s, in bins 2.4.
counts = np.split(S["spike_times"], np.cumsum(S["spike_counts"])[:-1])
counts = binning.counts(counts, *bins)[:, :3].astype(float)
sd, cut = 0.12 / 0.05, 500                               # a segment before bin 500, one from there
half = np.exp(-0.5 * (np.arange(int(4 * sd + 0.5) + 1) / sd) ** 2)
kernel = np.concatenate([half[::-1], np.zeros(len(half) - 1)])   # correlated: what is at -R .. 0


def causal(y): return ndimage.correlate1d(y, kernel, axis=0, mode="constant")
def both(y): return ndimage.gaussian_filter1d(y, sd, axis=0, mode="constant")
def by_segment(f): return np.concatenate([f(p) / f(np.ones_like(p)) for p in (counts[:cut], counts[cut:])])


np.savez_compressed(here / "smoothed.npz", counts=counts.astype(np.float32), smoothed=by_segment(both),
                    causal=by_segment(causal), inside=ndimage.gaussian_filter1d(counts, sd, axis=0))
