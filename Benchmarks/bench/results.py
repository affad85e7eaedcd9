"""The tables, on the terminal and in RESULTS.md."""


def table(headings, rows):
    lines = ["| " + " | ".join(headings) + " |", "| --- |" + " ---: |" * (len(headings) - 1)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def seconds(value):
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"


def compared(programs, counted=None):
    """Medians of each program beside the first one's."""
    own = programs[0].median("wall")
    rows = []
    for index, program in enumerate(programs):
        wall, query = program.median("wall"), program.median("query")
        rows.append([
            program.name, seconds(wall), seconds(min(run.wall for run in program.runs)), seconds(program.median("cpu")),
            f"{max(run.peak for run in program.runs):.0f}", "" if index == 0 else f"{wall / own:.1f} ×",
            "" if query == wall else f"{seconds(query)} ({query / own:.1f} ×)",
            f"{counted[program.name]:,.0f} M" if counted and counted.get(program.name) else ""])
    headings = ["", "median s", "best s", "CPU s", "peak MiB", "beside the first", "without start-up s"]
    if counted and any(counted.values()):
        headings.append("instructions")
    return table(headings, [row[:len(headings)] for row in rows])


class Goals:
    """What was to be reached, and what came of it."""

    def __init__(self):
        self.rows = []

    def at_most(self, what, value, limit, unit):
        self.add(what, f"{value:.3g} {unit}", f"≤ {limit:g} {unit}", value <= limit)

    def at_least(self, what, value, limit, unit):
        self.add(what, f"{value:.3g} {unit}", f"≥ {limit:g} {unit}", value >= limit)

    def add(self, what, value, limit, reached):
        self.rows.append([what, value, limit, "yes" if reached else "**no**"])

    def table(self):
        return table(["goal", "measured", "wanted", "reached"], self.rows)
