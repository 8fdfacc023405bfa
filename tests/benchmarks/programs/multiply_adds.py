"""The multiply-adds that a training step cannot do without, however it is computed.

Of the encoder offset10-model-mse: each layer only at those positions that the window of a sampled
bin reaches; forward, gradient of the weights, and gradient of the input but for the first layer. Of
InfoNCE: all products of references and negatives, and both gradients. Other work, such as
exponentials, is not counted.
"""
import time

import numpy as np

from workload import NUM_OUTPUT, NUM_UNITS, OBJECTIVES

KERNELS = (2, 3, 3, 3, 3)  # bins that a layer of offset10-model-mse sees
WINDOW = 10


def _positions(workload, samples):
    """How many positions each layer computes: those before the first layer come first."""
    needed = np.zeros(workload.bins, dtype=bool)
    needed[samples] = True
    counts = [int(needed.sum())]
    for size in reversed(KERNELS):
        before = needed.copy()
        for shift in range(1, size):
            before[shift:] |= needed[:-shift]
        needed = before
        counts.insert(0, int(needed.sum()))
    return counts


def multiply_adds(workload):
    """Of one step, for bins that are drawn at random."""
    drawn = (2 + workload.num_objectives) * workload.batch
    samples = np.random.default_rng(0).integers(0, workload.bins - WINDOW + 1, drawn)
    computed = _positions(workload, samples)[1:]
    channels = (workload.neurons, *[NUM_UNITS] * (len(KERNELS) - 1), NUM_OUTPUT)
    layers = [positions * size * inputs * outputs for positions, size, inputs, outputs
              in zip(computed, KERNELS, channels[:-1], channels[1:])]
    columns = sum(end - begin for (begin, end), _, _ in OBJECTIVES[:workload.num_objectives])
    return 3 * sum(layers) - layers[0] + 3 * workload.batch**2 * columns


def sgemm_multiply_adds_per_second(size=1536, repeats=10):
    """The best of several products of two square float32 matrices, by numpy's BLAS on all cores."""
    left, right = np.random.default_rng(0).standard_normal((2, size, size)).astype("float32")
    best = np.inf
    for _ in range(repeats):
        start = time.perf_counter()
        left @ right
        best = min(best, time.perf_counter() - start)
    return size**3 / best
