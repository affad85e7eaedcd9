"""Runs programs, turn by turn, and keeps what each run took."""
import dataclasses
import os
import re
import statistics
import subprocess

from . import settings

LOG = settings.WORK / "measured"


@dataclasses.dataclass
class Run:
    wall: float
    cpu: float
    peak: float
    code: int
    # Seconds without the start of the interpreter, where the program tells them.
    query: float
    errors: str


@dataclasses.dataclass
class Program:
    name: str
    command: list
    # Where it writes its answer: standard output, or a file that the command names.
    output: object = None
    version: str = ""
    runs: list = dataclasses.field(default_factory=list)

    def run(self):
        LOG.unlink(missing_ok=True)
        target = open(self.output, "wb") if self.output else subprocess.DEVNULL
        done = subprocess.run(
            [str(part) for part in [settings.WORK / "measure", *self.command]], stdout=target, stderr=subprocess.PIPE,
            env=os.environ | {"MEASURE_LOG": str(LOG)})
        if self.output:
            target.close()
        if not LOG.exists() or not LOG.read_text():
            raise SystemExit(f"{self.name}: cannot be run: {done.stderr.decode(errors='replace')}")
        wall, user, system, peak, code = LOG.read_text().split()
        errors = done.stderr.decode(errors="replace")
        told = re.search(r"^query ([0-9.]+)$", errors, re.MULTILINE)
        return Run(
            float(wall), float(user) + float(system), int(peak) / 1024, int(code),
            float(told.group(1)) if told else float(wall), errors)

    def median(self, what):
        return statistics.median(getattr(run, what) for run in self.runs)


def take_turns(programs, turns):
    """Each turn runs all of them, each turn begins with another one; so what else the machine does meets all."""
    for turn in range(turns):
        first = turn % len(programs)
        for program in programs[first:] + programs[:first]:
            run = program.run()
            if run.code != 0:
                raise SystemExit(f"{program.name}: exit code {run.code}\n{run.errors}")
            program.runs.append(run)


def instructions(command):
    """Of one run under callgrind, in millions; None where there is no valgrind."""
    if not settings.VALGRIND:
        return None
    done = subprocess.run(
        [settings.VALGRIND, "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    counted = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not counted:
        raise SystemExit(f"valgrind {command}: exit code {done.returncode}\n{done.stderr[-2000:]}")
    return int(counted.group(1)) / 1e6
