"""Do all engines say the same, byte for byte, and with any number of threads?"""
from . import data, programs, settings


class Disagreement(SystemExit):
    pass


def rows(path, has_header):
    """The rows that have a value, sorted: engines may order groups as they like, and none but the product names empty
    ones."""
    lines = path.read_bytes().splitlines(keepends=True)[1 if has_header else 0:]
    # No text of the keys holds a comma but in quotes; the last four fields do not.
    return sorted(line for line in lines if line.rsplit(b",", 4)[1])


def answer(program):
    run = program.run()
    if run.code != 0:
        raise Disagreement(f"{program.name}: exit code {run.code}: {run.errors[-1000:]}")
    return run


def threads(workload):
    command = programs.QUESTIONS[workload][1][0] if workload in programs.QUESTIONS else "check"
    return settings.RANGES if programs.knows(command, "--threads") else [None]


def compare(workload, folder, variant="plain", names=tuple(programs.PEERS)):
    """The product with every number of threads against the peers; returns what was compared."""
    table = folder / f"{programs.QUESTIONS[workload][0]}.csv"
    first = None
    for count in threads(workload):
        mine = programs.question(workload, folder, count)
        answer(mine)
        content = mine.output.read_bytes()
        if first is not None and content != first:
            raise Disagreement(f"{workload}, {variant}: {count} threads do not say what one says")
        first = content
    expected = rows(mine.output, has_header=True)
    if not expected:
        raise Disagreement(f"{workload}, {variant}: no rows")
    for name in names:
        other = programs.peer(name, workload, table, variant)
        run = other.run()
        if run.code != 0:
            # What a peer refuses is told, not hidden.
            yield name, f"refuses: {run.errors.strip().splitlines()[-1][:160]}"
        elif rows(settings.WORK / f"{workload}.{programs.PEERS[name]}", has_header=False) != expected:
            raise Disagreement(f"{workload}, {variant}: thapnien and {name} differ, see {settings.WORK}")
        else:
            yield name, "same bytes"


def refuse(folder):
    """Rows that differ in length must be refused, for the same reason with any number of threads."""
    reasons = set()
    for count in threads("w1"):
        run = programs.question("w1", folder, count).run()
        if run.code != 65:
            raise Disagreement(f"ragged: exit code {run.code} with {count} threads, not 65\n{run.errors[-1000:]}")
        reasons.add(run.errors)
    for count in threads("w5"):
        found = programs.check(folder, count)
        run = found.run()
        if run.code != 1:
            raise Disagreement(f"ragged: check ends with exit code {run.code} with {count} threads, not 1")
        reasons.add(found.output.read_text())
    if len(reasons) != 2:
        raise Disagreement("ragged: findings depend on the number of threads")
    for name in programs.PEERS:
        code = programs.peer(name, "w1", folder / "activities.csv", "ragged").run().code
        yield name, "refuses as well" if code != 0 else "takes it"


def all_variants():
    """Variant, peer, what came of it."""
    for variant in data.VARIANTS:
        folder = data.package("activities", settings.VARIANT_ROWS, variant)
        print(f"comparing {variant}", flush=True)
        for name, outcome in compare("w1", folder, variant):
            yield variant, name, outcome
        run = programs.check(folder).run()
        if run.code != 0:
            raise Disagreement(f"{variant}: check ends with exit code {run.code}\n{run.errors}")
    folder = data.package("activities", settings.VARIANT_ROWS, "ragged")
    print("comparing ragged", flush=True)
    for name, outcome in refuse(folder):
        yield "ragged", name, outcome
