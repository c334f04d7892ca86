# SPDX-License-Identifier: GPL-2.0-or-later
"""Data sets that are not part of the project: in ../shared, or in the folder RECAP_SHARED."""

import os
import pathlib
import shutil
import subprocess
import unittest

from tests.end_to_end import programs

SHARED = pathlib.Path(os.environ.get("RECAP_SHARED") or programs.ROOT.parent / "shared")


def path(name):
    """A file of the shared folder; if it is missing, the test is reported as skipped."""
    found = SHARED / name
    if not found.exists():
        raise unittest.SkipTest(f"SKIPPED: {found} is not there")
    return found


def unpack(name, folder):
    """Unpacks data/NAME.tar.zst into the folder."""
    archive = path(f"data/{name}.tar.zst")
    if not shutil.which("zstd"):
        raise unittest.SkipTest(f"SKIPPED: zstd, which unpacks {archive}, is not installed")
    with subprocess.Popen(["zstd", "-dcq", archive], stdout=subprocess.PIPE) as plain:
        subprocess.run(["tar", "-x", "-C", folder, "--no-same-owner"], stdin=plain.stdout, check=True)
    return pathlib.Path(folder)
