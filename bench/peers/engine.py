# SPDX-License-Identifier: GPL-2.0-or-later
"""The common part of all engines: an index that is built once, a process that responds, and its memory."""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 600  # seconds; only a hanging program takes that long
MEBIBYTE = 1 << 20


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def run(command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stdout[-500:]}{done.stderr[-500:]}")
    return done.stdout


def family_of(process):
    """The process and all its descendants."""
    parents = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            parents[int(entry)] = int(pathlib.Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
    family = {process}
    while grown := {child for child, parent in parents.items() if parent in family} - family:
        family |= grown
    return family


class Engine:
    """An engine to compare. A subclass defines what it needs, and how it indexes, starts and is queried."""

    name = ""
    folder = ""  # of its index, below that of the collection
    protocol = "http"
    packages = ()  # Debian packages that may be missing, each with a program that it provides: (program, package)

    def __init__(self, place, threads, binaries):
        self.place = place  # folder for its index and its files
        self.threads, self.binaries = threads, binaries
        self.process = self.address = None

    # Implemented by the subclass.
    def build(self, source):
        """Builds the index in self.place from the JSON lines."""

    def start(self):
        """Starts it with self.launch or self.launch_at."""
        raise NotImplementedError

    def question(self, words, limit=10, count=False):
        """The line that recap-load sends; with count, the response has the number of matches."""
        raise NotImplementedError

    def read(self, body):
        """The total, or None if it is missing, and the ids of the hits in a response."""
        answer = json.loads(body)
        return answer.get("total"), [hit["id"] for hit in answer["hits"]]

    # Common to all.
    def missing(self):
        """What must be installed for it, or None."""
        absent = [package for program, package in self.packages if not shutil.which(program)]
        return "Debian's " + " and ".join(absent) if absent else ""

    def maker(self):
        """The program whose change makes an index stale, or None."""

    def ensure_index(self, source):
        """Builds the index, unless an earlier run built it from the same articles with the same program; returns the seconds."""
        of = [str(file.stat().st_mtime_ns) for file in (source, self.maker()) if file]
        made = self.place / "made"
        seconds, *known = made.read_text(encoding="ascii").split() if made.exists() else [0]
        if known != of:
            shutil.rmtree(self.place, ignore_errors=True)
            self.place.mkdir(parents=True)
            begin = time.perf_counter()
            self.build(source)
            seconds = time.perf_counter() - begin
            made.write_text(" ".join([f"{seconds:.1f}", *of]), encoding="ascii")
        return float(seconds)

    def index_bytes(self):
        return sum(file.stat().st_size for file in self.place.rglob("*") if file.is_file())

    def launch(self, command, **options):
        """Starts a program that prints `listening on http://ADDRESS:PORT`."""
        self.process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True, **options)
        line = self.process.stdout.readline()
        if "http://" not in line:
            raise RuntimeError(f"{command[0]} does not answer: {line}")
        self.address = line.split("//")[1].strip()

    def launch_at(self, command, port):
        """Starts a program that listens on a given port."""
        log = open(self.place / "log", "w", encoding="utf-8")
        self.process = subprocess.Popen([str(part) for part in command], stdout=log, stderr=log)
        log.close()
        self.address = f"127.0.0.1:{port}"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            with socket.socket() as attempt:
                if attempt.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError(f"{command[0]} does not answer: {(self.place / 'log').read_text(encoding='utf-8')[-500:]}")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def memory(self):
        """Private bytes (not of a file) and bytes of mapped files, of all its processes."""
        private = resident = 0
        for process in family_of(self.process.pid):
            try:
                rollup = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
            except OSError:
                continue
            sizes = {line.split(":")[0]: 1024 * int(line.split()[1]) for line in rollup.splitlines() if line.endswith("kB")}
            private += sizes["Anonymous"]
            resident += sizes["Rss"]
        return private, resident - private
