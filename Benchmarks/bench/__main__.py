"""Measures every workload, prints the tables and writes RESULTS.md."""
import shutil
import subprocess
import time

from . import agreement, data, machine, programs, results, settings
from .measuring import instructions, take_turns

goals = results.Goals()
document = []


def say(*lines):
    document.extend(lines)
    print("\n".join(lines), flush=True)


def section(title, words):
    say("", f"## {title}", "", words, "")


def size(path):
    return f"{path.stat().st_size / 1e6:,.0f} MB"


def counted(program):
    """Instructions of the product on few rows; it runs on one thread, so that they do not drift."""
    return {"thapnien": instructions(stripped(program))} if settings.VALGRIND else {}


def few(kind):
    return data.package(kind, settings.COUNTED_ROWS or 1)


def stripped(program):
    """A copy that valgrind reads faster."""
    source = program.command[0]
    target = settings.WORK / f"{source.name}.stripped"
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(["strip", "-g", "-o", target, source], check=True)
    return [target, *program.command[1:]]


def large(workload, title, words, rows, ratio, peak):
    kind = programs.QUESTIONS[workload][0]
    folder = data.package(kind, rows)
    file = folder / f"{kind}.csv"
    mine = programs.question(workload, folder)
    section(title, words.format(size=size(file), rows=f"{rows:,}"))
    for name, outcome in agreement.compare(workload, folder):
        say(f"Against {name}: {outcome}.")
    say("")
    several = programs.knows("table", "--threads")
    lanes = [mine] + ([programs.question(workload, folder, 1, name="thapnien, 1 thread")] if several else [])
    others = programs.peers(workload, file)
    take_turns(lanes + others, settings.TURNS)
    say(*results.compared(lanes + others, counted(programs.question(workload, few(kind), 1))))
    best = min(other.median("wall") for other in others)
    label = workload.upper()
    goals.at_least(f"{label} beside the better peer", best / mine.median("wall"), ratio, "×")
    goals.at_most(f"{label} peak", max(run.peak for run in mine.runs), peak, "MiB")
    if several and settings.CORES > 1:
        goals.at_least(f"{label}, two threads beside one", lanes[1].median("wall") / mine.median("wall"), 1.7, "×")
    return folder


