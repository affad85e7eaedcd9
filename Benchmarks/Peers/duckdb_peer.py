"""The workloads in DuckDB: duckdb_peer.py WORKLOAD FILE OUTPUT [VARIANT]

Writes the rows of the product's answer, and tells on standard error how many seconds passed without start-up.
The columns, their types and the dialect are told, so that nothing is guessed; decimals are exact.
"""
import sys
import time

import duckdb

workload, source, output = sys.argv[1:4]
variant = sys.argv[4] if len(sys.argv) > 4 else "plain"

ACTIVITIES = {
    "record_id": "VARCHAR", "date": "DATE", "unit_code": "VARCHAR", "organisation": "VARCHAR", "indicator": "VARCHAR",
    "value": "DECIMAL(18,2)", "unit_of_measure": "VARCHAR", "source": "VARCHAR"}
MEMBERS = {
    "person_id": "VARCHAR", "organisation": "VARCHAR", "unit_code": "VARCHAR", "joined": "DATE",
    "dues_paid": "BOOLEAN", "attended": "INTEGER", "status": "VARCHAR"}


def table(columns):
    types = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    more = ""
    if variant == "semicolons":
        more = ", decimal_separator = ','"
    if variant == "huge":
        # The longest line that it takes; its buffer has to be as long, for each thread.
        more = ", max_line_size = 300000000, buffer_size = 700000000, parallel = false"
    delimiter = ";" if variant == "semicolons" else ","
    return (
        f"read_csv('{source}', columns = {{{types}}}, header = true, auto_detect = false, delim = '{delimiter}', "
        f"quote = '\"', escape = '\"'{more})")


def answer(query):
    connection.sql(f"COPY ({query}) TO '{output}' (HEADER false)")


# Its rows may leave in any order, and need not be counted.
connection = duckdb.connect(config={"preserve_insertion_order": False})
start = time.perf_counter()
try:
    if workload == "w1":
        groups = f"""
            SELECT year(date) AS period, left(unit_code, 5) AS unit, indicator AS kind, sum(value) AS value, count(*) AS rows
            FROM {table(ACTIVITIES)} GROUP BY ALL"""
        answer(f"""
            WITH groups AS ({groups})
            SELECT period, unit, kind, 'value', value::VARCHAR, NULL, NULL, NULL FROM groups
            UNION ALL SELECT period, unit, kind, 'rows', rows::VARCHAR, NULL, NULL, NULL FROM groups""")
    elif workload == "w2":
        # One row for each person, organisation and district first: faster than count(DISTINCT person_id), than a window
        # over persons, and than lists of what each person has.
        amounts = ["memberships", "persons", "in-one", "in-two", "in-more"]
        answer(f"""
            WITH pairs AS MATERIALIZED (
              SELECT organisation, left(unit_code, 5) AS unit, person_id, count(*) AS often
              FROM {table(MEMBERS)} GROUP BY ALL),
            people AS (SELECT person_id, count(DISTINCT organisation) AS found FROM pairs GROUP BY ALL),
            groups AS (
              SELECT organisation, unit, sum(often) AS "memberships", count(*) AS "persons",
                count(*) FILTER (found = 1) AS "in-one", count(*) FILTER (found = 2) AS "in-two",
                count(*) FILTER (found > 2) AS "in-more"
              FROM pairs JOIN people USING (person_id) GROUP BY ALL)
            """ + " UNION ALL ".join(
                f"""SELECT organisation, unit, '{amount}', "{amount}"::VARCHAR, NULL, NULL, NULL FROM groups"""
                for amount in amounts))
    elif workload == "w5":
        counts = ", ".join(f'count("{name}")' for name in ACTIVITIES)
        answer(f"SELECT greatest({counts}) FROM {table(ACTIVITIES)}")
    else:
        sys.exit(f"no such workload: {workload}")
except duckdb.Error as error:
    sys.exit(f"refused: {str(error).splitlines()[0]}")
print(f"query {time.perf_counter() - start:.4f}", file=sys.stderr)
