#!/usr/bin/env python3
"""Reads every export with the readers that analysts use, and compares each number with what the program answers.

pandas reads the tidy CSV, R's readr the same file, pysdmx the SDMX-CSV with its structure, Python's SQLite the database's
views, and LibreOffice the CSV for Excel in Vietnamese. The numbers to compare with come from `table --format jsonl`, as decimals and not as binary fractions.

    read-exports.py THAPNIEN PACKAGE   (needs pandas, pysdmx[json,data], openpyxl, Rscript with readr, soffice)
"""

import csv
import json
import sqlite3
import subprocess
import sys
import tempfile
from decimal import Decimal

import openpyxl
import pandas
from pysdmx.io import read_sdmx

thapnien, package = sys.argv[1:3]
failures = []


def run(*command, **options):
    return subprocess.run(command, check=True, text=True, encoding="utf-8", stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, **options).stdout


def answers(indicators, dimension):
    """What the program answers: {(indicator, unit, organisation, period): number as text}."""
    found = {}
    lines = run(thapnien, "table", *indicators, "--by", f"{dimension},period", "--data", package, "--format", "jsonl")
    for line in lines.splitlines():
        row = json.loads(line, parse_int=str, parse_float=str)
        if row["value"] is not None:
            found[row["indicator"], row.get("unit", ""), row.get("organisation", ""), row["period"]] = row["value"]
    return found


def compare(reader, numbers, expected, number=Decimal):
    missing = [key for key in expected if key not in numbers]
    wrong = [key for key in expected if key in numbers and number(expected[key]) != numbers[key]]
    for key in missing[:3]:
        failures.append(f"{reader}: {key} is missing")
    for key in wrong[:3]:
        failures.append(f"{reader}: {key} is {numbers[key]}, not {expected[key]}")
    print(f"{reader}: {len(expected) - len(missing) - len(wrong)} of {len(expected)} numbers are the program's")


def by_pandas(folder):
    frame = pandas.read_csv(f"{folder}/observations.csv", dtype={"unit": str, "organisation": str, "period": str},
                            keep_default_na=False, na_values={"value": [""]})
    return {(row.indicator, row.unit, row.organisation, row.period): row.value
            for row in frame.itertuples() if not pandas.isna(row.value)}


def by_readr(folder, scratch):
    program = """
      arguments <- commandArgs(trailingOnly = TRUE)
      rows <- readr::read_csv(arguments[1], col_types = readr::cols(
        unit = "c", organisation = "c", period = "c", start = "D", end = "D", cut_off = "D", value = "d",
        numerator = "d", denominator = "d", illustrative = "l", .default = readr::col_guess()), na = "")
      if (nrow(readr::problems(rows)) > 0) stop("readr has problems with the file")
      if (any(is.na(rows$start)) || any(is.na(rows$illustrative))) stop("a date or a flag was not read")
      rows <- rows[!is.na(rows$value), ]
      rows$value <- sprintf("%.17g", rows$value)
      readr::write_csv(rows[, c("indicator", "unit", "organisation", "period", "value")], arguments[2], na = "")
    """
    copy = f"{scratch}/readr.csv"
    run("Rscript", "--vanilla", "-e", program, f"{folder}/observations.csv", copy)
    with open(copy, encoding="utf-8", newline="") as lines:
        return {(row["indicator"], row["unit"], row["organisation"], row["period"]): float(row["value"])
                for row in csv.DictReader(lines)}


