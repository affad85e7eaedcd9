#!/usr/bin/env python3
"""Makes up the illustrative tables of tay-ninh and thanh-hoa: nothing in them but names, codes and days is a fact.

    python3 illustrate_neighbours.py            writes the tables
    python3 illustrate_neighbours.py --check    ends with 1 where a file differs from what would be written

The figures follow from a fixed seed and whole numbers, so that every run on every machine gives the same bytes.
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent

# Mean eligible of an organisation in a district, in the order of organisations.csv.
ORGANISATIONS = [("CD", 6000, 62), ("HND", 11000, 58), ("DTN", 9500, 49), ("HPN", 13500, 63), ("HCCB", 2600, 66)]

PROVINCES = {
    "tay-ninh": {
        "seed": 72, "years": range(2015, 2024), "scale": 1.0, "direct": "72-TT",
        "units": ["703", "705", "706", "707", "708", "709", "710", "711", "712"],
        # The last year stops on 31 October: later than elsewhere.
        "cut_off": {2023: "2023-10-31"}, "missing": [],
    },
    "thanh-hoa": {
        "seed": 38, "years": range(2014, 2023), "scale": 0.8, "direct": "38-TT",
        "units": [str(code) for code in [380, 381, 382] + list(range(384, 408))],
        "cut_off": {},
        # Cells that were never sent in: year, unit, organisation.
        "missing": [(2016, "384", "HCCB"), (2016, "387", "HCCB"), (2019, "384", "CD"), (2021, "402", "DTN"),
                    (2022, "385", "CD"), (2022, "386", "HCCB")],
    },
}


class Random:
    """The minimal standard generator of Park and Miller: whole numbers alone."""

    def __init__(self, seed):
        self.state = seed * 7919 + 1

    def below(self, limit):
        self.state = self.state * 16807 % 2147483647
        return self.state % limit


def tables(name):
    province = PROVINCES[name]
    random = Random(province["seed"])
    units = province["units"] + [province["direct"]]
    weights = {unit: 60 + random.below(90) for unit in units}
    first = province["years"][0]
    membership, contacts, complaints, population = [], [], [], []
    for year in province["years"]:
        age = year - first
        end = province["cut_off"].get(year, f"{year}-12-31")
        status = "P" if year in province["cut_off"] else ""
        flow_end = end if status else f"{year}-12-14"
        for unit in units:
            weight = weights[unit] * province["scale"] / 100
            for code, base, rate in ORGANISATIONS:
                eligible = int(base * weight) * (100 + age) // 100 + random.below(60)
                share = (rate * 10 + age * 4 + random.below(15) - 7 + weights[unit] % 11)
                if (year, unit, code) in province["missing"]:
                    membership.append(f"{year},{unit},{code},,,{end},O")
                else:
                    membership.append(f"{year},{unit},{code},{eligible * share // 1000},{eligible},{end},{status}")
            contacts.append(f"{year},{unit},{60 + weights[unit] // 3 + random.below(25)},{flow_end},{status}")
            competent = 12 + weights[unit] // 6 + random.below(12)
            settled = competent - random.below(1 + competent // 5)
            complaints.append(f"{year},{unit},{competent},{settled},{flow_end},{status}")
            if unit != province["direct"]:
                people = int(105000 * weight) * (1000 + 9 * age) // 1000 + random.below(300)
                population.append(f"{year},{unit},{people},{end},{status}")
    return {
        "membership.csv": ["year,unit,organisation,members,eligible,as_of,status"] + membership,
        "voter_contacts.csv": ["year,unit,meetings,as_of,status"] + contacts,
        "complaints.csv": ["year,unit,competent,settled,as_of,status"] + complaints,
        "population.csv": ["year,unit,population,as_of,status"] + population,
    }


def main():
    check = sys.argv[1:] == ["--check"]
    differs = False
    for name in PROVINCES:
        for file, lines in tables(name).items():
            path = HERE / name / file
            text = "\n".join(lines) + "\n"
            if not check:
                path.write_text(text, encoding="utf-8", newline="")
            elif not path.exists() or path.read_text(encoding="utf-8") != text:
                print(f"{path.relative_to(HERE)} differs")
                differs = True
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
