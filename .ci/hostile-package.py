#!/usr/bin/env python3
"""Puts names that nobody means well with into a copy of the small package: formulas, SQL, emoji, stacked marks, XML."""

import pathlib
import sys

NAMES = {
    "Đông Mẫu": "=HYPERLINK(1)&'; DROP TABLE units; --",
    "An Mẫu": "@An <b>&amp;</b> _x0041_ 👩\u200d👩\u200d👧",
    "Ea Mẫu": "+Ea e\u0302\u0301\u0323 \u202eđảo",
    "Hội Ất": "-Hội Ất",
}


def main():
    folder = pathlib.Path(sys.argv[1])
    for name in ("units.csv", "organisations.csv"):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        for plain, hostile in NAMES.items():
            text = text.replace(plain, '"' + hostile.replace('"', '""') + '"' if ";" in hostile else hostile)
        path.write_text(text, encoding="utf-8")


main()
