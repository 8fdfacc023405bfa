"""One training by CEBRA (the peer), measured; a program for its Python environment.

    peer_run.py '{"workload": {...}, "trained": FILE, "steps": N, "seed": 0,
                  "whole": FILE}'      without the last it does not decode

The last line that it prints is JSON. compare_peer.py starts it.
"""
import json
import sys
import time

import cebra
import cebra.data
import cebra.models
import cebra.solver
import numpy as np
import torch
from cebra.models.jacobian_regularizer import JacobianReg
from cebra.solver.multiobjective import MultiObjectiveConfig

from memory import peak_memory_mib
from recording import decoding_r2
from workload import JACOBIAN_WEIGHT, NUM_OUTPUT, OBJECTIVES, Workload


class ConstantWeight:
    """CEBRA's own one does not take the step that the solver hands it."""

    def __init__(self, num_objectives):
        self.weights = [JACOBIAN_WEIGHT] * num_objectives

    def get_weights(self, step):
        return self.weights


def configure(loader, num_objectives):
    objectives = MultiObjectiveConfig(loader)
    for part, distribution, offset in OBJECTIVES[:num_objectives]:
        objectives.set_slice(*part)
        objectives.set_loss("FixedEuclideanInfoNCE", temperature=1.0)
        if distribution == "time":
            objectives.set_distribution("time", time_offset=offset)
        else:
            objectives.set_distribution("time_delta", time_delta=offset, label_name="label")
        objectives.push()
    objectives.finalize()
    return objectives


def create_solver(workload, data, objectives):
    model = cebra.models.init(workload.model, num_neurons=workload.neurons, num_units=workload.num_units,
                              num_output=NUM_OUTPUT)
    data.configure_for(model)
    optimizer = torch.optim.Adam(
        [*model.parameters(), *objectives.criterion.parameters()], lr=3e-4)
    return cebra.solver.init(
        name="multiobjective-solver", model=model, criterion=objectives.criterion,
        optimizer=optimizer, feature_ranges=objectives.feature_ranges, renormalize=False,
        regularizer=JacobianReg(n=1) if workload.jacobian else None, tqdm_on=False)


def train(workload, solver, loader, steps):
    loader.num_steps = steps
    scheduler = ConstantWeight(workload.num_objectives) if workload.jacobian else None
    start = time.perf_counter()
    solver.fit(loader=loader, scheduler_regularizer=scheduler)
    return time.perf_counter() - start


def measure(asked):
    workload, steps = Workload(**asked["workload"]), asked["steps"]
    torch.manual_seed(asked["seed"])
    arrays = np.load(asked["trained"])
    data = cebra.data.DatasetxCEBRA(neural=torch.from_numpy(arrays["neural"]),
                                    label=torch.from_numpy(arrays["label"]))
    loader = cebra.data.ContrastiveMultiObjectiveLoader(dataset=data, num_steps=steps,
                                                        batch_size=workload.batch)
    objectives = configure(loader, workload.num_objectives)
    solver = create_solver(workload, data, objectives)
    warm_up = max(1, steps // 10)
    train(workload, solver, loader, warm_up)
    seconds = train(workload, solver, loader, steps - warm_up)
    result = {"ms": 1000 * seconds / (steps - warm_up),
              "memory_mib": peak_memory_mib(),
              "steps": steps, "torch": torch.__version__, "threads": torch.get_num_threads()}
    if "whole" in asked:
        whole = np.load(asked["whole"])
        solver.model.set_split_outputs(False)
        embedding = solver.transform(torch.from_numpy(whole["neural"])).numpy()
        result["r2"] = decoding_r2(embedding, whole["label"], workload.bins)
    return result


print(json.dumps(measure(json.loads(sys.argv[1]))))
