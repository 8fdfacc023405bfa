"""Makes a recording beside this script as two programs leave it: spikes.mat, a cell of spike times for each unit
(scipy 1.17), and position.csv, which a camera saw 10 times a second (pandas 3.1). Prints what numpy counts."""
import numpy as np
import pandas as pd
import scipy.io

rng = np.random.default_rng(14)
duration, units, step = 180, 16, 0.001
fine = np.arange(0, duration, step)
place = 0.5 - 0.5 * np.cos(2 * np.pi * fine / 12)  # m: up and down a track of one metre
centres = np.linspace(0, 1, units)
spikes = np.empty((units, 1), object)
for unit, centre in enumerate(centres):
    rate = 0.3 + 14 * np.exp(-((place - centre) / 0.1) ** 2 / 2)  # Hz
    spikes[unit, 0] = fine[rng.random(fine.size) < rate * step][:, None] + 0.0004  # on no edge of a bin
scipy.io.savemat("spikes.mat", {"spikes": spikes}, do_compression=True)

frames = np.round(0.02 + np.arange(10 * duration - 1) / 10, 2)
seen = np.round(np.interp(frames, fine, place) + rng.normal(0, 0.005, frames.size), 4)
seen[300:305] = np.nan  # not tracked for half a second
pd.DataFrame({"time": frames, "position": seen}).to_csv("position.csv")

# What is in bins of 50 ms, from the multiple of that before the first spike to the one behind the last.
edges = np.arange(1, 3601) * 0.05
every = np.concatenate(list(spikes[:, 0]))
assert edges[0] <= every.min() < edges[1] and edges[-2] <= every.max() < edges[-1]
counts = np.stack([np.histogram(unit, edges)[0] for unit in spikes[:, 0]], 1)
print("bins:", len(edges) - 1, "spikes:", counts.sum(), "of", every.size)
print("of each unit:", counts.sum(0).tolist())
print("in bins 1000 to 1019:", counts[1000:1020].sum(0).tolist())
held_out = seen[-360:]  # the last fifth; who knows nothing says the middle of the track
print("median distance of the held-out places from the middle:", np.median(abs(held_out - 0.5)).round(3))
