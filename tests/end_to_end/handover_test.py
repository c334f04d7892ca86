# SPDX-License-Identifier: GPL-2.0-or-later
"""A restart with a socket that another process holds, such as systemd: no request is lost."""

import http.client
import os
import queue
import shutil
import signal
import socket
import subprocess
import threading
import unittest

from tests.end_to_end import programs

# LISTEN_PID must be the number of the process, which only the process itself knows.
START = 'exec 3<&"$1"; export LISTEN_FDS=1 LISTEN_PID=$$; shift; exec "$@"'


class HandoverTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        programs.index(self.db, programs.ROOT / "corpus")
        self.socket = socket.socket()
        self.addCleanup(self.socket.close)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(1024)
        self.port = self.socket.getsockname()[1]

    def serve(self, *options, descriptor=None):
        descriptor = descriptor or self.socket.fileno()
        command = ["bash", "-c", START, "-", str(descriptor), programs.BIN / "recap-searchd", "--db", self.db, *options]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, pass_fds=[descriptor])

        def stop():
            process.terminate()
            process.communicate(timeout=programs.PATIENCE)

        self.addCleanup(stop)
        return process

    def test_a_restart_under_load_loses_no_request(self):
        daemon = self.serve()
        self.assertEqual(daemon.stdout.readline(), f"listening on http://127.0.0.1:{self.port}\n")
        done = threading.Event()
        self.addCleanup(done.set)  # otherwise its clients would continue after a failed check
        answered, lost = queue.Queue(), []

        def ask():
            while not done.is_set():
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=programs.PATIENCE)
                try:
                    connection.request("GET", "/v1/search?q=onboarding")
                    answer = connection.getresponse()
                    answer.read()
                    answered.put(answer.status)
                except OSError as error:
                    lost.append(repr(error))
                except http.client.HTTPException as error:
                    lost.append(repr(error))
                finally:
                    connection.close()

        clients = [threading.Thread(target=ask) for _ in range(4)]
        for client in clients:
            client.start()

        def fifty():
            return {answered.get(timeout=programs.PATIENCE) for _ in range(50)}

        for _ in range(5):
            self.assertEqual(fifty(), {200})
            daemon.send_signal(signal.SIGTERM)
            daemon.communicate(timeout=programs.PATIENCE)
            self.assertEqual(daemon.returncode, 0)
            daemon = self.serve()
        self.assertEqual(fifty(), {200})
        done.set()
        for client in clients:
            client.join()
        self.assertEqual(lost, [])

    def test_the_socket_handed_over_decides_who_may_connect(self):
        with socket.socket() as open_to_all:
            open_to_all.bind(("0.0.0.0", 0))
            open_to_all.listen()
            refused = self.serve(descriptor=open_to_all.fileno())
            self.assertIn("the socket handed over, 0.0.0.0: other hosts can reach this address",
                          refused.communicate(timeout=programs.PATIENCE)[1])
            self.assertEqual(refused.returncode, 2)
            served = self.serve("--public", descriptor=open_to_all.fileno())
            self.assertIn("listening on http://0.0.0.0:", served.stdout.readline())

    @unittest.skipUnless(shutil.which("systemd-socket-activate"), "systemd is not installed")
    def test_the_first_client_of_a_socket_of_systemd_starts_it_and_is_answered(self):
        path = os.fspath(self.folder / "socket")
        command = ["systemd-socket-activate", "--listen", path, programs.BIN / "recap-searchd", "--db", self.db]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as daemon:
            self.addCleanup(daemon.kill)
            self.assertIn("Listening on", daemon.stderr.readline())
            with socket.socket(socket.AF_UNIX) as client:
                client.settimeout(programs.PATIENCE)
                client.connect(path)
                client.sendall(b"GET /v1/search?q=onboarding HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                with client.makefile("rb") as answer:
                    self.assertTrue(answer.readline().startswith(b"HTTP/1.1 200 "))
            self.assertEqual(daemon.stdout.readline(), f"listening on unix:{path}\n")
            daemon.terminate()
            daemon.communicate(timeout=programs.PATIENCE)
            self.assertEqual(daemon.returncode, 0)

    def test_a_file_or_several_sockets_are_refused(self):
        path = os.fspath(self.folder / "socket")
        with socket.socket(socket.AF_UNIX) as local:
            local.bind(path)
            local.listen()
            daemon = self.serve(descriptor=local.fileno())
            self.assertEqual(daemon.stdout.readline(), f"listening on unix:{path}\n")
            daemon.terminate()
            daemon.communicate(timeout=programs.PATIENCE)
            self.assertTrue(os.path.exists(path))
        environment = {**os.environ, "LISTEN_FDS": "2"}
        command = ["bash", "-c", 'export LISTEN_PID=$$; exec "$@"', "-", programs.BIN / "recap-searchd", "--db", self.db]
        done = subprocess.run(command, capture_output=True, text=True, timeout=programs.PATIENCE, check=False, env=environment)
        self.assertEqual(done.returncode, 2)
        self.assertIn("LISTEN_FDS=2: takes one socket", done.stderr)

    def test_without_a_socket_handed_over_listen_applies(self):
        command = ["bash", "-c", 'export LISTEN_FDS=0 LISTEN_PID=$$; exec "$@"', "-", programs.BIN / "recap-searchd", "--db", self.db,
                   "--listen", "127.0.0.1:0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
            self.assertTrue(daemon.stdout.readline().startswith("listening on http://127.0.0.1:"))
            daemon.terminate()

    def test_sockets_of_another_process_are_left_alone(self):
        environment = {**os.environ, "LISTEN_FDS": "1", "LISTEN_PID": "1"}
        command = [programs.BIN / "recap-searchd", "--db", self.db, "--listen", "127.0.0.1:0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment) as daemon:
            self.assertNotIn(str(self.port), daemon.stdout.readline())
            daemon.terminate()


if __name__ == "__main__":
    unittest.main()
