# SPDX-License-Identifier: GPL-2.0-or-later
"""xapian-tcpsrv on a free port of the loopback."""

import os
import shutil
import signal
import socket
import subprocess

PROGRAM = shutil.which("xapian-tcpsrv")


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class ShardServer:
    """Serves one shard, a process for each connection."""

    def __init__(self, folder):
        self.folder = folder
        self.process = None
        self.port = free_port()
        while not self.start():
            self.port = free_port()  # another process took the port

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def start(self):
        """Starts it on self.port; false if that port is taken."""
        command = [PROGRAM, "--interface", "127.0.0.1", "--port", str(self.port), self.folder]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                        start_new_session=True)
        for line in self.process.stdout:
            if "Listening" in line:
                return True
        self.process.wait()
        self.process.stdout.close()
        self.process = None
        return False

    def end_connections(self):
        """Closes its connections, as it does itself after a minute without requests; new ones can be opened."""
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children", encoding="ascii") as children:
            for child in children.read().split():
                os.kill(int(child), signal.SIGKILL)

    def signal(self, number):
        """Signals it and the processes of its connections."""
        os.killpg(self.process.pid, number)

    def stop(self):
        if self.process is None:
            return
        self.signal(signal.SIGKILL)
        self.process.communicate()
        self.process = None
