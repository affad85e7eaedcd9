#!/usr/bin/python3
"""Reads workbooks with openpyxl, which shares no code with what wrote them, and stops at whatever is not as it should be.

A warning of the reader, a table whose columns are not the headings that stand in its cells, a formula without a value, a
text that became a formula: each is what Excel would repair or a reader would miss.
"""

import argparse
import sys
import warnings

import openpyxl
from openpyxl.utils import range_boundaries


def read(path, wanted):
    problems = []
    texts = set()
    book = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    cells = formulas = tables = 0
    for sheet in book.worksheets:
        kept = values[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                cells += 1
                if cell.data_type == "s":
                    texts.add(cell.value)
                if cell.data_type == "f":
                    formulas += 1
                    if kept[cell.coordinate].value is None:
                        problems.append(f"{sheet.title}!{cell.coordinate}: a formula without a value")
                if cell.data_type == "e":
                    problems.append(f"{sheet.title}!{cell.coordinate}: {cell.value}")
        for table in sheet.tables.values():
            tables += 1
            left, top, right, _ = range_boundaries(table.ref)
            headings = [str(sheet.cell(top, column).value) for column in range(left, right + 1)]
            if headings != [column.name for column in table.tableColumns]:
                problems.append(f"{sheet.title}: the columns of {table.name} are not its headings")
    problems += [f"no text holds {part}" for part in wanted if not any(part in text for text in texts)]
    print(f"{path}: {len(book.worksheets)} sheets, {tables} tables, {cells} cells, {formulas} formulas")
    return problems


def main():
    warnings.simplefilter("error")
    # Extensions of later versions (data bars with an axis) are allowed, and unknown to this reader.
    warnings.filterwarnings("ignore", message=".*extension is not supported")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workbook", nargs="+")
    parser.add_argument("--holding", metavar="TEXT", action="append", default=[], help="a part of some cell's text")
    options = parser.parse_args()
    problems = [problem for path in options.workbook for problem in read(path, options.holding)]
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


main()
