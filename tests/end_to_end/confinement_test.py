# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the kernel has Landlock, recap-searchd can open only the files that it needs."""

import ctypes
import pathlib
import shutil
import tempfile
import time
import unittest

from tests.end_to_end import programs

CREATE_RULESET = 444 # the system call, on every architecture
HAS_LANDLOCK = ctypes.CDLL(None).syscall(CREATE_RULESET, None, ctypes.c_size_t(0), 1) > 0


@unittest.skipUnless(HAS_LANDLOCK, "*** SKIPPED: this kernel has no Landlock ***")
class ConfinementTest(programs.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.md", "# One\nalpha\n")
        programs.index(self.db, self.site)
        elsewhere = tempfile.TemporaryDirectory()
        self.addCleanup(elsewhere.cleanup)
        self.elsewhere = pathlib.Path(elsewhere.name)

    def lead_elsewhere(self):
        """Makes current, by a link, a generation outside the folder of the index."""
        self.write("a.md", "# One\nbeta\n")
        programs.index(self.db, self.site)
        (self.db / "CURRENT").write_text("gen-0001\n", encoding="ascii")
        shutil.move(self.db / "gen-0002", self.elsewhere / "moved")
        (self.db / "gen-0002").symlink_to(self.elsewhere / "moved")

    def switch(self):
        (self.db / "new").write_text("gen-0002\n", encoding="ascii")
        (self.db / "new").rename(self.db / "CURRENT")

    def wait_until(self, condition):
        end = time.monotonic() + programs.PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end)

    def test_files_elsewhere_are_not_opened(self):
        self.lead_elsewhere()
        daemon = self.start("--admin-listen", f"unix:{self.folder}/admin")
        self.switch()
        self.wait_until(lambda: "keeping the current index" in daemon.ask_socket("/readyz"))
        self.assertEqual(daemon.search("alpha")["total"], 1)

    def test_an_option_keeps_access_to_all_files(self):
        self.lead_elsewhere()
        daemon = self.start("--unconfined")
        self.switch()
        self.wait_until(lambda: daemon.search("beta")["total"] == 1)

    def test_files_that_are_needed_can_be_replaced(self):
        keys = self.elsewhere / "keys.toml"
        secrets = ("first-key-0123456789", "other-key-0123456789")

        def put(secret):
            (self.elsewhere / "new").write_text(f'[[key]]\nname = "a"\nrole = "search"\nkey = "{secret}"\n',
                                                encoding="utf-8")
            (self.elsewhere / "new").rename(keys)

        put(secrets[0])
        daemon = self.start("--keys", keys, "--insights", self.elsewhere / "insights.db")
        shutil.rmtree(self.db)
        self.write("a.md", "# One\ngamma\n")
        programs.index(self.db, self.site)
        put(secrets[1])
        self.wait_until(lambda: daemon.request("/v1/search?q=a", headers={"Authorization": f"Bearer {secrets[1]}"})[0] == 200)
        headers = {"Authorization": f"Bearer {secrets[1]}"}
        self.wait_until(lambda: daemon.request("/v1/search?q=gamma", headers=headers)[2]["total"] == 1)
        self.assertTrue((self.elsewhere / "insights.db").exists())

    def test_the_log_says_so(self):
        daemon = self.start()
        status = pathlib.Path(f"/proc/{daemon.process.pid}/status").read_text(encoding="ascii")
        self.assertRegex(status, r"NoNewPrivs:\s1\b")
        daemon.process.terminate()
        self.assertIn("confined: no other file can be opened", daemon.process.communicate(timeout=programs.PATIENCE)[1])


class SystemCallsTest(programs.ProgramTest):
    def filters(self, daemon):
        """The mode of seccomp of each thread: 2 is a filter."""
        tasks = pathlib.Path(f"/proc/{daemon.process.pid}/task").iterdir()
        return {line.split()[1] for task in tasks for line in (task / "status").read_text(encoding="ascii").splitlines()
                if line.startswith("Seccomp:")}

    @unittest.skipUnless("Seccomp:" in pathlib.Path("/proc/self/status").read_text(encoding="ascii"),
                         "*** SKIPPED: this kernel has no seccomp ***")
    def test_all_threads_give_up_system_calls_by_default(self):
        own = {line.split()[1] for line in pathlib.Path("/proc/self/status").read_text(encoding="ascii").splitlines()
               if line.startswith("Seccomp:")}
        self.write("a.md", "# One\nalpha\n")
        programs.index(self.db, self.site)
        # The log mentions it after the address is printed.
        daemon = self.start()
        self.assertEqual(daemon.search("alpha")["total"], 1)
        daemon.process.terminate()
        said = daemon.process.communicate(timeout=programs.PATIENCE)[1]
        self.assertIn("confined: system calls that it does not need are refused", said)
        daemon = self.start("--access-log", self.folder / "log", "--insights", self.folder / "insights.db")
        end = time.monotonic() + programs.PATIENCE
        while self.filters(daemon) != {"2"}:
            self.assertLess(time.monotonic(), end)
        self.assertEqual(daemon.search("alpha")["total"], 1)
        self.assertEqual(daemon.stop(), 0)
        daemon = self.start("--unconfined")
        self.assertEqual(self.filters(daemon), own)


if __name__ == "__main__":
    unittest.main()
