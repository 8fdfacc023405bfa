"""Ranks that Open MPI's mpirun starts."""
import signal

from trained_alike import STOPPED, Training, free_port, install, kill_one, ranks_of, wait_until

install("mpirun", "openmpi-bin")
training = Training()


def mpirun(*words):
    return ["mpirun", "--allow-run-as-root", "--oversubscribe", "--bind-to", "none", "-n", "3", "-x",
            "MASTER_ADDR=127.0.0.1", "-x", f"MASTER_PORT={free_port()}", *words]


training.run(mpirun(*training.words("run")))
training.require_alike("run")

asked = training.start(mpirun(*training.words("asked", "--set", "training.steps=100000")))
training.wait_for_checkpoint("asked")
asked.send_signal(signal.SIGTERM)
told, _ = asked.communicate(timeout=60)
assert asked.returncode != 0, told
wait_until(lambda: not ranks_of(training.facet), 10, "the end of all ranks")
done = training.steps_saved("asked")
training.run(mpirun(*training.words("asked", "--resume", "--set", f"training.steps={done + 10}")))
assert training.steps_saved("asked") == done + 10

killed = training.start(mpirun(*training.words("killed", "--set", "training.steps=100000")))
training.wait_for_checkpoint("killed")
kill_one(training)
told, _ = killed.communicate(timeout=60)
assert killed.returncode not in (0, STOPPED), told
wait_until(lambda: not ranks_of(training.facet), 10, "the end of all ranks")
