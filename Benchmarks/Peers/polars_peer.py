"""The workloads in Polars: polars_peer.py WORKLOAD FILE OUTPUT [VARIANT]

Writes the rows of the product's answer, and tells on standard error how many seconds passed without start-up.
The columns and their types are told, so that nothing is guessed; decimals are exact; the streaming engine does the work.
"""
import sys
import time

import polars

workload, source, output = sys.argv[1:4]
variant = sys.argv[4] if len(sys.argv) > 4 else "plain"
start = time.perf_counter()

ACTIVITIES = {
    "record_id": polars.String, "date": polars.String, "unit_code": polars.String, "organisation": polars.String,
    "indicator": polars.String, "value": polars.Decimal(18, 2), "unit_of_measure": polars.String,
    "source": polars.String}
MEMBERS = {
    "person_id": polars.String, "organisation": polars.String, "unit_code": polars.String, "joined": polars.String,
    "dues_paid": polars.Boolean, "attended": polars.Int32, "status": polars.String}


def table(columns):
    semicolons = variant == "semicolons"
    return polars.scan_csv(
        source, schema=columns, separator=";" if semicolons else ",", decimal_comma=semicolons)


def long(groups, keys, indicators):
    """One row for each indicator, as the product writes them."""
    return polars.concat([
        groups.select(
            *keys, polars.lit(name).alias("indicator"), polars.col(name).cast(polars.String).alias("amount"),
            *(polars.lit(None).alias(empty) for empty in ("flags", "reporting", "expected")))
        for name in indicators])


district = polars.col("unit_code").str.head(5).alias("unit")
try:
    if workload == "w1":
        groups = (
            table(ACTIVITIES)
            .group_by(polars.col("date").str.head(4).alias("period"), district, polars.col("indicator").alias("kind"))
            .agg(polars.col("value").sum(), polars.len().alias("rows"))
            .collect(engine="streaming"))
        long(groups, ["period", "unit", "kind"], ["value", "rows"]).write_csv(output, include_header=False)
    elif workload == "w2":
        # Faster than a join with the persons, and than a window over them.
        found = polars.col("found")
        people = (
            table(MEMBERS)
            .group_by("organisation", district, "person_id").agg(polars.len().alias("often"))
            .group_by("person_id")
            .agg("organisation", "unit", "often", polars.col("organisation").n_unique().alias("found")))
        groups = (
            people.explode("organisation", "unit", "often").group_by("organisation", "unit")
            .agg(
                polars.col("often").sum().alias("memberships"), polars.len().alias("persons"),
                (found == 1).sum().alias("in-one"), (found == 2).sum().alias("in-two"),
                (found > 2).sum().alias("in-more"))
            .collect(engine="streaming"))
        amounts = ["memberships", "persons", "in-one", "in-two", "in-more"]
        long(groups, ["organisation", "unit"], amounts).write_csv(output, include_header=False)
    elif workload == "w5":
        typed = ACTIVITIES | {"date": polars.Date}
        counts = table(typed).select(polars.all().count()).collect(engine="streaming")
        counts.select(polars.max_horizontal(polars.all())).write_csv(output, include_header=False)
    else:
        sys.exit(f"no such workload: {workload}")
except polars.exceptions.PolarsError as error:
    sys.exit(f"refused: {str(error).splitlines()[0]}")
print(f"query {time.perf_counter() - start:.4f}", file=sys.stderr)
