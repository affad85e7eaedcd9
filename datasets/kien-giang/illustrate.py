#!/usr/bin/env python3
"""Write the illustrative tables of this package, the same bytes on every run.

Published are only totals over ten years and a few rates (README.md). The years, units, organisations, levels and
fields below are made up: a fixed seed spreads each published total over them by whole numbers, so that the parts
add up to it again.

    python3 illustrate.py            write the CSV files beside this script
    python3 illustrate.py --check    compare them with what would be written; exit 1 when they differ
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED = 25  # changing it changes every illustrative figure
YEARS = list(range(2014, 2024))
YEAR_ENDS = list(range(2013, 2024))
PARTIAL, CUT_OFF = 2023, "2023-09-30"
PROVINCE, ATTACHED = "91", "91-TT"

# Relative sizes of the districts, to spread figures by; made up, in about the order of their populations.
SIZES = {
    "899": 230, "900": 48, "902": 82, "903": 157, "904": 127, "905": 160, "906": 220, "907": 133,
    "908": 116, "909": 117, "910": 83, "911": 180, "912": 18, "913": 64, "914": 30,
}
DISTRICTS = list(SIZES)
UNITS = DISTRICTS + [ATTACHED]
ORGANISATIONS = {"MTTQ": 32, "CD": 13, "HND": 16, "DTN": 14, "HPN": 17, "HCCB": 8}
FIELDS = {"economy": 34, "culture-society": 36, "defence-security": 14, "political-system": 16}
# A full year is about 100; 2023 has nine and a half months of its reporting year.
STEADY = [97, 99, 95, 101, 102, 104, 100, 82, 103, 79]
CASES = [93, 98, 102, 104, 101, 99, 97, 88, 92, 70]
RISING = [78, 84, 90, 97, 104, 110, 112, 98, 118, 92]
NOT_RECEIVED = (2016, "910")  # models
NOT_COLLECTED = (2016, "913")  # citizen receptions


class Draw(random.Random):
    """Whole numbers from the one method whose sequence Python promises to keep: `random()`."""

    def __init__(self, name):
        super().__init__(f"{SEED}:{name}")

    def between(self, low, high):
        return low + int(self.random() * (high - low + 1))


def apportion(total, weights):
    """Split a whole number by weights; the largest remainders take what is left, the first of equals first."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts


def spread_years(draw, total, shape):
    return dict(zip(YEARS, apportion(total, [weight * draw.between(96, 104) for weight in shape])))


def day(year, last):
    return CUT_OFF if year == PARTIAL else f"{year}-{last}"


def flag(year):
    return "P" if year == PARTIAL else ""


