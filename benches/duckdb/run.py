"""Runs a workload's load.sql and query.sql in DuckDB: run.py WORKLOAD_FOLDER INPUT_FOLDER THREADS.

Prints the seconds of both parts, then a line of name and row count for every table that query.sql creates.
"""

import re
import sys
import time
from pathlib import Path

import duckdb


def main(workload: Path, folder: str, threads: int) -> None:
    # A path in quotes cannot be a parameter of a prepared statement in CREATE TABLE.
    load = (workload / "load.sql").read_text().replace("{folder}", folder)
    query = (workload / "query.sql").read_text()
    # Where the rows come in does not matter to sets; keeping their order would cost DuckDB time.
    connection = duckdb.connect(config={"threads": threads, "preserve_insertion_order": False})
    timed(connection, "load", load)
    timed(connection, "run", query)
    for table in re.findall(r"CREATE TABLE (\w+)", query):
        ((rows,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()
        print(f"{table}\t{rows}")


def timed(connection: duckdb.DuckDBPyConnection, what: str, script: str) -> None:
    start = time.perf_counter()
    connection.execute(script)
    print(f"{what} {time.perf_counter() - start:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
