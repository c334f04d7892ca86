# SPDX-License-Identifier: GPL-2.0-or-later
"""The Debian package: its contents fit together."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from tests.end_to_end import programs

PACKAGING = programs.ROOT / "packaging"
DOCKERFILE = PACKAGING / "Dockerfile"
UNITS = ("recap-searchd.service", "recap-searchd.socket", "recap-indexer.service", "recap-indexer.timer")


@unittest.skipUnless(shutil.which("dpkg-shlibdeps") and shutil.which("cpack"), "*** SKIPPED: no dpkg-dev ***")
class PackageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        made = subprocess.run(["cpack", "--config", programs.BIN.parent / "CPackConfig.cmake", "-B", folder.name],
                              capture_output=True, text=True, timeout=300, check=False, umask=0o077)
        if made.returncode != 0:
            raise AssertionError(made.stdout + made.stderr)
        [package] = pathlib.Path(folder.name).glob("recap_*.deb")
        cls.listed = subprocess.run(["dpkg-deb", "--contents", package], capture_output=True, text=True,
                                    check=True).stdout.splitlines()
        cls.tree = pathlib.Path(folder.name) / "tree"
        subprocess.run(["dpkg-deb", "--raw-extract", package, cls.tree], check=True)

    def control(self, name):
        text = (self.tree / "DEBIAN" / "control").read_text(encoding="utf-8")
        return re.search(rf"^{name}: (.*)$", text, re.M)[1]

    def test_it_holds_programs_with_their_pages_units_and_configuration(self):
        for file in ("usr/bin/recap-indexer", "usr/bin/recap-searchd", "usr/share/man/man1/recap-indexer.1",
                     "usr/share/man/man1/recap-searchd.1", "usr/share/bash-completion/completions/recap-searchd",
                     "usr/share/doc/recap/copyright", "usr/share/doc/recap/operations.md",
                     "usr/lib/sysusers.d/recap.conf", *(f"lib/systemd/system/{unit}" for unit in UNITS)):
            with self.subTest(file):
                self.assertTrue((self.tree / file).is_file())

    def test_everybody_may_read_it_whoever_built_it(self):
        for row in self.listed:
            mode, owner, *_, name = row.split()
            program = name.startswith("./usr/bin/") and mode.startswith("-")
            expected = "drwxr-xr-x" if mode.startswith("d") else "-rwxr-xr-x" if program else "-rw-r--r--"
            with self.subTest(name):
                self.assertEqual((mode, owner), (expected, "root/root"))

    def test_it_depends_on_the_libraries_that_the_programs_need(self):
        for library in ("libxapian30", "libicu72", "libcmark-gfm", "libgumbo1"):
            self.assertIn(library, self.control("Depends"))

    def test_the_image_has_the_libraries_that_the_package_depends_on(self):
        needed = set(re.findall(r"[a-z][\w.+-]+(?= \(|,|$)", self.control("Depends")))
        image = DOCKERFILE.read_text(encoding="utf-8").split("--no-install-recommends")[1].split("&&")[0]
        of_the_system = {"systemd", "libc6", "libgcc-s1", "libstdc++6"}
        self.assertEqual(set(image.replace("\\", " ").split()), needed - of_the_system)

    def test_changed_configuration_survives_an_upgrade(self):
        kept = (self.tree / "DEBIAN" / "conffiles").read_text(encoding="utf-8").split()
        shipped = [f"/{file.relative_to(self.tree)}" for file in (self.tree / "etc").rglob("*") if file.is_file()]
        self.assertEqual(sorted(kept), sorted(shipped))

    def test_units_start_programs_and_read_configuration_that_exist(self):
        for unit in ("recap-searchd.service", "recap-indexer.service"):
            text = (self.tree / "lib/systemd/system" / unit).read_text(encoding="utf-8")
            program, config = re.search(r"^ExecStart=(\S+) --config (\S+)$", text, re.M).groups()
            self.assertTrue((self.tree / "usr/bin" / program).is_file())
            self.assertTrue((self.tree / config.lstrip("/")).is_file())

    @unittest.skipUnless(shutil.which("systemd-analyze"), "*** SKIPPED: no systemd-analyze ***")
    def test_systemd_understands_the_units(self):
        folder = self.tree / "lib/systemd/system"
        text = "".join((folder / unit).read_text(encoding="utf-8") for unit in UNITS)
        for program in set(re.findall(r"^ExecStart=(\S+)", text, re.M)):
            for unit in UNITS: # systemd-analyze verify looks for programs on this machine
                file = folder / unit
                file.write_text(file.read_text(encoding="utf-8").replace(
                    f"={program} ", f"={self.tree}/usr/bin/{program} "), encoding="utf-8")
        verified = subprocess.run(["systemd-analyze", "verify", "--man=no", *(folder / unit for unit in UNITS)],
                                  capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual((verified.returncode, verified.stderr), (0, ""))


class ImageTest(programs.ProgramTest):
    """The steps of the Dockerfile, without an image."""

    def setUp(self):
        super().setUp()
        self.write("a.md", "# A\nwords\n")
        programs.index(self.db, self.site)
        text = DOCKERFILE.read_text(encoding="utf-8")
        self.command = json.loads(re.search(r"^CMD (\[.*\])$", text, re.M)[1])
        self.health = json.loads(re.search(r"^  CMD (\[.*\])$", text, re.M)[1])

    def check_health(self, address):
        command = [part.replace("127.0.0.1/8080", address.replace(":", "/")) for part in self.health]
        return subprocess.run(command, capture_output=True, timeout=programs.PATIENCE, check=False).returncode

    def test_its_command_serves_and_its_health_check_sees_it(self):
        options = [option.replace("0.0.0.0:8080", "0.0.0.0:0") for option in self.command[2:]]
        self.assertEqual(self.command[:2], ["--db", "/var/lib/recap/index"])
        daemon = self.start(*options)
        address = daemon.address.replace("0.0.0.0", "127.0.0.1")
        self.assertEqual(self.check_health(address), 0)
        self.assertEqual(daemon.stop(), 0)
        self.assertNotEqual(self.check_health(address), 0)

    def test_the_options_of_the_compose_file_exist(self):
        text = (PACKAGING / "compose.yaml").read_text(encoding="utf-8")
        for program, key in (("recap-indexer", "entrypoint"), ("recap-searchd", "command")):
            given = json.loads(re.search(rf"^    {key}: (\[.*\])$", text, re.M)[1])
            help_text = subprocess.run([programs.BIN / program, "--help"], capture_output=True, text=True, check=True).stdout
            for option in (part for part in given if part.startswith("--")):
                self.assertIn(f"{option} ", help_text)


class ConfigurationTest(programs.ProgramTest):
    def test_the_programs_accept_the_configuration_as_shipped(self):
        self.write("a.md", "# A\nwords\n")
        done = programs.index(self.db, self.site, options=("--config", PACKAGING / "indexer.toml"))
        self.assertEqual(done.returncode, 0, done.stderr)
        daemon = self.start("--config", PACKAGING / "searchd.toml")
        self.assertEqual(daemon.search("words")["total"], 1)

    def test_every_option_shipped_as_a_comment_exists(self):
        for program in ("indexer", "searchd"):
            text = (PACKAGING / f"{program}.toml").read_text(encoding="utf-8")
            options = subprocess.run([programs.BIN / f"recap-{program}", "--help"], capture_output=True, text=True,
                                     check=True).stdout
            for name in re.findall(r"^# ([a-z-]+) = ", text, re.M):
                with self.subTest(program=program, option=name):
                    self.assertRegex(options, rf"--{name} |\b{name} ")


if __name__ == "__main__":
    unittest.main()
