"""What docs/batch.md says of Spark, held against Spark: ends with the first statement that is no longer true.

    python3 claims.py MIKROLAAN FOLDER

MIKROLAAN is the path of the command, FOLDER a place for a few small files.
"""

import pathlib
import subprocess
import sys

from py4j.protocol import Py4JJavaError
from pyspark import SparkConf, SparkContext

ENVIRONMENT = {"RAYON_NUM_THREADS": "1"}
ERROR = '{"error"'


def main():
    command, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    conf = SparkConf().setMaster("local[2]").set("spark.ui.enabled", "false").set("spark.log.level", "OFF")
    with SparkContext(conf=conf) as spark:
        hadoop = spark._jsc.hadoopConfiguration()
        lines_end_elsewhere_too(spark, folder)
        hadoop.set("textinputformat.record.delimiter", "\n")
        lines_end_at_a_line_feed(spark, folder)
        bad_lines_fail_no_process(spark, command)
        a_process_that_fails_is_noticed(spark, command)
        the_environment_is_empty(spark)
        what_is_no_utf_8_is_replaced(spark, command, folder)
        bytes_are_not_piped(spark, folder)
        an_empty_partition_has_no_answers(spark, command)
        the_order_is_that_of_the_file(spark, folder)


def holds(statement, is_true):
    if not is_true:
        sys.exit(f"no longer true: {statement}")
    print("holds:", statement)


def file(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return str(path)


def lines_end_elsewhere_too(spark, folder):
    path = file(folder, "returns.txt", b"a\rb\r\nc\n")
    found = spark.textFile(path).collect()
    holds("without record.delimiter a carriage return ends a line, too", found == ["a", "b", "c"])


def lines_end_at_a_line_feed(spark, folder):
    path = file(folder, "feeds.txt", "a\rb\r\n\nc\u2028d\u0085e".encode())
    found = spark.textFile(path).collect()
    holds("with it a line ends at a line feed alone", found == ["a\rb\r", "", "c\u2028d\u0085e"])


def bad_lines_fail_no_process(spark, command):
    answers = spark.parallelize(["x", "", "{}"], 1).pipe(f"{command} check --lines", ENVIRONMENT, checkCode=True)
    found = answers.collect()
    holds("bad lines are answered and checkCode has nothing to say", len(found) == 3 and all_errors(found))


def all_errors(answers):
    return all(answer.startswith(ERROR) for answer in answers)


def a_process_that_fails_is_noticed(spark, command):
    lines = spark.parallelize(["{}"] * 10, 2)
    silent = lines.pipe(f"{command} chek --lines", ENVIRONMENT).collect()
    holds("without checkCode a process that fails gives no answers, and nothing is said", silent == [])
    try:
        lines.pipe(f"{command} chek --lines", ENVIRONMENT, checkCode=True).collect()
        said = ""
    except Py4JJavaError as error:
        said = str(error)
    holds("with checkCode it ends the job, with its exit status", "PIPE_FUNCTION_EXITED" in said and "2" in said)


def the_environment_is_empty(spark):
    found = spark.parallelize(["x"], 1).pipe("/usr/bin/env", ENVIRONMENT).collect()
    holds("the process has the environment it is given and no other", found == ["RAYON_NUM_THREADS=1"])


def what_is_no_utf_8_is_replaced(spark, command, folder):
    case = b'{"format":"mikrolaan-case/1","as_of":"2026-11","scenarios":[' \
        b'{"name":"Caf\xe9","start":"2027-01","benefit":{"monthly":12000}}]}\n'
    path = file(folder, "latin-1.jsonl", case)
    alone = subprocess.run([command, "check", "--lines", path], capture_output=True, check=True, text=True).stdout
    lines = spark.textFile(path)
    piped = lines.pipe(f"{command} check --lines", ENVIRONMENT, checkCode=True).collect()
    holds("a line that is not UTF-8 is refused by the command", alone.startswith(ERROR) and "utf-8" in alone)
    replaced = "\ufffd" in lines.first()
    holds("behind Spark its bytes are U+FFFD, and it may be read", replaced and piped == ['{"valid":true}'])
    invalid = spark_session(spark).read.text(path, lineSep="\n").where("not is_valid_utf8(value)")
    holds("is_valid_utf8 finds it", invalid.count() == 1)


def spark_session(spark):
    from pyspark.sql import SparkSession

    return SparkSession(spark)


def bytes_are_not_piped(spark, folder):
    path = file(folder, "bytes.txt", b"{}\n")
    found = spark.textFile(path, use_unicode=False).pipe("cat").collect()
    holds("with use_unicode=False the process reads Python's b'…'", found == ["b'{}'"])


def an_empty_partition_has_no_answers(spark, command):
    lines = spark.parallelize(["x"], 4)
    answers = lines.pipe(f"{command} check --lines", ENVIRONMENT, checkCode=True)
    counts = answers.glom().map(len).collect()
    holds("a partition without lines has no answers", sorted(counts) == [0, 0, 0, 1])


def the_order_is_that_of_the_file(spark, folder):
    expected = [str(number) for number in range(200_000)]
    path = file(folder, "numbers.txt", "\n".join(expected).encode())
    lines = spark.textFile(path, 7)
    holds("partitions stand in the order of the file", lines.pipe("cat").collect() == expected)
    shuffled = lines.repartition(3).pipe("cat").collect()
    holds("repartition loses the order", shuffled != expected and sorted(shuffled) == sorted(expected))


if __name__ == "__main__":
    main()
