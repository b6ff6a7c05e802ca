#!/usr/bin/env python3
"""A city's sums on Apache Spark: a worker of bizcase for each partition, and nothing but sums between them.

    spark.py CASES.ndjson OUT [--bizcase PATH] [--master local[2,4]] [--partitions 16]

writes OUT/answers.parquet, what each case brings with decimals as decimals, and prints what each party is asked, pays
and saves by year. A worker that dies fails its task, which Spark runs again: its half-written part is thrown away.
"""

import argparse
import os
import shlex
import sys

COLUMNS = ["asked", "promised", "paid", "repaid", "saved", "cashable"]


def of(amount):
    """What an answer holds, with amounts as texts or as decimals."""
    year = "struct<year: int, %s>" % ", ".join("%s: %s" % (column, amount) for column in COLUMNS)
    party = "struct<party: string, years: array<%s>, carries: boolean, wrong_pocket: boolean>" % year
    result = "struct<name: string, tags: array<string>, currency: string, verdict: string, parties: array<%s>>" % party
    return "struct<id: string, ok: boolean, result: %s, problems: array<struct<code: string, message: string>>>" % result


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("cases")
    arguments.add_argument("out")
    arguments.add_argument("--bizcase", default="bizcase")
    # The second number is how often a task is tried: on a cluster that is spark.task.maxFailures.
    arguments.add_argument("--master", default="local[2,4]")
    arguments.add_argument("--partitions", type=int, default=16)
    asked = arguments.parse_args()

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession, functions as F

    spark = (
        SparkSession.builder.master(asked.master)
        .appName("bizcase")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")

    # One core a task, so one a worker: Spark spreads the partitions.
    worker = "%s pipe --run portfolio" % shlex.quote(asked.bizcase)
    lines = spark.sparkContext.textFile(asked.cases, asked.partitions)
    # Without checkCode a worker that died would be a partition with fewer answers, and nobody would know.
    answers = lines.pipe(worker, env={**os.environ, "RAYON_NUM_THREADS": "1"}, checkCode=True)
    frame = spark.createDataFrame(answers.map(lambda line: (line,)), "line string")
    told = frame.select(F.from_json("line", of("string")).alias("answer"))
    # Amounts come as texts and become decimals: never a float on the way.
    told = told.select(F.col("answer").cast(of("decimal(18,2)")).alias("answer")).select("answer.*")
    answers_file = os.path.join(asked.out, "answers.parquet")
    told.write.mode("overwrite").parquet(answers_file)

    told = spark.read.parquet(answers_file)
    for ok, verdict, cases in sorted(
        told.groupBy("ok", "result.verdict").count().collect(), key=lambda row: str(row[1])
    ):
        print("%s: %d" % (verdict if ok else "wrong", cases), file=sys.stderr)
    parties = told.where("ok").select("result.currency", F.explode("result.parties").alias("of"))
    years = parties.select("currency", "of.party", F.explode("of.years").alias("of")).select("currency", "party", "of.*")
    # Each task adds up its own part first: what is shuffled is one row a party and year, not a case.
    sums = years.groupBy("currency", "party", "year").agg(*[F.sum(column).alias(column) for column in COLUMNS])
    print(",".join(["currency", "party", "year"] + COLUMNS))
    for row in sorted(sums.collect()):
        print(",".join(str(cell) for cell in row))
    spark.stop()


if __name__ == "__main__":
    main()
