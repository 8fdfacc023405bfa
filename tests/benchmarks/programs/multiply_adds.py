"""The multiply-adds that a training step cannot do without, however it is computed.

Of the encoder offset10-model-mse: each layer only at those positions that the window of a sampled
bin reaches; forward, gradient of the weights, and gradient of the input but for the first layer. Of
InfoNCE: all products of references and negatives, and both gradients. Other work, such as
exponentials, is not counted.
"""
import time

import numpy as np

from workload import NUM_OUTPUT, OBJECTIVES

KERNELS = (2, 3, 3, 3, 3)  # bins that a layer of offset10-model-mse sees
WINDOW = 10


def _samples(workload):
    """The distinct bins of one step, drawn at random."""
    drawn = (2 + workload.num_objectives) * workload.batch
    return np.unique(np.random.default_rng(0).integers(0, workload.bins - WINDOW + 1, drawn))


def _needed_positions(workload):
    """How many each layer computes at least."""
    needed = np.zeros(workload.bins, dtype=bool)
    needed[_samples(workload)] = True
    counts = [int(needed.sum())]
    for size in reversed(KERNELS[1:]):
        before = needed.copy()
        for shift in range(1, size):
            before[shift:] |= needed[:-shift]
        needed = before
        counts.insert(0, int(needed.sum()))
    return counts


def _encoder(positions, workload):
    """Of the layers' own products and the gradients of their inputs, and of their weights."""
    channels = (workload.neurons, *[workload.num_units] * (len(KERNELS) - 1), NUM_OUTPUT)
    layers = [count * size * inputs * outputs for count, size, inputs, outputs
              in zip(positions, KERNELS, channels[:-1], channels[1:])]
    return 2 * sum(layers) - layers[0], sum(layers)


def _criterions(workload):
    columns = sum(end - begin for (begin, end), _, _ in OBJECTIVES[:workload.num_objectives])
    return 3 * workload.batch**2 * columns


def multiply_adds(workload):
    """Of one step."""
    return sum(_encoder(_needed_positions(workload), workload)) + _criterions(workload)


def computed_multiply_adds(workload, dense):
    """Those of Facet's plan, by kernel: one pass over all bins, or each window for itself."""
    after = [sum(size - 1 for size in KERNELS[:layer + 1]) for layer in range(len(KERNELS))]
    positions = [workload.bins - taken if dense else len(_samples(workload)) * (WINDOW - taken)
                 for taken in after]
    products, outer_products = _encoder(positions, workload)
    return {"products": products, "outer products": outer_products,
            "softmax": _criterions(workload)}


def sgemm_multiply_adds_per_second(size=1536, repeats=10):
    """The best of several products of two square float32 matrices, by numpy's BLAS on all cores."""
    left, right = np.random.default_rng(0).standard_normal((2, size, size)).astype("float32")
    best = np.inf
    for _ in range(repeats):
        start = time.perf_counter()
        left @ right
        best = min(best, time.perf_counter() - start)
    return size**3 / best