def by_pysdmx(folder, units):
    structures = read_sdmx(f"{folder}/structure.json", validate=True).structures
    definition = next(item for item in structures if type(item).__name__ == "DataStructureDefinition")
    dataset = read_sdmx(f"{folder}/data.csv").data[0]
    if dataset.short_urn != definition.short_urn:
        failures.append(f"pysdmx: the data are of {dataset.short_urn}, the structure is {definition.short_urn}")
    components = {component.id: component for component in definition.components}
    for column in dataset.data.columns:
        if column not in components:
            failures.append(f"pysdmx: {column} is not in the structure")
            continue
        codes = components[column].local_codes
        if codes:
            unknown = set(dataset.data[column].dropna()) - {""} - {code.id for code in codes}
            if unknown:
                failures.append(f"pysdmx: {column} has codes that the structure does not know: {sorted(unknown)[:3]}")
    numbers, multipliers = {}, {}
    for row in dataset.data.itertuples():
        if not pandas.isna(row.OBS_VALUE) and row.OBS_VALUE not in ("", "NaN"):
            organisation = "" if row.ORGANISATION == "_T" else row.ORGANISATION
            numbers[row.INDICATOR, row.REF_AREA, organisation, row.TIME_PERIOD] = Decimal(row.OBS_VALUE)
            multipliers.setdefault(row.INDICATOR, set()).add((row.UNIT_MEASURE, row.UNIT_MULT))
    for indicator, found in multipliers.items():
        millions = units[indicator] == "million đồng"
        if found != {("VND", "6")} if millions else any(multiplier != "0" for _, multiplier in found):
            failures.append(f"pysdmx: {indicator} is in {units[indicator]}, and here in {sorted(found)}")
    return numbers


def by_sqlite(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    numbers = {}
    for indicator, view in database.execute("SELECT code, view FROM indicators").fetchall():
        rows = database.execute(f'SELECT unit, organisation, period, value, value_text FROM "{view}" WHERE value NOT NULL')
        for unit, organisation, period, value, text in rows:
            if value != float(text):
                failures.append(f"SQLite: {indicator} of {unit}, {period}: {value} is not {text}")
            numbers[indicator, unit, organisation or "", period] = Decimal(text)
    return numbers


def by_libreoffice(indicators, scratch):
    with open(f"{scratch}/excel.csv", "w", encoding="utf-8", newline="") as copy:
        copy.write(run(thapnien, "table", *indicators, "--by", "unit,period", "--data", package, "--lang", "vi",
                       "--format", "csv", "--excel"))
    # Semicolons, quotes, UTF-8, from the first line, as Vietnamese (1066) reads numbers.
    run("soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile", "--convert-to", "xlsx",
        "--infilter=CSV:59,34,76,1,,1066", "--outdir", scratch, f"{scratch}/excel.csv")
    rows = list(openpyxl.load_workbook(f"{scratch}/excel.xlsx").active.iter_rows(values_only=True))
    place = {name: index for index, name in enumerate(rows[0])}
    numbers = {}
    for row in rows[1:]:
        if row[place["value"]] is not None:
            key = tuple(str(row[place[name]]) for name in ["indicator", "unit"])
            numbers[(*key, "", str(row[place["period"]]))] = row[place["value"]]
    return numbers


def main():
    with tempfile.TemporaryDirectory() as scratch:
        for kind in ["csv", "sdmx-csv"]:
            run(thapnien, "export", "--as", kind, "--data", package, "-o", f"{scratch}/{kind}")
        with open(f"{scratch}/csv/indicators.csv", encoding="utf-8", newline="") as lines:
            measures = {row["code"]: row["unit_en"] for row in csv.DictReader(lines)}
        run(thapnien, "export", "--as", "sqlite", "--data", package, "-o", f"{scratch}/package.sqlite")
        indicators = list(measures)
        units = {}
        for indicator in indicators:
            units.update(answers([indicator], "unit"))
        organisations = answers(["members", "membership-rate"], "organisation")
        tidy = by_pandas(f"{scratch}/csv")
        compare("pandas", tidy, units, float)
        whole = {key[1] for key in tidy if key[2]}
        if len(whole) == 1:
            top = whole.pop()
            organisations = {(key[0], top, key[2], key[3]): value for key, value in organisations.items()}
            compare("pandas, by organisation", tidy, organisations, float)
        else:
            organisations = {}
        compare("readr", by_readr(f"{scratch}/csv", scratch), {**units, **organisations}, float)
        compare("pysdmx", by_pysdmx(f"{scratch}/sdmx-csv", measures), {**units, **organisations})
        compare("SQLite", by_sqlite(f"{scratch}/package.sqlite"), {**units, **organisations})
        some = ["members", "membership-rate", "poor-fund-cash", "members-per-1000"]
        some = [indicator for indicator in some if indicator in indicators]
        expected = {key: value for key, value in units.items() if key[0] in some}
        compare("LibreOffice", by_libreoffice(some, scratch), expected, float)
        if len(units) < 1000 or len(expected) < 100:
            failures.append("too few numbers to mean anything")
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
