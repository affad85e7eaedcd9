"""Packages with generated tables. What is there already is not written again."""
import json
import os
import pathlib
import shutil
import subprocess

from . import settings

LISTS = {"activities": ["units", "kinds"], "members": ["units", "organisations"]}
VARIANTS = ["quoted", "crlf", "doubled", "breaks", "huge", "semicolons"]


def generate(target, *arguments):
    partial = target.with_suffix(".part")
    environment = os.environ | {"HUGE_BYTES": str(settings.HUGE)}
    with open(partial, "wb") as file:
        subprocess.run(
            [settings.WORK / "generate", *map(str, arguments)], stdout=file, check=True, env=environment)
    partial.rename(target)


def package(kind, rows, variant="plain"):
    """The folder of a package; its large table is `KIND.csv`."""
    size = f"-{settings.HUGE}" if variant == "huge" else ""
    folder = settings.WORK / f"{kind}-{rows}-{variant}{size}"
    folder.mkdir(parents=True, exist_ok=True)
    for file in (settings.HOME / "Data" / kind).iterdir():
        shutil.copy(file, folder)
    if variant == "semicolons":
        tell_dialect(folder / "datapackage.json")
    for name in LISTS[kind]:
        generate(folder / f"{name}.csv", name)
    table = folder / f"{kind}.csv"
    if not table.exists():
        print(f"writing {table.relative_to(settings.WORK)}", flush=True)
        generate(table, kind, rows, variant) if kind == "activities" else generate(table, kind, rows)
    return folder


def tell_dialect(descriptor):
    content = json.loads(descriptor.read_text())
    resource = content["resources"][0]
    resource["dialect"] = {"delimiter": ";"}
    for field in resource["schema"]["fields"]:
        if field["type"] == "number":
            field["decimalChar"] = ","
    descriptor.write_text(json.dumps(content, ensure_ascii=False))


def repeated(folder, times):
    """The activities several times over, the header once."""
    target = folder.with_name(f"{folder.name}-x{times}")
    target.mkdir(exist_ok=True)
    for file in folder.iterdir():
        if file.name != "activities.csv" and file.is_file():
            shutil.copy(file, target)
    table = target / "activities.csv"
    if not table.exists():
        print(f"writing {table.relative_to(settings.WORK)}", flush=True)
        partial = pathlib.Path(f"{table}.part")
        with open(partial, "wb") as to:
            for turn in range(times):
                with open(folder / "activities.csv", "rb") as source:
                    if turn > 0:
                        source.readline()
                    shutil.copyfileobj(source, to, 16 << 20)
        partial.rename(table)
    return target
