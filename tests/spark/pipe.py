"""The lines of a file through a command, on every core of a Spark cluster: one line out for each line in, in the same order.

    spark-submit --master MASTER --files mikrolaan pipe.py CASES RESULTS COMMAND

RESULTS is the folder of the results: `cat RESULTS/part-*` is what one process would have written.
"""

import sys

from pyspark import SparkConf, SparkContext

cases, results, command = sys.argv[1:]

# A line ends at a line feed and nowhere else, as for the command.
conf = SparkConf().set("spark.hadoop.textinputformat.record.delimiter", "\n")
with SparkContext(conf=conf) as spark:
    lines = spark.textFile(cases)
    # One core a task: Spark starts as many tasks as it has cores. A process that fails fails its task.
    answers = lines.pipe(command, env={"RAYON_NUM_THREADS": "1"}, checkCode=True)
    answers.saveAsTextFile(results)
