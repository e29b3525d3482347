"""Each case of a file beside its result, as Spark has them: how many there are, and the cases that were refused.

    spark-submit --master MASTER --files mikrolaan join.py CASES COMMAND
"""

import sys

from pyspark import SparkConf, SparkContext

cases, command = sys.argv[1:]

conf = SparkConf().set("spark.hadoop.textinputformat.record.delimiter", "\n")
with SparkContext(conf=conf) as spark:
    lines = spark.textFile(cases)
    answers = lines.pipe(command, env={"RAYON_NUM_THREADS": "1"}, checkCode=True)
    # One answer a line, so the two have the same partitions with as many elements in each.
    pairs = lines.zip(answers)
    refused = pairs.filter(lambda pair: pair[1].startswith('{"error"'))
    print(pairs.count(), "cases,", refused.count(), "refused")
    for case, answer in refused.take(1):
        print(case)
        print(answer)
