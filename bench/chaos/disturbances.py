# SPDX-License-Identifier: GPL-2.0-or-later
"""What happens to a daemon in operation, all together."""

import collections
import os
import pathlib
import random
import shutil
import signal
import subprocess
import threading

from bench.chaos import truth

# LISTEN_PID must be the number of the process, which only the process itself knows.
START = 'exec 3<&"$1"; export LISTEN_FDS=1 LISTEN_PID=$$; shift; exec "$@"'
PATIENCE = 60


class Daemon:
    """recap-searchd behind a socket that outlives it."""

    def __init__(self, programs, folder, listening):
        self.command = [programs / "recap-searchd", "--db", folder / "db", "--pins", folder / "pins.toml",
                        "--synonyms", folder / "synonyms.toml", "--insights", folder / "insights.db",
                        "--access-log", folder / "access.log", "--slow-query", "500",
                        "--rate", "60"]
        self.listening, self.log = listening, open(folder / "searchd.log", "ab")  # pylint: disable=consider-using-with
        self.process, self.lock, self.most_memory = None, threading.Lock(), 0
        self.start()

    def start(self):
        descriptor = self.listening.fileno()
        self.process = subprocess.Popen(["bash", "-c", START, "-", str(descriptor), *self.command], stderr=self.log,
                                        stdout=subprocess.PIPE, pass_fds=[descriptor])
        if not self.process.stdout.readline().startswith(b"listening"):
            raise AssertionError("recap-searchd did not start: see searchd.log")

    def restart(self):
        with self.lock:
            self.stop()
            self.start()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=PATIENCE) != 0:
            raise AssertionError(f"recap-searchd ended with {self.process.returncode}")

    def tell(self, number):
        with self.lock:
            self.process.send_signal(number)

    def memory(self):
        """Private memory (not of files), in MB."""
        with self.lock:
            status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        held = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon:")) / 1024
        self.most_memory = max(self.most_memory, held)
        return held


class Disturbances:
    """Each method disturbs once. `site`: of truth.py."""

    def __init__(self, programs, folder, site, daemon):
        self.programs, self.folder, self.site, self.daemon = programs, folder, site, daemon
        self.happened = collections.Counter()
        self.indexing = threading.Lock()

    def index(self):
        command = [self.programs / "recap-indexer", "--quiet", "--db", self.folder / "db", "--keep", "3", self.site.source]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def publish(self):
        with self.indexing:
            versions = self.site.change(random.sample(range(truth.ARTICLES), 3))
            done = self.index()
            said = done.communicate(timeout=PATIENCE)[1]
            if done.returncode != 0:
                raise AssertionError(f"recap-indexer: {said.decode()}")
            self.site.published(versions)
        self.happened["published"] += 1

    def kill_the_indexer(self):
        with self.indexing:
            self.site.change([random.randrange(truth.ARTICLES)])
            one = self.index()
            try:
                one.wait(timeout=random.random() * 0.15)
            except subprocess.TimeoutExpired:
                one.kill()
            one.communicate()
        self.happened["indexer killed"] += 1

    def damage(self):
        """Makes a damaged generation current, as a disk or a mistake may, and then the good one again."""
        with self.indexing:
            db = self.folder / "db"
            good = (db / "CURRENT").read_text(encoding="ascii").strip()
            bad = db / "gen-9999999"
            shutil.copytree(db / good, bad)
            victims = [file for file in sorted(bad.rglob("*")) if file.is_file() and file.stat().st_size > 0]
            file = random.choice(victims)
            content = bytearray(file.read_bytes())
            place = random.randrange(len(content))
            content[place] ^= 1 << random.randrange(8)
            file.write_bytes(content)
            self.switch(bad.name)
            threading.Event().wait(0.5)  # so that the daemon notices it
            self.switch(good)
            threading.Event().wait(0.5)
            shutil.rmtree(bad)
        self.happened["generation damaged"] += 1

    def switch(self, name):
        db = self.folder / "db"
        (db / "CURRENT.new").write_text(name + "\n", encoding="ascii")
        os.replace(db / "CURRENT.new", db / "CURRENT")

    def edit(self):
        """Changes files of editors, some of them into nonsense, some of them halfway."""
        pins = random.choice([
            "", f'[[query]]\nq = "{truth.PINNED}"\npinned = ["a1"]\n', "[[query]]\nq = ",
            f'[[query]]\nq = "{truth.PINNED}"\npinned = ["a2", {{ id = "a3", place = 5 }}]\nhidden = ["a1"]\n',
        ])
        synonyms = random.choice(["", '[[mutual]]\nwords = ["report", "memo"]\n', "[[mutual"])
        self.write(pins, synonyms)
        self.happened["levers changed"] += 1

    def write(self, pins, synonyms):
        (self.folder / "pins.toml").write_text(pins, encoding="utf-8")
        (self.folder / "synonyms.toml").write_text(synonyms, encoding="utf-8")

    def hang_up(self):
        log = self.folder / "access.log"
        if log.exists():
            log.replace(self.folder / "access.log.old")
        self.daemon.tell(signal.SIGHUP)
        self.happened["logs rotated"] += 1

    def restart(self):
        self.daemon.restart()
        self.happened["restarted"] += 1

    def stall(self):
        """Stops the daemon for a while, as a busy machine may."""
        with self.daemon.lock:  # so that nothing else waits for a stopped daemon
            self.daemon.process.send_signal(signal.SIGSTOP)
            threading.Event().wait(0.3)
            self.daemon.process.send_signal(signal.SIGCONT)
        self.happened["stalled"] += 1
