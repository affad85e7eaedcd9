#!/usr/bin/env python3
"""Lets LibreOffice recalculate a workbook and compares every formula cell with the value cached in the file.

    recalculate.py WORKBOOK.xlsx            exit 0 when all agree, 1 when one differs or there is no formula
    recalculate.py --prove WORKBOOK.xlsx…   the same for several in one run, and of each a copy with a planted wrong value,
                                            which has to be found, and a copy with one number changed, in which every
                                            total, rate and change has to follow
    recalculate.py --plant WORKBOOK.xlsx    alters one cached value in a copy first; exit 1 when exactly that one is
                                            found, 2 when the check is blind to it
    recalculate.py --save COPY.xlsx [--edit 'SHEET!CELL=NUMBER'] WORKBOOK.xlsx
                                            saves the workbook as LibreOffice writes it, after one number was changed

Needs LibreOffice Calc and nothing beyond Python's standard library. The profile is private, and told to recalculate
workbooks on loading: by default LibreOffice trusts the cached values of workbooks that it did not write.
"""

import argparse
import collections
import decimal
import fractions
import math
import os
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TOLERANCE = 1e-12

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def sheets(archive):
    """The name and the part of each sheet, in order."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {item.get("Id"): item.get("Target") for item in relations}
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    for sheet in workbook.iter(MAIN + "sheet"):
        target = targets[sheet.get(RELATION)]
        part = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        yield sheet.get("name"), part


def decimals_by_style(archive):
    """How many decimals the number format of each cell style shows; None for general."""
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    codes = {int(item.get("numFmtId")): item.get("formatCode") for item in styles.iter(MAIN + "numFmt")}
    formats = styles.find(MAIN + "cellXfs")
    found = []
    for style in formats if formats is not None else []:
        code = codes.get(int(style.get("numFmtId", "0")))
        section = re.sub(r'"[^"]*"|\[[^\]]*\]|_.', "", (code or "").split(";")[0])
        digits = re.search(r"0(?:\.(0+))?", section)
        found.append(len(digits.group(1) or "") if digits else None)
    return found


def cells(path):
    """{(sheet, reference): (formula or None, value text or None, type, decimals)}"""
    found = {}
    with zipfile.ZipFile(path) as archive:
        decimals = decimals_by_style(archive)
        for name, part in sheets(archive):
            for cell in ElementTree.fromstring(archive.read(part)).iter(MAIN + "c"):
                formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
                style = int(cell.get("s", "0"))
                found[name, cell.get("r")] = (
                    None if formula is None else formula.text,
                    None if value is None else value.text,
                    cell.get("t", "n"),
                    decimals[style] if style < len(decimals) else None,
                )
    return found


def formulas(path):
    return {key: cell for key, cell in cells(path).items() if cell[0] is not None}


def recalculated(path, folder):
    """The copy that LibreOffice writes after it has recalculated everything."""
    return recalculated_all([path], folder)[0]


def recalculated_all(paths, folder):
    """The same for several workbooks, which must have different names, in one run of the program."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        sys.exit("recalculate: LibreOffice is missing (package libreoffice-calc)")
    profile = os.path.join(folder, "profile")
    os.makedirs(os.path.join(profile, "user"))
    with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w", encoding="utf-8") as settings:
        settings.write(PROFILE)
    out = os.path.join(folder, "out")
    command = [
        program, "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--convert-to", "xlsx",
        "--outdir", out, *paths,
    ]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600, check=False)
    results = [os.path.join(out, os.path.basename(path)) for path in paths]
    if not all(os.path.exists(result) for result in results):
        sys.exit("recalculate: LibreOffice wrote nothing:\n" + done.stdout.decode("utf-8", "replace"))
    return results


def rounded(number, decimals):
    """Half away from zero, as the cell shows it; the shortest digits of the number are what is rounded."""
    unit = decimal.Decimal(1).scaleb(-decimals)
    return decimal.Decimal(repr(number)).quantize(unit, rounding=decimal.ROUND_HALF_UP)