def peaks(folder):
    """Memory must not depend on the file's length."""
    section("W1, peak memory by rows", "One run each.")
    found = []
    for rows, package in (
        (settings.ROWS // 10, data.package("activities", max(1, settings.ROWS // 10))), (settings.ROWS, folder),
        (settings.ROWS * settings.LARGER, data.repeated(folder, settings.LARGER)),
    ):
        run = programs.question("w1", package).run()
        if run.code != 0:
            raise SystemExit(run.errors)
        found.append((rows, run))
    say(*results.table(
        ["rows", "wall s", "peak MiB"],
        [[f"{rows:,}", results.seconds(run.wall), f"{run.peak:.1f}"] for rows, run in found]))
    shutil.rmtree(settings.WORK / f"{folder.name}-x{settings.LARGER}")
    least, most = min(run.peak for _, run in found), max(run.peak for _, run in found)
    goals.at_most("W1, largest peak beside the smallest", most / least, 1.1, "×")


def workbook():
    section("W3: a workbook", f"{settings.BOOK_ROWS:,} × 12 cells, `.xlsx`, constant memory on both sides.")
    pair = programs.workbooks(settings.BOOK_ROWS)
    take_turns(pair, settings.TURNS)
    tenth = programs.workbooks(max(1, settings.BOOK_ROWS // 10))
    counts = {program.name: instructions(stripped(program)) for program in tenth} if settings.VALGRIND else {}
    say(*results.compared(pair, counts))
    goals.at_most("W3 beside plain C, CPU", pair[0].median("cpu") / pair[1].median("cpu"), 1.03, "×")


def province():
    section("W4: the decade report of a province", "Workbook, briefing, ledger and tables, from CSV; `datasets/kien-giang`.")
    report = programs.report()
    take_turns([report], 2 * settings.TURNS)
    say(*results.compared([report], counted(report)))
    goals.at_most("W4", report.median("wall"), 0.3, "s")

    section("W6: a trend", "`thapnien trend members` on the province's package, from process start.")
    trends = [programs.trend()] + ([programs.trend(cache=True)] if programs.knows("trend", "--no-cache") else [])
    take_turns(trends, 4 * settings.TURNS)
    say(*results.compared(trends, counted(trends[0])))
    goals.at_most("W6", 1000 * trends[0].median("wall"), 20, "ms")


def check(folder):
    file = folder / "activities.csv"
    section(
        "W5: check", "The activities again with every column typed, all of them converted. The product checks the "
        "references to the lists and looks for personal data besides, which the others do not.")
    mine = programs.check(folder)
    several = programs.knows("check", "--threads")
    single = programs.check(folder, 1)
    single.name = "thapnien, 1 thread"
    lanes = [mine] + ([single] if several else [])
    others = programs.peers("w5", file)
    take_turns(lanes + others, settings.TURNS)
    for other in others:
        found = int((settings.WORK / f"w5.{programs.PEERS[other.name]}").read_text())
        if found != settings.ROWS:
            raise SystemExit(f"w5: {other.name} counts {found} rows")
    say(*results.compared(lanes + others, counted(programs.check(few("activities"), 1))))
    goals.at_least("W5 beside DuckDB", others[0].median("wall") / mine.median("wall"), 2, "×")


def stages(folder):
    file = folder / "activities.csv"
    section(
        "Stages of the scanner", "On the activities, each with one thread and with two, in a process of its own: the "
        "structure alone, with the four columns of W1, with codes for its keys, with its days and numbers; and every "
        "field lent as a text.")
    rows = []
    for name in ["index", "columns", "keys", "values", "fields"]:
        pair = [programs.stage(name, file, threads) for threads in (1, 2)]
        take_turns(pair, min(3, settings.TURNS))
        one, two = (program.median("wall") for program in pair)
        count = instructions(stripped(programs.stage(name, few("activities") / "activities.csv", 1)))
        rows.append([
            name, results.seconds(one), results.seconds(two), f"{one / two:.2f} ×",
            f"{file.stat().st_size / one / 1e9:.2f}", f"{count:,.0f} M" if count else ""])
    say(*results.table(
        ["", "1 thread s", "2 threads s", "gain", "GB/s of one", "instructions"], rows))


def main():
    start = time.monotonic()
    settings.WORK.mkdir(exist_ok=True)
    say(
        "# How fast it is", "",
        f"Written by `make bench`: {settings.TURNS} turns, all programs of a table by turns, whole processes from start to end, "
        "files in the page cache. `beside the first` is how many times as long a program takes as the first one. Instructions "
        f"are counted by callgrind on {settings.COUNTED_ROWS:,} rows (W3 on a tenth of its own) with one thread.", "",
        *[f"- {line}" for line in machine.lines()])

    folder = large(
        "w1", "W1: sums by year, district and kind", "{rows} activities, {size}: the sum of values and the number of rows.",
        settings.ROWS, 5, 64)
    if settings.LARGER:
        peaks(folder)
    large(
        "w2", "W2: distinct persons", "{rows} memberships, {size}: memberships and distinct persons by organisation and "
        "district, and how many of these persons belong to one, to two, and to more organisations.",
        settings.MEMBERS, 8, 256)
    workbook()
    province()
    check(folder)
    stages(folder)

    section(
        "Corners", f"The question of W1 on {settings.VARIANT_ROWS:,} rows written down in other ways: the answers with "
        f"{', '.join(map(str, agreement.threads('w1')))} threads are the same bytes, and the same as the peers'. "
        f"`huge` is one quoted field of {settings.HUGE:,} bytes, each line of which looks like a row; `ragged` has a row with a field "
        "too many and one with a field too few, which must be refused.")
    outcomes = {}
    for variant, name, outcome in agreement.all_variants():
        outcomes.setdefault(variant, {})[name] = outcome
    say(*results.table(
        ["variant", *programs.PEERS], [[variant, *found.values()] for variant, found in outcomes.items()]))

    section("Goals", "The ratios hold; seconds drift with the machine.")
    say(*goals.table())
    settings.RESULTS.write_text("\n".join(document) + "\n")
    print(f"\n{settings.RESULTS} written; {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
