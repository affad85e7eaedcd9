"""What was measured, and on what."""
import datetime
import os
import platform
import re
import subprocess

from . import settings


def first_line(*command):
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        return (done.stdout or done.stderr).strip().splitlines()[0]
    except (OSError, IndexError):
        return "unknown"


def matched(path, pattern):
    try:
        with open(path) as file:
            found = re.search(pattern, file.read(), re.MULTILINE)
    except OSError:
        return "unknown"
    return found.group(1) if found else "unknown"


def peer_version(package):
    script = f"import importlib.metadata as m; print(m.version('{package}'))"
    return first_line(settings.PYTHON, "-c", script)


def lines():
    memory = matched("/proc/meminfo", r"^MemTotal:\s+(\d+)")
    gigabytes = f"{int(memory) / (1 << 20):.0f} GiB" if memory.isdigit() else memory
    commit = first_line("git", "-C", settings.ROOT, "describe", "--always", "--dirty")
    return [
        f"Date: {datetime.date.today().isoformat()}. Load when it began: {os.getloadavg()[0]:.1f} "
        f"(0 is a machine of one's own).",
        f"Machine: {matched('/proc/cpuinfo', r'^model name' + chr(92) + 's*: (.*)$')}, {settings.CORES} cores, {gigabytes}, "
        f"{platform.system()} {platform.release().split('-')[0]}.",
        f"thapnien {commit}, {first_line('swift', '--version')}; DuckDB {peer_version('duckdb')}, "
        f"Polars {peer_version('polars')}, Python {first_line(settings.PYTHON, '-V').split()[-1]}, "
        f"libxlsxwriter {first_line('pkg-config', '--modversion', 'xlsxwriter')}.",
    ]
