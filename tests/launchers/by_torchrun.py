"""Ranks that torchrun starts: on one machine, as two machines would, and with one of them killed."""
import os

from trained_alike import Training, free_port, kill_one, ranks_of, wait_until

training = Training()
# The store of another PyTorch is not for this libtorch: rank 0 then holds one of its own.
environment = {**os.environ, "TORCH_DISABLE_SHARE_RDZV_TCP_STORE": "1"}
torchrun = [training.torchrun, "--no-python"]

training.run([*torchrun, "--standalone", "--nproc-per-node", "2", *training.words("standalone")], env=environment)
training.require_alike("standalone")



def on_two_nodes(out, *meeting):
    """The exit codes, and what was told."""
    nodes = [training.start([*torchrun, "--nnodes", "2", "--nproc-per-node", "1", *meeting, *training.words(out)],
                            env=environment) for _ in range(2)]
    told = [node.communicate(timeout=120)[0] for node in nodes]
    return [node.returncode for node in nodes], told


codes, told = on_two_nodes("nodes", "--rdzv-backend", "c10d", "--rdzv-id", "7", "--rdzv-endpoint",
                           f"127.0.0.1:{free_port()}")
assert codes == [0, 0], told
training.require_alike("nodes")

killed = training.start([*torchrun, "--standalone", "--nproc-per-node", "2",
                         *training.words("killed", "--set", "training.steps=100000")], env=environment)
training.wait_for_checkpoint("killed")
kill_one(training)
told, _ = killed.communicate(timeout=60)
assert killed.returncode != 0, told
wait_until(lambda: not ranks_of(training.facet), 10, "the end of all ranks")
done = training.steps_saved("killed")
training.run([training.facet, "train", "killed", "--resume", "-q", "--no-report", "--set",
              f"training.steps={done + 10}"])
print(f"killed after {done} steps, and gone on with by one rank")
