"""The command lines of every workload."""
import functools
import subprocess

from . import settings
from .measuring import Program

PEERS = {"DuckDB": "duckdb", "Polars": "polars"}
QUESTIONS = {
    "w1": ("activities", ["table", "value", "rows", "--by", "period,unit,kind", "--level", "district"]),
    "w2": ("members", [
        "table", "memberships", "persons", "in-one", "in-two", "in-more", "--by", "organisation,unit", "--level",
        "district"]),
}


@functools.cache
def knows(command, option):
    """Whether a command of the product has an option."""
    told = subprocess.run([settings.PRODUCT, command, "--help"], capture_output=True, text=True).stdout
    return option in told.split()


def options(command, threads=None, cache=False):
    more = []
    if threads and knows(command, "--threads"):
        more += ["--threads", str(threads)]
    if not cache and knows(command, "--no-cache"):
        more.append("--no-cache")
    return more


def product(arguments, output=None, threads=None, cache=False, name="thapnien"):
    command = [settings.PRODUCT, *arguments, *options(arguments[0], threads, cache)]
    return Program(name, command, output and settings.WORK / output)


def question(workload, folder, threads=None, output=None, **more):
    arguments = [*QUESTIONS[workload][1], "--data", folder, "--format", "csv"]
    return product(arguments, output or f"{workload}.thapnien", threads, **more)


def check(folder, threads=None, output="w5.thapnien"):
    return product(["check", "--data", folder, "--lang", "en"], output, threads)


def peer(name, workload, table, variant="plain"):
    output = settings.WORK / f"{workload}.{PEERS[name]}"
    script = settings.HOME / "Peers" / f"{PEERS[name]}_peer.py"
    return Program(name, [settings.PYTHON, script, workload, table, output, variant])


def peers(workload, table, variant="plain"):
    return [peer(name, workload, table, variant) for name in PEERS]


def workbooks(rows):
    target = settings.WORK / "w3.xlsx"
    return [
        Program("thapnien", [settings.BUILT / "WorkbookBench", target, rows]),
        Program("C, libxlsxwriter", [settings.WORK / "plain_workbook", target, rows]),
    ]


def report():
    return product(["report", "decade", "--data", settings.PROVINCE, "-o", settings.WORK / "decade"])


def trend(cache=False):
    return product(
        ["trend", "members", "--data", settings.PROVINCE], "w6.thapnien", cache=cache,
        name="thapnien, from its cache" if cache else "thapnien")


def stage(name, table, threads):
    return Program(f"{name}, {threads}", [settings.BUILT / "StageBench", name, table, threads])
