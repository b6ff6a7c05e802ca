#!/usr/bin/env python3
"""A city's sums on one machine: bizcase on all its cores, and DuckDB over the lines that it answers.

    duck.py CASES.ndjson OUT [--bizcase PATH]

writes OUT/answers.ndjson and OUT/answers.parquet, and prints what each party is asked, pays and saves by year.
"""

import argparse
import pathlib
import subprocess
import sys

import duckdb

COLUMNS = ["asked", "promised", "paid", "repaid", "saved", "cashable"]
YEAR = "STRUCT(year INTEGER, %s)" % ", ".join("%s DECIMAL(18,2)" % column for column in COLUMNS)
PARTY = "STRUCT(party VARCHAR, years %s[], carries BOOLEAN, wrong_pocket BOOLEAN)" % YEAR
RESULT = "STRUCT(name VARCHAR, tags VARCHAR[], currency VARCHAR, verdict VARCHAR, parties %s[])" % PARTY
ANSWER = {"id": "VARCHAR", "ok": "BOOLEAN", "result": RESULT, "problems": "STRUCT(code VARCHAR, message VARCHAR)[]"}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("cases", type=pathlib.Path)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--bizcase", default="bizcase")
    asked = arguments.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)

    lines = asked.out / "answers.ndjson"
    with open(asked.cases, "rb") as cases, open(lines, "wb") as answers:
        subprocess.run([asked.bizcase, "pipe", "--run", "portfolio"], stdin=cases, stdout=answers, check=True)

    base = duckdb.connect()
    # Amounts are texts in JSON, and become decimals: never a float on the way.
    base.read_json(str(lines), format="newline_delimited", columns=ANSWER).create("answers")
    base.sql("COPY answers TO '%s' (FORMAT parquet)" % str(asked.out / "answers.parquet").replace("'", "''"))
    for ok, verdict, cases in base.sql(
        "SELECT ok, result.verdict, count(*) FROM answers GROUP BY ALL ORDER BY 2"
    ).fetchall():
        print("%s: %d" % (verdict if ok else "wrong", cases), file=sys.stderr)
    sums = base.sql(
        """
        WITH parties AS (SELECT result.currency AS currency, unnest(result.parties) AS of FROM answers WHERE ok),
             years AS (SELECT currency, of.party AS party, unnest(of.years) AS of FROM parties)
        SELECT currency, party, of.year AS year, %s FROM years GROUP BY ALL ORDER BY ALL
        """
        % ", ".join("sum(of.%s) AS %s" % (column, column) for column in COLUMNS)
    )
    print(",".join(["currency", "party", "year"] + COLUMNS))
    for row in sums.fetchall():
        print(",".join(str(cell) for cell in row))


if __name__ == "__main__":
    main()
