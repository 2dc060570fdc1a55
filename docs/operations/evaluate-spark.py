"""Decides an NDJSON file on a Spark cluster, by RDD.pipe to `bonemets evaluate` on every worker.

    spark-submit evaluate-spark.py WORKFLOW INPUT OUTPUT DATE
    python3 evaluate-spark.py --local PARTS WORKFLOW INPUT OUTPUT DATE      (without Spark: the same command, part after part)

Needed on every worker: bonemets, or its command in BONEMETS, and the library in ./workflows or in LIBRARY. A partition does not
know where in the file it begins, so every line carries its number with it.
"""
import os
import shlex
import subprocess
import sys


def command(workflow, date):
    """Exit code 3 says that some lines were bad: they are error lines of the output, and no reason to decide the partition again."""
    evaluate = shlex.split(os.environ.get("BONEMETS", "bonemets")) + [
        "evaluate", workflow, "--library", os.environ.get("LIBRARY", "workflows"), "--input", "-", "--output", "-", "--as-of", date]
    return "sh -c " + shlex.quote(shlex.join(evaluate) + " || [ $? -eq 3 ]")


def numbered(indexed):
    """A line with its number, from 1. What is no JSON object stays as it is: it becomes an error line, with its number within the partition."""
    line, index = indexed
    rest = line.lstrip()[1:].lstrip()
    if not line.lstrip().startswith("{"):
        return line
    return '{"line":%d%s%s' % (index + 1, "" if rest.startswith("}") else ",", rest)


def on_spark(workflow, source, target, date):
    from pyspark import SparkContext

    lines = SparkContext(appName="bonemets").textFile(source)
    lines.zipWithIndex().map(numbered).pipe(command(workflow, date), env=dict(os.environ), checkCode=True).saveAsTextFile(target)


def here(parts, workflow, source, target, date):
    with open(source, encoding="utf-8", newline="\n") as file:
        lines = [numbered((line.rstrip("\n"), index)) for index, line in enumerate(file)]
    size = -(-len(lines) // parts)
    with open(target, "wb") as output:
        for start in range(0, len(lines), size):
            text = "\n".join(lines[start:start + size]) + "\n"
            output.write(subprocess.run(shlex.split(command(workflow, date)), input=text.encode(), stdout=subprocess.PIPE, check=True).stdout)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if len(arguments) == 6 and arguments[0] == "--local":
        here(int(arguments[1]), *arguments[2:])
    elif len(arguments) == 4:
        on_spark(*arguments)
    else:
        sys.exit(__doc__)