def difference(cached, now):
    """Why two values of a cell differ, or None."""
    if now is None:
        return "the cell is gone"
    _, before, kind, decimals = cached
    _, after, kind_now, _ = now
    if kind_now == "e":
        return f"recalculated to {after}"
    if kind in ("str", "b") or kind_now in ("str", "s", "b"):
        return None if before == after else f"{before!r} became {after!r}"
    try:
        first, second = float(before), float(after)
    except (TypeError, ValueError):
        return f"{before!r} became {after!r}"
    if not math.isclose(first, second, rel_tol=TOLERANCE, abs_tol=TOLERANCE):
        return f"{before} became {after}"
    if decimals is not None and rounded(first, decimals) != rounded(second, decimals):
        return f"{before} became {after}, which is printed differently"
    return None


def alter(path, copy, name, pattern, replacement):
    """Copies a workbook with one place in the XML of a sheet changed; whether there was exactly one."""
    total = 0
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as target:
        part = dict(sheets(source)).get(name)
        for item in source.infolist():
            data = source.read(item)
            if item.filename == part:
                text, total = re.subn(pattern, replacement, data.decode("utf-8"))
                data = text.encode("utf-8")
            target.writestr(item, data)
    return total == 1


def plant(path, copy):
    """Copies a workbook with one cached value changed, the one in the middle; returns its cell."""
    candidates = [key for key, cell in formulas(path).items() if cell[2] == "n" and cell[1] is not None]
    if not candidates:
        sys.exit("recalculate: there is no formula cell")
    name, reference = candidates[len(candidates) // 2]
    pattern = r'(<c r="%s"[^>]*>\s*<f[^>]*>[^<]*</f>\s*<v>)([^<]*)(</v>)' % reference
    if not alter(path, copy, name, pattern, lambda found: found[1] + repr(float(found[2]) + 1) + found[3]):
        sys.exit(f"recalculate: cannot alter {name}!{reference}")
    return name, reference


def edit(path, copy, text):
    """Copies a workbook with another number in a cell that has no formula: `SHEET!CELL=NUMBER`."""
    place, _, number = text.rpartition("=")
    name, _, reference = place.rpartition("!")
    pattern = r'(<c r="%s"[^>]*><v>)[^<]*(</v>)' % re.escape(reference)
    if not alter(path, copy, name, pattern, lambda found: found[1] + number + found[2]):
        sys.exit(f"recalculate: {place} is no cell with a number of its own")


class Sheets:
    """A workbook's numbers and formulas, which it evaluates by itself, in fractions: a second opinion."""

    TOKEN = re.compile(
        r"(?P<table>[A-Za-z_]\w*)\[(?P<column>(?:\[(?:'.|[^'\]])*\]|(?:'.|[^'\]])*))\]"
        r"|(?:'(?P<sheet>(?:''|[^'])+)'!)?\$?(?P<first>[A-Z]{1,3}\$?\d+)(?::\$?(?P<last>[A-Z]{1,3}\$?\d+))?(?![\w(])"
        r"|(?P<function>SUM|ROUND)\(|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*/(),])")

    def __init__(self, path):
        self.cells = cells(path)
        self.tables = {}
        self.known = {}
        with zipfile.ZipFile(path) as archive:
            for name, part in sheets(archive):
                relations = posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")
                if relations not in archive.namelist():
                    continue
                for item in ElementTree.fromstring(archive.read(relations)):
                    if not item.get("Type").endswith("/table"):
                        continue
                    target = posixpath.normpath(posixpath.join(posixpath.dirname(part), item.get("Target")))
                    table = ElementTree.fromstring(archive.read(target))
                    columns = [column.get("name") for column in table.iter(MAIN + "tableColumn")]
                    self.tables[table.get("name")] = (name, table.get("ref"), columns)

    @staticmethod
    def place(reference):
        found = re.fullmatch(r"([A-Z]+)(\d+)", reference.replace("$", ""))
        column = 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - 64
        return column, int(found[2])

    @staticmethod
    def name(column, row):
        letters = ""
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{row}"

    def area(self, sheet, first, last):
        (left, top), (right, bottom) = self.place(first), self.place(last)
        return [(sheet, self.name(c, r)) for r in range(top, bottom + 1) for c in range(left, right + 1)]

    def body(self, table, column):
        sheet, reference, columns = self.tables[table]
        plain = column[1:-1] if column.startswith("[") else column
        index = columns.index(re.sub(r"'(.)", r"\1", plain))
        first, last = reference.split(":")
        (left, top), (_, bottom) = self.place(first), self.place(last)
        cell = left + index
        return self.area(sheet, self.name(cell, top + 1), self.name(cell, bottom))

    def tokens(self, sheet, formula):
        position = 0
        while position < len(formula):
            found = self.TOKEN.match(formula, position)
            if not found:
                raise ValueError(f"cannot read {formula!r} at {position}")
            position = found.end()
            if found["table"]:
                yield "area", self.body(found["table"], found["column"])
            elif found["first"]:
                where = (found["sheet"] or sheet).replace("''", "'")
                first = found["first"].replace("$", "")
                yield "area", self.area(where, first, (found["last"] or first).replace("$", ""))
            elif found["function"]:
                yield "function", found["function"]
            elif found["number"]:
                yield "number", fractions.Fraction(found["number"])
            else:
                yield "sign", found["sign"]

    def reads(self, key):
        return [cell for kind, area in self.tokens(key[0], self.cells[key][0]) if kind == "area" for cell in area]

    def value(self, key):
        """A fraction; None for an empty cell and for text, which sums leave out."""
        if key not in self.known:
            cell = self.cells.get(key)
            if cell is None or cell[2] in ("s", "str", "inlineStr") or cell[1] is None:
                self.known[key] = None
            elif cell[0] is None:
                self.known[key] = fractions.Fraction(cell[1])
            else:
                self.known[key] = self.evaluate(key)
        return self.known[key]

    def evaluate(self, key):
        tokens = collections.deque(self.tokens(key[0], self.cells[key][0]))

        def take(sign):
            if tokens and tokens[0] == ("sign", sign):
                tokens.popleft()
                return True
            return False

        def arguments():
            found = []
            while not take(")"):
                if tokens[0][0] == "area" and len(tokens[0][1]) > 1:
                    found.append(tokens.popleft()[1])
                else:
                    found.append(added())
                take(",")
            return found

        def single():
            if take("-"):
                return -single()
            if take("("):
                inner = added()
                take(")")
                return inner
            kind, what = tokens.popleft()
            if kind == "number":
                return what
            if kind == "area":
                return self.value(what[0]) or fractions.Fraction(0)
            found = arguments()
            if what == "SUM":
                return sum(
                    (number or 0 for part in found
                     for number in (map(self.value, part) if isinstance(part, list) else [part])), fractions.Fraction(0))
            unit = fractions.Fraction(10) ** int(found[1])
            scaled = abs(found[0]) * unit + fractions.Fraction(1, 2)
            return (scaled.numerator // scaled.denominator) / unit * (1 if found[0] >= 0 else -1)

        def multiplied():
            result = single()
            while tokens and tokens[0][1] in ("*", "/"):
                sign = tokens.popleft()[1]
                result = result * single() if sign == "*" else result / single()
            return result

        def added():
            result = multiplied()
            while tokens and tokens[0][1] in ("+", "-"):
                sign = tokens.popleft()[1]
                result = result + multiplied() if sign == "+" else result - multiplied()
            return result

        result = added()
        if tokens:
            raise ValueError(f"{key}: more than a formula")
        return result

    def busiest(self):
        """The number without a formula that the most formulas follow from, directly or not."""
        readers = collections.defaultdict(set)
        for key, cell in self.cells.items():
            if cell[0] is not None:
                for read in self.reads(key):
                    readers[read].add(key)
        best, most = None, 0
        for key, cell in self.cells.items():
            if cell[0] is not None or cell[2] != "n" or cell[1] is None or key not in readers:
                continue
            seen, waiting = set(), [key]
            while waiting:
                for reader in readers.get(waiting.pop(), ()):
                    if reader not in seen:
                        seen.add(reader)
                        waiting.append(reader)
            if len(seen) > most:
                best, most = key, len(seen)
        return best, most


def disagreements(expected, now):
    """Formula cells of which LibreOffice says something else than fractions do."""
    found = {}
    for key, cell in expected.cells.items():
        if cell[0] is None:
            continue
        reason = difference((cell[0], repr(float(expected.value(key))), "n", cell[3]), now.get(key))
        if reason is not None:
            found[key] = f"{reason} in LibreOffice"
    return found


def prove(paths):
    with tempfile.TemporaryDirectory() as folder:
        copies, plants, edits = [], [], []
        for index, path in enumerate(paths):
            names = [os.path.join(folder, f"{kind}-{index}.xlsx") for kind in ("clean", "planted", "edited")]
            shutil.copyfile(path, names[0])
            plants.append(plant(path, names[1]))
            (sheet, reference), followers = Sheets(path).busiest()
            number = float(cells(path)[sheet, reference][1])
            edit(path, names[2], f"{sheet}!{reference}={number * 2 + 7!r}")
            edits.append((f"{sheet}!{reference}", followers))
            copies += names
        results = [cells(result) for result in recalculated_all(copies, folder)]
        failures = 0
        for index, path in enumerate(paths):
            clean, planted, edited = results[index * 3: index * 3 + 3]
            cached = formulas(path)
            found = {key: reason for key in cached if (reason := difference(cached[key], clean.get(key)))}
            found |= disagreements(Sheets(path), clean)
            marked = formulas(copies[index * 3 + 1])
            caught = [key for key in marked if difference(marked[key], planted.get(key))]
            place, followers = edits[index]
            after = disagreements(Sheets(copies[index * 3 + 2]), edited)
            moved = sum(1 for key in cached if difference(cached[key], edited.get(key)))
            for (name, reference), reason in (found | after).items():
                print(f"{path}: {name}!{reference}: {reason}")
            if caught != [plants[index]]:
                print(f"{path}: planted in {plants[index]}, found in {caught}")
            # Rounding may keep a cell as it was; most have to move.
            good = cached and not found and not after and caught == [plants[index]] and moved * 2 > followers > 2
            failures += 0 if good else 1
            print(
                f"{path}: {len(cached)} formula cells, {len(found)} differ; planted value found: "
                f"{caught == [plants[index]]}; {place} changed, {moved} of {followers} cells that follow from it moved, "
                f"{len(after)} wrongly")
        return 1 if failures else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workbook", nargs="+")
    parser.add_argument("--prove", action="store_true", help="several workbooks, with planted and changed values")
    parser.add_argument("--plant", action="store_true", help="alter one cached value first, and find it")
    parser.add_argument("--save", metavar="COPY", help="save what LibreOffice writes, and compare nothing")
    parser.add_argument("--edit", metavar="SHEET!CELL=NUMBER", help="with --save: change one number first")
    options = parser.parse_args()
    if options.prove:
        return prove(options.workbook)
    if len(options.workbook) != 1:
        parser.error("several workbooks need --prove")
    workbook = options.workbook[0]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "workbook.xlsx")
        if options.save:
            if options.edit:
                edit(workbook, path, options.edit)
            else:
                shutil.copyfile(workbook, path)
            shutil.copyfile(recalculated(path, folder), options.save)
            return 0
        planted = plant(workbook, path) if options.plant else None
        if planted is None:
            shutil.copyfile(workbook, path)
        cached = formulas(path)
        now = cells(recalculated(path, folder))
    found = {}
    for key, cell in cached.items():
        reason = difference(cell, now.get(key))
        if reason is not None:
            found[key] = reason
    for (name, reference), reason in found.items():
        print(f"{name}!{reference}: {reason}    ={cached[name, reference][0]}")
    print(f"{len(cached)} formula cells, {len(found)} differ")
    if planted is not None:
        print(f"planted in {planted[0]}!{planted[1]}")
        return 1 if list(found) == [planted] else 2
    return 1 if found or not cached else 0


if __name__ == "__main__":
    sys.exit(main())
