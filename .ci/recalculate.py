#!/usr/bin/env python3
"""Lets LibreOffice recalculate a workbook and compares every formula cell with the value cached in the file.

    recalculate.py WORKBOOK.xlsx            exit 0 when all agree, 1 when one differs or there is no formula
    recalculate.py --plant WORKBOOK.xlsx    alters one cached value in a copy first; exit 1 when exactly that one is
                                            found, 2 when the check is blind to it
    recalculate.py --save COPY.xlsx [--edit 'SHEET!CELL=NUMBER'] WORKBOOK.xlsx
                                            saves the workbook as LibreOffice writes it, after one number was changed

Needs LibreOffice Calc and nothing beyond Python's standard library. The profile is private, and told to recalculate
workbooks on loading: by default LibreOffice trusts the cached values of workbooks that it did not write.
"""

import argparse
import decimal
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
TOLERANCE = 1e-9

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
        "--outdir", out, path,
    ]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300, check=False)
    result = os.path.join(out, os.path.basename(path))
    if not os.path.exists(result):
        sys.exit("recalculate: LibreOffice wrote nothing:\n" + done.stdout.decode("utf-8", "replace"))
    return result


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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workbook")
    parser.add_argument("--plant", action="store_true", help="alter one cached value first, and find it")
    parser.add_argument("--save", metavar="COPY", help="save what LibreOffice writes, and compare nothing")
    parser.add_argument("--edit", metavar="SHEET!CELL=NUMBER", help="with --save: change one number first")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "workbook.xlsx")
        if options.save:
            if options.edit:
                edit(options.workbook, path, options.edit)
            else:
                shutil.copyfile(options.workbook, path)
            shutil.copyfile(recalculated(path, folder), options.save)
            return 0
        planted = plant(options.workbook, path) if options.plant else None
        if planted is None:
            shutil.copyfile(options.workbook, path)
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
