#!/usr/bin/env python3
"""Milliseconds a training step of CEBRA 0.6 (the peer) takes on the workload of step_benchmark.

    peer_step.py [STEPS]     in a Python environment with cebra==0.6.1

Workload: 10000 bins x 120 channels, offset10-model-mse, 32 units, 6 outputs, batch 512, two
objectives: (0, 6) time with offset 1 and (3, 6) time_delta 1 on a three-dimensional label,
FixedEuclideanInfoNCE. Prints the whole training's time divided by its steps, sampling included.
"""
import sys
import time

import cebra
import cebra.data
import cebra.models
import cebra.solver
import numpy as np
import torch
from cebra.solver.multiobjective import MultiObjectiveConfig

steps = int(sys.argv[1]) if len(sys.argv) > 1 else 100
generator = np.random.default_rng(0)
label = np.cumsum(generator.normal(size=(10000, 3)), axis=0).astype("float32")
neural = generator.normal(size=(10000, 120)).astype("float32")

data = cebra.data.DatasetxCEBRA(neural=torch.from_numpy(neural), label=torch.from_numpy(label))
loader = cebra.data.ContrastiveMultiObjectiveLoader(dataset=data, num_steps=steps, batch_size=512)
config = MultiObjectiveConfig(loader)
config.set_slice(0, 6)
config.set_loss("FixedEuclideanInfoNCE", temperature=1.0)
config.set_distribution("time", time_offset=1)
config.push()
config.set_slice(3, 6)
config.set_loss("FixedEuclideanInfoNCE", temperature=1.0)
config.set_distribution("time_delta", time_delta=1, label_name="label")
config.push()
config.finalize()

model = cebra.models.init("offset10-model-mse", num_neurons=120, num_units=32, num_output=6)
data.configure_for(model)
optimizer = torch.optim.Adam(
    list(model.parameters()) + list(config.criterion.parameters()), lr=3e-4)
solver = cebra.solver.init(
    name="multiobjective-solver", model=model, criterion=config.criterion, optimizer=optimizer,
    feature_ranges=config.feature_ranges, renormalize=False, tqdm_on=False)

start = time.perf_counter()
solver.fit(loader=loader, valid_loader=None, log_frequency=None)
elapsed = time.perf_counter() - start
print(f"peer: {1000 * elapsed / steps:.2f} ms a step over {steps} steps, "
      f"torch {torch.__version__}, {torch.get_num_threads()} threads")
