"""Does what a Dockerfile or an Apptainer definition says, without either, in a new Debian:

    run_container_file.py docs/containers/Dockerfile -- facet --version

Knows the instructions that the files in docs/containers have, and refuses others. What stands behind --
is run in the end. It needs root, debootstrap and the network.
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

source = Path(__file__).resolve().parents[2]
suites = {"debian:12": "bookworm", "debian:13": "trixie"}


class Debian:
    """A new one of a suite, in a folder that is removed in the end."""

    def __init__(self, image):
        self.root = Path(tempfile.mkdtemp())
        self.root.chmod(0o755)  # apt downloads as a user of its own
        subprocess.run(["debootstrap", "--variant=minbase", suites[image], self.root], check=True,
                       stdout=subprocess.DEVNULL)
        shutil.copy("/etc/resolv.conf", self.root / "etc")
        (self.root / "etc/dpkg/dpkg.cfg.d/quick").write_text("force-unsafe-io\n")
        subprocess.run(["mount", "-t", "proc", "proc", self.root / "proc"], check=True)
        self.folder = "/"

    def run(self, command):
        print("RUN", command, flush=True)
        subprocess.run(["chroot", self.root, "sh", "-c", f"cd {self.folder} && {command}"], check=True,
                       env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root"})

    def copy(self, folder, pattern, target):
        """The files of the pattern in the folder, without what is built."""
        target = self.root / target.lstrip("/")
        target.mkdir(parents=True, exist_ok=True)
        if pattern == ".":
            subprocess.run(f"git ls-files -z | tar -c --null -T - | tar -x -C {target}", cwd=folder, shell=True,
                           check=True)
            return
        for file in folder.glob(pattern.lstrip("/")):
            shutil.copy(file, target)

    def remove(self):
        subprocess.run(["umount", self.root / "proc"], check=True)
        shutil.rmtree(self.root)


def run_dockerfile(text, stages):
    lines = [line for line in text.split("\n") if not line.startswith("#")]
    for line in re.sub(r"\\\n", " ", "\n".join(lines)).split("\n"):
        word, _, rest = line.partition(" ")
        words = rest.split()
        if word == "FROM":
            stages[words[2] if len(words) == 3 else "last"] = stage = Debian(words[0])
        elif word == "COPY" and words[0].startswith("--from="):
            stage.copy(stages[words[0].partition("=")[2]].root, words[1], words[2])
        elif word == "COPY":
            stage.copy(source, *words)
        elif word == "RUN":
            stage.run(rest)
        elif word == "WORKDIR":
            stage.folder = rest
            (stage.root / rest.lstrip("/")).mkdir(exist_ok=True)
        elif word not in ("ENTRYPOINT", ""):
            sys.exit(f"this script knows no {word}")
    return stage


def run_definition(text, stages):
    sections = dict(re.findall(r"^%(\w+)\n(.*?)(?=^%|\Z)", text, re.M | re.S))
    stages["last"] = stage = Debian(re.search(r"^From: (.*)$", text, re.M)[1])
    for line in filter(None, map(str.strip, sections["files"].split("\n"))):
        stage.copy(source, *line.split())
    stage.run("set -e\n" + sections["post"])
    return stage


file, command = Path(sys.argv[1]), sys.argv[3:]
stages = {}
try:
    read = run_dockerfile if file.name == "Dockerfile" else run_definition
    read(file.read_text(), stages).run(" ".join(command))
finally:
    for stage in stages.values():
        stage.remove()
print(f"{file}: all is well")