def acting(province, district, commune):
    """The units and levels of bodies that act, with their weights: provincial bodies stand in one unit of their own."""
    cells = [(unit, level, (share * (40 + SIZES[unit])) * 1000 // (40 * len(SIZES) + sum(SIZES.values())))
             for unit in DISTRICTS for level, share in (("district", district), ("commune", commune))]
    return cells + [(ATTACHED, "province", province * 1000)]


def spread(name, total, shape, cells):
    """A total over years and cells: `(year, *key) -> value`, where a cell is a key followed by its weight."""
    draw = Draw(name)
    result = {}
    for year, amount in spread_years(draw, total, shape).items():
        present = [cell for cell in cells if not (name == "models" and (year, cell[0]) == NOT_RECEIVED)]
        weights = [cell[-1] * draw.between(82, 118) for cell in present]
        for cell, part in zip(present, apportion(amount, weights)):
            result[(year, *cell[:-1])] = part
    return result


def by_level(name, columns, province, district, commune, last="12-14"):
    """A table by year, unit and level; a column is its name, total, shape and a function that writes a value."""
    cells = acting(province, district, commune)
    values = [spread(f"{name}.{column}", total, shape, cells) for column, total, shape, _ in columns]
    rows = [[year, unit, level, *(form(value[year, unit, level]) for value, (*_, form) in zip(values, columns)),
             day(year, last), flag(year)] for year in YEARS for unit, level, _ in cells]
    return ["year", "unit", "level", *(column[0] for column in columns), "as_of", "status"], rows


def tenths(value):
    return f"{value // 10}.{value % 10}" if value % 10 else str(value // 10)


def assembly_contacts():
    values = spread_years(Draw("assembly"), 2731, STEADY)
    return (["year", "unit", "meetings", "as_of", "status"],
            [[year, PROVINCE, values[year], day(year, "12-14"), flag(year)] for year in YEARS])


def movements():
    """Twenty movements and seven campaigns, each active in some year of the ten."""
    draw, rows = Draw("movements"), []
    for kind, letter, count, vi, en in (("movement", "M", 20, "Phong trào", "Movement"),
                                        ("campaign", "C", 7, "Cuộc vận động", "Campaign")):
        for number in range(1, count + 1):
            start = 2013 if number <= count // 2 else 2013 + draw.between(1, 8)
            ended = number % 3 == 0
            end = max(2014, start + draw.between(1, 5)) if ended else ""
            rows.append([f"{letter}{number:02}", kind, f"{vi} {number:02} (minh họa)",
                         f"{en} {number:02} (illustrative)", PROVINCE, start, end if end == "" or end < 2023 else ""])
    return ["code", "kind", "name_vi", "name_en", "unit", "start_year", "end_year"], rows


def models():
    cells = [(unit, field, share * (70 + SIZES.get(unit, 90))) for unit in UNITS for field, share in FIELDS.items()]
    values = spread("models", 19246, RISING, cells)
    return (["year", "unit", "field", "models", "as_of", "status"],
            [[year, unit, field, values.get((year, unit, field), ""), day(year, "12-14"),
              flag(year) if (year, unit, field) in values else "O"] for year in YEARS for unit, field, _ in cells])


def emulation():
    cells = [(unit, field, participant, share * part * (60 + SIZES.get(unit, 80)))
             for unit in UNITS for field, share in FIELDS.items()
             for participant, part in (("collective", 72), ("individual", 28))]
    values, draw, rows = spread("emulation", 14180, RISING, cells), Draw("emulation.stages"), []
    for (year, unit, field, participant), registered in values.items():
        recognised = registered * draw.between(66, 92) // 100
        rewarded = recognised * draw.between(35, 70) // 100
        replicated = rewarded * draw.between(30, 80) // 100
        rows.append([year, unit, field, participant, registered, recognised, rewarded, replicated,
                     day(year, "12-14"), flag(year)])
    return (["year", "unit", "field", "participant", "registered", "recognised", "rewarded", "replicated", "as_of",
             "status"], rows)


def receptions():
    kinds = {"regular": 70, "periodic": 24, "urgent": 6}
    cells = [(unit, level, kind, weight * share) for unit, level, weight in acting(18, 34, 48)
             for kind, share in kinds.items()]
    values, rows = spread("receptions", 61350, STEADY, cells), []
    for (year, unit, level, kind), count in values.items():
        collected = (year, unit) != NOT_COLLECTED
        rows.append([year, unit, level, kind, count if collected else "", day(year, "12-14"),
                     flag(year) if collected else "L"])
    return ["year", "unit", "level", "reception", "receptions", "as_of", "status"], rows


def complaints():
    """Cases: what is not settled is carried into the next year; competence covers carried-over cases."""
    cells = [(unit, level, kind, weight * share) for unit, level, weight in acting(22, 44, 34)
             for kind, share in (("complaint", 80), ("denunciation", 20))]
    values, draw, rows, carried = spread("complaints", 16900, CASES, cells), Draw("complaints.cases"), [], {}
    for (year, unit, level, kind), received in values.items():
        key = (unit, level, kind)
        none = unit == "912" and level == "commune" and kind == "denunciation"
        received = 0 if none else max(6, received)
        before = carried.setdefault(key, 0 if none else draw.between(0, 2))
        competent = 0 if none else max(4, before + received * draw.between(52, 68) // 100)
        target = competent * (draw.between(71, 82) if year == PARTIAL else draw.between(76, 92)) // 100
        settled = min(max(target, -(-competent * 70 // 100)), competent * 95 // 100)
        rows.append([year, unit, level, kind, received, before, competent, settled, day(year, "12-14"), flag(year)])
        carried[key] = competent - settled
    return (["year", "unit", "level", "case_type", "received", "carried_over", "competent", "settled", "as_of",
             "status"], rows)


def satisfaction():
    index = ["78.94", "79.62", "79.35", "80.48", "81.27", "82.05", "83.16", "82.71", "83.54", "84.12"]
    return (["year", "unit", "score", "as_of", "status"],
            [[year, PROVINCE, score, day(year, "12-31"), flag(year)] for year, score in zip(YEARS, index)])


def by_organisation(name, total, shape, province, district, commune):
    cells = [(unit, level, organisation, weight * share) for unit, level, weight in acting(province, district, commune)
             for organisation, share in ORGANISATIONS.items()]
    return spread(name, total, shape, cells)


def supervision():
    values, draw, rows = by_organisation("supervision", 17420, RISING, 7, 25, 68), Draw("supervision.role"), []
    for (year, unit, level, organisation), count in values.items():
        joined = count * draw.between(25, 60) // 100
        for role, sessions in (("led", count), ("joined", joined)):
            rows.append([year, unit, level, organisation, role, sessions, day(year, "12-14"), flag(year)])
    return ["year", "unit", "level", "organisation", "role", "sessions", "as_of", "status"], rows


def simple_by_organisation(name, column, total, shape, province, district, commune):
    values = by_organisation(name, total, shape, province, district, commune)
    return (["year", "unit", "level", "organisation", column, "as_of", "status"],
            [[*key, value, day(key[0], "12-14"), flag(key[0])] for key, value in values.items()])


def recommendations():
    values, draw, rows = by_organisation("recommendations", 24650, RISING, 9, 33, 58), Draw("recommendations.fate"), []
    for key, made in values.items():
        answered = made * draw.between(74, 97) // 100
        accepted = answered * draw.between(66, 94) // 100
        rows.append([*key, made, answered, accepted, day(key[0], "12-14"), flag(key[0])])
    return ["year", "unit", "level", "organisation", "made", "answered", "accepted", "as_of", "status"], rows


# Six and nine months are reported to date, from the start of the reporting year, as offices do: each row of a table of
# this list has two more in `<table>_to_date.csv`. A share of the year's row, so that no column overtakes another.
TO_DATE_YEARS = [2020, 2021, 2022, 2023]
TO_DATE = {  # columns that count, and those that stand as they stood at the start of the year
    "assembly_contacts": (["meetings"], []), "voter_contacts": (["meetings"], []),
    "dialogues": (["enterprises", "citizens"], []), "models": (["models"], []),
    "emulation": (["registered", "recognised", "rewarded", "replicated"], []), "receptions": (["receptions"], []),
    "complaints": (["received", "competent", "settled"], ["carried_over"]),
}


def to_date(name, header, rows):
    counted, standing = TO_DATE[name]
    draw, result = Draw(f"{name}.to_date"), []
    place = [header.index(column) for column in counted]
    carried = [header.index(column) for column in standing]
    for row in rows:
        year = row[0]
        if year not in TO_DATE_YEARS:
            continue
        # The partial year's row has nine and a half months.
        shares = ((580, 640), (935, 965)) if year == PARTIAL else ((440, 520), (700, 770))
        for code, last, (low, high) in zip(("S1", "9M"), ("06-14", "09-14"), shares):
            share, part = draw.between(low, high), list(row)
            for index in place:
                part[index] = int(row[index]) * share // 1000
            if carried:  # what was carried over is within competence from the first day, and not all of it is settled
                part[place[1]] = max(part[place[1]], part[carried[0]])
                part[place[2]] = min(part[place[2]], part[place[1]])
            part[0], part[-2] = f"{year}-{code}", f"{year}-{last}"
            result.append(part)
    return header, result


# What each unit sends in a full year, and in the nine and a half months of the partial one: one report a table, of
# the members one a body that enrols.
YEARLY_FORMS = ["voter_contacts", "resolutions", "dialogues", "models", "poor_fund", "emulation", "receptions",
                "complaints", "supervision"]
PARTIAL_FORMS = ["voter_contacts", "poor_fund", "receptions", "complaints"]
GRACE = 10  # days after the last of the year


def due_day(form, year):
    last = "12-31" if form in ("poor_fund", "membership") else "12-14"
    return date.fromisoformat(day(year, last)) + timedelta(days=GRACE)


def submissions():
    """Which report of each unit is due when, and the day on which it came."""
    draw, dates, rows = Draw("timeliness"), Draw("submissions"), []
    for year in YEARS:
        forms = [(form, "") for form in (PARTIAL_FORMS if year == PARTIAL else YEARLY_FORMS)]
        forms += [("membership", organisation) for organisation in ENROLLING]
        least = 72 + 2 * (year - 2014)
        for unit in UNITS:
            on_time = len(forms) * draw.between(least, 104) // 104
            ranks = sorted((dates.random(), index) for index in range(len(forms)))
            late = {index for _, index in ranks[on_time:]}
            gap = [index for index, (form, _) in enumerate(forms)
                   if form == "models" and (year, unit) == NOT_RECEIVED]
            if gap and not late & set(gap):
                late = set(sorted(late)[1:]) | set(gap)
            for index, (form, organisation) in enumerate(forms):
                due = due_day(form, year)
                days = dates.between(1, 21) if index in late else -dates.between(0, GRACE - 1)
                received = "" if index in gap else due + timedelta(days=days)
                rows.append([form, year, unit, organisation, due, received, day(year, "12-14"), flag(year)])
    return ["form", "year", "unit", "organisation", "due", "received", "as_of", "status"], rows


def population():
    totals = [1702300, 1707100, 1711900, 1716800, 1721900, 1727200, 1732600, 1738100, 1743700, 1751760, 1756900]
    growth = {"911": 40, "899": 9, "900": 6, "907": -6, "910": -5, "906": -3, "914": -2}  # per mille and year
    rows = []
    for year, total in zip(YEAR_ENDS, totals):
        weights = [SIZES[unit] * (1000 + growth.get(unit, 0) * (year - 2013)) for unit in DISTRICTS]
        rows += [[year, unit, part, day(year, "12-31"), flag(year)]
                 for unit, part in zip(DISTRICTS, apportion(total, weights))]
    return ["year", "unit", "population", "as_of", "status"], rows


# Membership: what is eligible at each year-end, and the rates of the whole province in hundredths of a percent.
# The published ends are 56.3 % (2013) and 625,926 members, 59.22 % (2023); a rate of 59.22 % then implies 1,056,862 to
# 1,057,039 eligible.
ELIGIBLE = [1012400, 1016900, 1021300, 1025800, 1030200, 1034900, 1039300, 1043700, 1048200, 1052600, 1056950]
RATES = [5630, 5652, 5689, 5721, 5768, 5803, 5849, 5877, 5838, 5881]
MEMBERS_2023 = 625926
# Of the five that enrol: share of what is eligible, rate at the end of 2013, change over ten years (hundredths of a %).
ENROLLING = {"CD": (118, 6480, 350), "HND": (236, 5890, 270), "DTN": (252, 4730, -60), "HPN": (344, 5850, 430),
             "HCCB": (50, 6690, 160)}
TOWNS = {"899": (21, 3), "900": (16, 6), "911": (20, 5)}  # tenths of the usual share of workers and of farmers
ATTACHED_SIZES = {"CD": 260, "HND": 6, "DTN": 120, "HPN": 30, "HCCB": 40}
# Difference of a unit's rates from the others' (hundredths of a %), and by how much it moves a year.
UNIT_RATES = {
    "899": (-210, 6), "900": (140, -12), "902": (60, 11), "903": (-120, 4), "904": (310, 8), "905": (90, -4),
    "906": (-60, 17), "907": (210, -44), "908": (-290, 14), "909": (-180, -3), "910": (120, 6), "911": (-230, -36),
    "912": (350, -2), "913": (20, 9), "914": (-80, -42), ATTACHED: (260, 5),
}


def eligible_weight(unit, organisation, year, drift):
    share = ENROLLING[organisation][0]
    size = 10 * (ATTACHED_SIZES[organisation] if unit == ATTACHED else SIZES[unit])
    workers, farmers = TOWNS.get(unit, (8, 11))
    if unit != ATTACHED and organisation in ("CD", "HND"):
        size = size * (workers if organisation == "CD" else farmers) // 10
    return share * size * (1000 + drift * (year - 2013))


def rate(unit, organisation, year, noise):
    """In hundredths of a percent, before the whole province is made to agree."""
    _, level, change = ENROLLING[organisation]
    offset, trend = UNIT_RATES[unit]
    return level + change * (year - 2013) // 10 + offset + trend * (year - 2013) + noise


def membership():
    return ["year", "unit", "organisation", "members", "eligible", "as_of", "status"], membership_rows()


def membership_rows():
    draw, rows = Draw("membership"), []
    cells = [(unit, organisation) for unit in UNITS for organisation in ENROLLING]
    drifts = {cell: draw.between(-4, 4) + (18 if cell[0] == "911" else 0) for cell in cells}
    for position, year in enumerate(YEAR_ENDS):
        eligible = apportion(ELIGIBLE[position], [eligible_weight(*cell, year, drifts[cell]) for cell in cells])
        moves = {unit: draw.between(-40, 40) for unit in UNITS}
        members = [count * rate(*cell, year, moves[cell[0]] + draw.between(-16, 16)) // 10000
                   for cell, count in zip(cells, eligible)]
        total = MEMBERS_2023 if year == PARTIAL else ELIGIBLE[position] * RATES[position] // 10000
        rest = total - sum(members)
        sign = 1 if rest >= 0 else -1
        members = [count + sign * part for count, part in zip(members, apportion(abs(rest), eligible))]
        rows += [[year, *cell, count, base, day(year, "12-31"), flag(year)]
                 for cell, count, base in zip(cells, members, eligible)]
    return rows


def ends_of_parts():
    """Members and eligible by `(period, unit, organisation)`: every year-end, and the ends of six and nine months."""
    ends = {tuple(row[:3]): (row[3], row[4]) for row in membership_rows()}
    draw = Draw("membership.to_date")
    for (year, unit, organisation), after in list(ends.items()):
        if year not in TO_DATE_YEARS:
            continue
        before = ends[year - 1, unit, organisation]
        for code, low, high in (("S1", 380, 560), ("9M", 660, 820)):
            # The partial year ends with its nine months.
            share = 1000 if year == PARTIAL and code == "9M" else draw.between(low, high)
            ends[f"{year}-{code}", unit, organisation] = tuple(
                old + (new - old) * share // 1000 for old, new in zip(before, after))
    return ends


LAST_OF_PART = {"S1": "06-30", "9M": "09-30"}


def membership_to_date():
    rows = [[period, unit, organisation, *counts, f"{period[:4]}-{LAST_OF_PART[period[5:]]}", flag(int(period[:4]))]
            for (period, unit, organisation), counts in ends_of_parts().items() if isinstance(period, str)]
    return membership()[0], rows


# How many of a thousand members join in a year beside those by whom their number grows; made up.
JOINING = {"CD": 62, "HND": 41, "DTN": 118, "HPN": 38, "HCCB": 29}


def member_moves():
    """Who joined and who left: members at the start + joined - left = members at the end, in every cell and part."""
    ends, draw, rows, parts = ends_of_parts(), Draw("member_moves"), [], []
    for year in YEARS:
        for unit in UNITS:
            for organisation in ENROLLING:
                before = ends[year - 1, unit, organisation][0]
                joining = before * JOINING[organisation] * draw.between(80, 120) // 100000
                codes = [("S1", 480), ("9M", 740)] if year in TO_DATE_YEARS else []
                whole = 740 if year == PARTIAL else 1000
                admitted = removed = 0
                for code, share in codes + [("", whole)]:
                    period = f"{year}-{code}" if code else year
                    growth = ends[period, unit, organisation][0] - before
                    # To date, so neither of the two becomes less.
                    admitted = max(admitted, removed + growth, joining * share // 1000 + max(0, growth))
                    removed = admitted - growth
                    last = f"{year}-{LAST_OF_PART[code]}" if code else day(year, "12-31")
                    (parts if code else rows).append(
                        [period, unit, organisation, admitted, removed, last, flag(year)])
    header = ["year", "unit", "organisation", "admitted", "removed", "as_of", "status"]
    return {"member_moves": (header, rows), "member_moves_to_date": (header, parts)}


DOCUMENT_KINDS = {"resolution": 7, "directive": 6, "plan": 34, "guidance": 17, "official-letter": 36}


def documents():
    """Documents by which the bodies of each level led and directed the work."""
    draw, rows = Draw("documents"), []
    for year in YEARS:
        for level, size in (("province", 62), ("district", 430), ("commune", 1960)):
            for kind, share in DOCUMENT_KINDS.items():
                count = size * share * draw.between(85, 118) // 10000
                rows.append([year, PROVINCE, level, kind, count * 79 // 100 if year == PARTIAL else count,
                             day(year, "12-14"), flag(year)])
    return ["year", "unit", "level", "kind", "documents", "as_of", "status"], rows


def targets():
    """Planned values; none of them is published."""
    planned = [
        ("membership-rate", "60.00"), ("members", "634000"), ("voter-contacts-council", "1850"),
        ("dialogue-citizens", "8000"), ("models", "1750"), ("emulation-recognised", "900"),
        ("complaints-settled-rate", "80.00"), ("satisfaction-index", "85.00"), ("supervision-sessions", "1600"),
        ("cadres-trained", "5500"),
    ]
    earlier = {  # 2019 to 2022
        "membership-rate": ["58.20", "58.60", "58.90", "59.00"], "members": ["607000", "612500", "617000", "619500"],
        "voter-contacts-council": ["2500", "2550", "2200", "2500"], "dialogue-citizens": ["9800", "10000", "9000", "9900"],
        "models": ["2000", "2100", "2000", "2150"], "emulation-recognised": ["1080", "1120", "1050", "1150"],
        "complaints-settled-rate": ["80.00", "80.00", "81.00", "82.00"],
        "satisfaction-index": ["81.50", "82.00", "83.00", "84.00"],
        "supervision-sessions": ["1850", "1900", "1800", "1950"], "cadres-trained": ["6700", "6800", "6000", "6800"],
    }
    rows = [(indicator, 2023, value) for indicator, value in planned]
    rows += [(indicator, year, earlier[indicator][year - 2019]) for year in range(2019, 2023) for indicator, _ in planned]
    return (["indicator", "period", "unit", "organisation", "value", "document", "status"],
            [[indicator, year, PROVINCE, "", value, f"Kế hoạch minh họa năm {year}", ""]
             for indicator, year, value in rows])


def split_levels(header, yearly, parts):
    """Of each row of the emulation what districts and what communes did; provincial bodies act in one unit alone.

    No part becomes less from six months to nine and the year, nor more than what it is a part of."""
    draw = Draw("emulation.levels")
    of_year = {tuple(row[:4]): row for row in yearly}
    stages = [header.index(column) for column in ("registered", "recognised", "rewarded", "replicated")]
    to_date = {}
    for row in parts:
        to_date.setdefault((int(row[0][:4]), *row[1:4]), []).append(row)
    split = {}
    for key, row in of_year.items():
        rows = to_date.get(key, []) + [row]
        if key[1] == ATTACHED:
            split.update({tuple(part[:4]): [("province", [part[index] for index in stages])] for part in rows})
            continue
        share, before = draw.between(30, 48), None
        for part in rows:
            counts, district = [part[index] for index in stages], []
            for stage, count in enumerate(counts):
                low, high = 0, count
                if stage:
                    low, high = max(low, count - counts[stage - 1] + district[-1]), min(high, district[-1])
                if before:
                    low = max(low, before[0][stage])
                    high = min(high, count - before[1][stage] + before[0][stage])
                district.append(min(max(count * share // 100, low), high))
            before = district, counts
            split[tuple(part[:4])] = [("district", district),
                                      ("commune", [all - part for all, part in zip(counts, district)])]

    def with_levels(rows):
        return [[*row[:2], level, *row[2:4], *counts, *row[-2:]]
                for row in rows for level, counts in split[tuple(row[:4])]]

    header = [*header[:2], "level", *header[2:]]
    return {"emulation": (header, with_levels(yearly)), "emulation_to_date": (header, with_levels(parts))}


def tables():
    yearly = yearly_tables()
    parts = {f"{name}_to_date": to_date(name, *yearly[name]) for name in TO_DATE}
    levels = split_levels(*yearly["emulation"], parts["emulation_to_date"][1])
    return yearly | parts | levels | {"membership_to_date": membership_to_date()}


def yearly_tables():
    return member_moves() | {
        "documents": documents(),
        "assembly_contacts": assembly_contacts(),
        "voter_contacts": by_level("voter_contacts", [("meetings", 23396, STEADY, str)], 2, 14, 84),
        "resolutions": by_level("resolutions", [("resolutions", 7705, STEADY, str)], 3, 17, 80),
        "dialogues": by_level("dialogues", [("enterprises", 250, RISING, str), ("citizens", 97233, STEADY, str)],
                              9, 30, 61),
        "movements": movements(),
        "models": models(),
        "poor_fund": by_level("poor_fund", [("cash", 521184376, RISING, tenths), ("in_kind", 25342165, RISING, tenths)],
                              38, 27, 35, "12-31"),
        "membership": membership(),
        "emulation": emulation(),
        "receptions": receptions(),
        "complaints": complaints(),
        "satisfaction": satisfaction(),
        "supervision": supervision(),
        "criticism": simple_by_organisation("criticism", "sessions", 4260, RISING, 10, 32, 58),
        "recommendations": recommendations(),
        "training": simple_by_organisation("training", "trained", 66180, STEADY, 15, 45, 40),
        "submissions": submissions(),
        "population": population(),
        "targets": targets(),
    }


def main():
    check, differing = "--check" in sys.argv[1:], []
    for name, (header, rows) in tables().items():
        lines = [",".join(map(str, row)) + "\n" for row in [header, *rows]]
        content, path = "".join(lines).encode(), HERE / f"{name}.csv"
        if not check:
            path.write_bytes(content)
        elif not path.is_file() or path.read_bytes() != content:
            differing.append(path.name)
    if differing:
        print("differs from what this script writes:", ", ".join(differing), file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
