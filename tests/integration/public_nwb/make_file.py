"""Makes maze.nwb with pynwb: a small recording in the layout of the motor cortex sessions of the Neural
Latents Benchmark (DANDI:000140), so that the commands of docs/public_recording.md can be tried without
a download. Units are tuned to the direction of the hand."""

from datetime import datetime, timezone

import numpy as np
from hdmf.backends.hdf5 import H5DataIO
from pynwb import NWBHDF5IO, NWBFile, TimeSeries

random = np.random.default_rng(0)
num_units, num_trials, length, rate = 24, 30, 1.6, 100.0

time = np.arange(int(num_trials * 2 * rate)) / rate  # a trial every two seconds
direction = np.repeat(random.integers(0, 8, num_trials) * np.pi / 4, int(2 * rate))
speed = np.exp(-((time % 2 - 1) ** 2) / 0.08)  # a reach in the middle of the trial
velocity = 100 * speed[:, None] * np.stack([np.cos(direction), np.sin(direction)], 1)
position = np.concatenate([part.cumsum(0) / rate for part in np.split(velocity, num_trials)])

nwb = NWBFile("a small session of a maze task", "maze", datetime(2020, 1, 1, tzinfo=timezone.utc))
behavior = nwb.create_processing_module("behavior", "the hand")
for name, values, unit in (("hand_pos", position, "mm"), ("hand_vel", velocity, "mm/s")):
    behavior.add(TimeSeries(name=name, data=H5DataIO(values.round(3), compression="gzip", shuffle=True),
                            unit=unit, timestamps=H5DataIO(time, compression="gzip", shuffle=True),
                            comments="columns=[x,y]"))

nwb.add_unit_column("heldout", "whether the benchmark holds the unit out")
observed = [[2.0 * i, 2.0 * i + length] for i in range(num_trials)]
for unit in range(num_units):
    drive = 4 + 40 * speed * np.clip(np.cos(direction - unit * 2 * np.pi / num_units), 0, None)
    counts = random.poisson(drive / rate)
    spikes = np.sort(np.repeat(time, counts) + random.uniform(0, 1 / rate, counts.sum()))
    inside = spikes[spikes % 2 < length]
    nwb.add_unit(spike_times=inside, obs_intervals=observed, heldout=bool(unit % 4 == 3))

nwb.add_trial_column("split", "of the benchmark")
nwb.add_trial_column("success", "whether the target was reached")
for trial, (start, stop) in enumerate(observed):
    nwb.add_trial(start_time=start, stop_time=stop, split="val" if trial % 5 == 4 else "train",
                  success=bool(trial % 10 != 3))
with NWBHDF5IO("maze.nwb", "w") as file:
    file.write(nwb)
