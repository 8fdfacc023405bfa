"""Ranks that are killed or stopped at random moments: the others end soon, say so, and nothing is lost."""
import os
import random
import signal
import time

from trained_alike import STOPPED, Training, free_port, ranks_of, wait_until

RANKS, WITHIN, TIMEOUT = 3, 5.0, 20
training = Training()
random.seed(20261128)


def start(out):
    return training.start([training.facet, "train", "config.toml", "--ranks", str(RANKS), "--out", out, "-q",
                           "--no-report", "--set", "training.steps=100000"])


def require_that_it_goes_on(out, code):
    """With all that the last checkpoint had."""
    if not (training.folder / out / "checkpoint.npz").exists():
        assert code == 1, (out, code)
        return 0
    assert code == STOPPED, (out, code)
    done = training.steps_saved(out)
    training.run([training.facet, "train", out, "--resume", "-q", "--no-report", "--set",
                  f"training.steps={done + 2}"])
    assert training.steps_saved(out) == done + 2
    return done


longest = 0.0
for number in range(20):
    out = f"killed{number}"
    program = start(out)
    wait_until(lambda: len(ranks_of(training.facet)) == RANKS, 30, "the ranks")
    time.sleep(random.uniform(0, 8))
    begin = time.monotonic()
    os.kill(random.choice(ranks_of(training.facet)), signal.SIGKILL)
    told, _ = program.communicate(timeout=60)
    took = time.monotonic() - begin
    assert not ranks_of(training.facet), told
    done = require_that_it_goes_on(out, program.returncode)
    print(f"killed: all ended after {took:.1f} s, {done} steps are saved; {told.strip().splitlines()[-1]}")
    longest = max(longest, took)
assert longest <= WITHIN, longest

program = start("stopped")
training.wait_for_checkpoint("stopped")
begin = time.monotonic()
os.kill(random.choice(ranks_of(training.facet)), signal.SIGSTOP)
told, _ = program.communicate(timeout=TIMEOUT + 60)
took = time.monotonic() - begin
assert took <= TIMEOUT + WITHIN, took
assert not ranks_of(training.facet), told
require_that_it_goes_on("stopped", program.returncode)
print(f"stopped: all ended after {took:.1f} s; {told.strip().splitlines()[-1]}")

# Without a program that started them, each by itself.
place = {"WORLD_SIZE": str(RANKS), "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": free_port()}
for victim in range(RANKS):
    place["MASTER_PORT"] = free_port()
    out = f"alone{victim}"
    ranks = [training.start(training.words(out, "--set", "training.steps=100000"),
                            env={**os.environ, **place, "RANK": str(rank)}) for rank in range(RANKS)]
    training.wait_for_checkpoint(out)
    begin = time.monotonic()
    ranks[victim].kill()
    others = [rank for number, rank in enumerate(ranks) if number != victim]
    told = [rank.communicate(timeout=60)[0] for rank in others]
    took = time.monotonic() - begin
    assert took <= WITHIN, took
    assert all(rank.returncode == STOPPED for rank in others), told
    assert any(f"rank {victim} " in text for text in told), told
    print(f"rank {victim} by itself: the others ended after {took:.1f} s")
