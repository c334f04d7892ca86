# SPDX-License-Identifier: GPL-2.0-or-later
"""Queries engines alternately and reports the results."""

import dataclasses
import json
import pathlib
import statistics
import subprocess
import time

from bench.peers.engine import MEBIBYTE

ONE_WORD = 200  # most queries of one word whose totals are compared


@dataclasses.dataclass
class Result:
    """Results of one engine."""

    engine: object
    seconds_to_index: float
    runs: dict = dataclasses.field(default_factory=dict)  # by connections: the results of recap-load in each round
    totals: list = dataclasses.field(default_factory=list)  # for each query; None if it is missing
    private: int = 0
    mapped: int = 0

    def median(self, connections, key):
        return statistics.median(run[key] for run in self.runs[connections])

    def ratio(self, base, connections):
        """Requests per second relative to another, in the same round."""
        return statistics.median(run["rps"] / other["rps"] for run, other in zip(self.runs[connections], base.runs[connections]))


class Asker:
    """recap-load, with the queries of an engine in a file."""

    def __init__(self, load, scratch):
        self.load, self.scratch = load, pathlib.Path(scratch)

    def command(self, engine, lines, connections=1, seconds=0.0, answers=None):
        file = self.scratch / "questions"
        file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        command = [self.load, engine.address, file, "--connections", connections, "--seconds", seconds, "--protocol", engine.protocol]
        return [str(part) for part in command + (["--answers", answers] if answers else [])]

    def run(self, engine, lines, connections=1, seconds=0.0):
        done = subprocess.run(self.command(engine, lines, connections, seconds), capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{engine.name}: {done.stderr}")
        said = json.loads(done.stdout)
        if said["failed"]:
            raise RuntimeError(f"{engine.name}: {done.stderr}")
        return said

    def answers(self, engine, lines):
        """The bodies, in order."""
        file = self.scratch / "answers"
        subprocess.run(self.command(engine, lines, answers=file), stdout=subprocess.DEVNULL, check=True)
        # Ends of lines within an answer are vertical tabs in the file; split() alone would take these for ends too.
        return [body.replace("\v", "\n") for body in file.read_text(encoding="utf-8").split("\n")[:-1]]

    def memory(self, engine, lines, seconds):
        """The peak while it responds: Omega's processes exist only then."""
        most = (0, 0)
        with subprocess.Popen(self.command(engine, lines, 2, seconds), stdout=subprocess.DEVNULL) as load:
            while load.poll() is None:
                most = max(most, engine.memory())
                time.sleep(0.1)
        return most


def ask_or_leave_out(result, ask):
    """Whether the engine succeeded; one that fails or ends is reported."""
    try:
        ask(result)
        return True
    except (RuntimeError, ValueError, subprocess.CalledProcessError, OSError) as error:
        print(f"{result.engine.name}: left out, since it failed: {error}", flush=True)
        return False


def compare(results, questions, asker, rounds, seconds):
    """Counts matches first, which also warms everything up, then measures alternately. Returns the results of all that responded."""

    def count(result):
        engine = result.engine
        bodies = asker.answers(engine, [engine.question(words, count=True) for words in questions])
        result.totals = [engine.read(body)[0] for body in bodies]

    def take_time(result):
        run = asker.run(result.engine, lines[result.engine], connections, seconds)
        result.runs.setdefault(connections, []).append(run)

    def weigh(result):
        result.private, result.mapped = asker.memory(result.engine, lines[result.engine], seconds)

    lines = {result.engine: [result.engine.question(words) for words in questions] for result in results}
    results = [result for result in results if ask_or_leave_out(result, count)]
    for _ in range(rounds):
        for connections in (1, 2):
            results = [result for result in results if ask_or_leave_out(result, take_time)]
    return [result for result in results if ask_or_leave_out(result, weigh)]


def agreement(result, base, questions):
    """For queries of one word: how many find as many articles as the base, and within a tenth."""
    pairs = [(ours, theirs) for ours, theirs, words in zip(result.totals, base.totals, questions)
             if len(words) == 1 and None not in (ours, theirs)][:ONE_WORD]
    if not pairs:
        return "-"
    same = sum(ours == theirs for ours, theirs in pairs)
    near = sum(abs(ours - theirs) <= 0.1 * max(theirs, 1) for ours, theirs in pairs)
    return f"{same}, {near} of {len(pairs)}"


def found(result):
    totals = [total for total in result.totals if total is not None]
    return (f"{statistics.fmean(totals):.0f}", str(sum(total == 0 for total in totals))) if totals else ("-", "-")


def table(results, base, questions, text_bytes):
    """In Markdown."""
    rows = [["", "requests/s at 1", "p50 ms", "p99 ms", "requests/s at 2", "p50 ms", "p99 ms", f"of {base.engine.name} at 1", "at 2",
             "private MB", "mapped MB", "index / text", "index s", "articles found", "nothing found",
             f"as many as {base.engine.name}, within 10 %"]]
    for result in results:
        timed = [f"{result.median(connections, key):{form}}" for connections in (1, 2)
                 for key, form in (("rps", ",.0f"), ("p50_ms", ".2f"), ("p99_ms", ".2f"))]
        size = result.engine.index_bytes()
        rows.append([result.engine.name, *timed, *(f"{result.ratio(base, connections):.2f}" for connections in (1, 2)),
                     f"{result.private / MEBIBYTE:.0f}", f"{result.mapped / MEBIBYTE:.0f}",
                     f"{size / text_bytes:.2f}" if size else "-", f"{result.seconds_to_index:.0f}", *found(result),
                     agreement(result, base, questions)])
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
