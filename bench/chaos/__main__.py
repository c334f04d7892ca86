# SPDX-License-Identifier: GPL-2.0-or-later
"""Does the daemon lose a request, or answer wrongly, while everything happens together? Readers ask questions with one
right answer, some faster than --rate allows; hostile clients send what no client should; a generation is published
every second; the indexer is killed; generations are damaged; files of editors change, some into nonsense; logs are
rotated; and the daemon is stalled and restarted, behind a socket that another process holds, as systemd does.

Usage: python3 -m bench.chaos [--seconds N] [--bin FOLDER]

Prints what was sent, answered, refused, lost and wrong. Ends with status 1 if something was lost or wrong.
"""

import argparse
import pathlib
import random
import socket
import sys
import tempfile
import threading
import time

from bench.chaos.clients import Counts, Hostile, Reader, Worker
from bench.chaos.disturbances import Daemon, Disturbances
from bench.chaos.truth import Site

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACE = 40  # requests per second of a reader, below the --rate of the daemon
COLUMNS = ("sent", "answered", "refused", "lost", "wrong", "asked again", "cut off")


def workers(over, port, site, counts, disturbances):
    """All disturbances, with the seconds between them."""
    kinds = ["kept connections"] * 6 + ["new connections"] * 3
    for number, kind in enumerate(kinds):
        yield Worker(over, Reader(port, site, counts, kind, f"127.0.1.{number + 1}").act, 1 / PACE)
    for _ in range(4):
        yield Worker(over, Reader(port, site, counts, "above the rate", "127.0.2.1").act)
    hostile = Hostile(port, counts)
    yield Worker(over, hostile.act, 0.02)
    for act, seconds in ((disturbances.publish, 1.0), (disturbances.kill_the_indexer, 7.0), (disturbances.damage, 9.0),
                         (disturbances.edit, 0.4), (disturbances.hang_up, 3.0), (disturbances.restart, 6.0),
                         (disturbances.stall, 11.0), (disturbances.daemon.memory, 1.0)):
        yield Worker(over, act, seconds)


def report(seconds, counts, disturbances):
    lines = [f"{seconds:.0f} seconds", f"{'':18}" + "".join(f"{name:>13}" for name in COLUMNS)]
    for kind, of in sorted(counts.of.items()):
        lines.append(f"{kind:18}" + "".join(f"{of[name]:13,}" for name in COLUMNS))
    lines.append("meanwhile: " + ", ".join(f"{count:,} times {what}" for what, count in disturbances.happened.most_common()))
    lines.append(f"memory, without files: {disturbances.daemon.most_memory:.1f} MB at most")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "build/release/bin")
    options = parser.parse_args()
    random.seed(1)
    with tempfile.TemporaryDirectory() as name, socket.socket() as listening:
        folder = pathlib.Path(name)
        for file in ("pins.toml", "synonyms.toml"):
            (folder / file).write_text("", encoding="utf-8")
        listening.bind(("127.0.0.1", 0))
        listening.listen(1024)
        site, counts, over = Site(folder), Counts(), threading.Event()
        disturbances = Disturbances(options.bin, folder, site, None)
        disturbances.publish()
        disturbances.daemon = daemon = Daemon(options.bin, folder, listening)
        running = list(workers(over, listening.getsockname()[1], site, counts, disturbances))
        begin = time.monotonic()
        for worker in running:
            worker.start()
        while time.monotonic() < begin + options.seconds and not any(worker.failure for worker in running):
            over.wait(0.2)
        over.set()
        for worker in running:
            worker.join()
        daemon.stop()
        print(report(time.monotonic() - begin, counts, disturbances))
        failures = [repr(worker.failure) for worker in running if worker.failure]
        print(*counts.faults, *failures, sep="\n", end="\n" if counts.faults or failures else "")
        bad = sum(of["lost"] + of["wrong"] for of in counts.of.values())
        return 1 if bad or failures else 0


if __name__ == "__main__":
    sys.exit(main())
