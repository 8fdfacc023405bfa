"""A training that is measured: its size, and the same as a run of Facet."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Workload:
    bins: int = 10_000
    batch: int = 512
    model: str = "offset10-model-mse"
    label_columns: int = 3
    jacobian: bool = False
    neurons: int = 120
    num_units: int = 32
    num_objectives: int = 2  # the first ones of `objectives`
    threads: int = 0         # compute threads; 0: as many as the program takes by itself
    device: str = "cpu"


NUM_OUTPUT = 6
JACOBIAN_WEIGHT = 0.1

# Slice of the embedding, distribution, offset in bins. Every second one compares labels.
OBJECTIVES = [([first, NUM_OUTPUT], distribution, offset)
              for offset in (1, 2, 3, 4)
              for first, distribution in ((0, "time"), (3, "time_delta"))]


def _objective(part, distribution, offset):
    options = (f"time_offset = {offset}" if distribution == "time" else
               f'time_delta = {offset}, label = "label"')
    return f"""
[[objective]]
slice = {part}
loss = {{ name = "FixedEuclideanInfoNCE", temperature = 1.0 }}
distribution = {{ name = "{distribution}", {options} }}
"""


def config(workload, recording, steps, seed):
    """The config file of a run beside the recording, which tells its progress ten times."""
    weights = [JACOBIAN_WEIGHT] * workload.num_objectives
    regularizer = ('regularizer = { name = "JacobianReg", n = 1, weight = { '
                   f'name = "constant-weight", initial_weights = {weights} }} }}')
    objectives = "".join(_objective(*o) for o in OBJECTIVES[:workload.num_objectives])
    return f"""[data]
file = "{recording.name}"

[model]
name = "{workload.model}"
num_units = {workload.num_units}
num_output = {NUM_OUTPUT}
{objectives}
[training]
steps = {steps}
batch_size = {workload.batch}
optimizer = {{ name = "Adam", lr = 3e-4 }}
seed = {seed}
threads = {workload.threads}
device = "{workload.device}"
log_frequency = {max(1, steps // 10)}
{regularizer if workload.jacobian else ""}
"""
