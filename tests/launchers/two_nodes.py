"""A Slurm of two nodes on this machine, from Debian's packages; while it is used in a `with`."""
import os
import shutil
import subprocess
from pathlib import Path

from trained_alike import free_port, install, wait_until

CONFIG = """ClusterName=facet
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
ReturnToService=2
KillWait=5
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=4 State=UNKNOWN
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=4 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP OverSubscribe=YES
"""


class TwoNodes:
    def __init__(self, folder):
        install("slurmctld", "slurmctld", "slurmd", "slurm-client", "munge")
        self.folder = Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "state").mkdir(parents=True)
        self.folder.chmod(0o755)
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o600)
        self.config = self.folder / "slurm.conf"
        self.config.write_text(CONFIG.format(host=os.uname().nodename.split(".")[0], folder=self.folder,
                                             ports=[free_port() for _ in range(3)]))
        (self.folder / "cgroup.conf").write_text("CgroupPlugin=cgroup/v1\n")
        os.environ["SLURM_CONF"] = str(self.config)

    def __enter__(self):
        own = self.folder
        subprocess.run(["munged", "--force", f"--key-file={own}/munge.key", f"--socket={own}/munge.socket",
                        f"--pid-file={own}/munged.pid", f"--log-file={own}/munged.log",
                        f"--seed-file={own}/munged.seed"], check=True)
        subprocess.run(["slurmctld", "-f", self.config, "-c"], check=True)
        for node in ("n1", "n2"):
            subprocess.run(["slurmd", "-f", self.config, "-N", node, "-c"], check=True)
        wait_until(lambda: self.idle() == 2, 60, "two idle nodes")
        return self

    def idle(self):
        told = subprocess.run(["sinfo", "-h", "-N", "-o", "%t"], capture_output=True, text=True, check=False)
        return told.stdout.split().count("idle")

    def __exit__(self, *_):
        subprocess.run(["scancel", "--full", "-u", "root"], check=False)
        for program in ("slurmd-n1", "slurmd-n2", "slurmctld", "munged"):
            self.end(self.folder / f"{program}.pid")

    def end(self, pid_file):
        """By its file, which it removes when it ends."""
        if pid_file.exists():
            os.kill(int(pid_file.read_text()), 15)
            wait_until(lambda: not pid_file.exists(), 30, f"the end of {pid_file.stem}")
