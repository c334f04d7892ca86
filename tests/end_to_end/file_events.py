# SPDX-License-Identifier: GPL-2.0-or-later
"""Events of the names in a folder, from the kernel (inotify)."""

import ctypes
import os
import select
import struct

CREATED, MOVED_TO, DELETED = 0x100, 0x80, 0x200
HEADER = struct.Struct("iIII")


class Watch:
    """Misses no event of the folder after its construction. Must be closed."""

    def __init__(self, folder):
        libc = ctypes.CDLL(None, use_errno=True)
        self.descriptor = libc.inotify_init1(os.O_CLOEXEC)
        added = libc.inotify_add_watch(self.descriptor, os.fsencode(folder), CREATED | MOVED_TO | DELETED)
        if self.descriptor < 0 or added < 0:
            raise OSError(ctypes.get_errno(), "inotify")

    def events(self, patience):
        """Waits for events, at most this many seconds; returns (kind, name) of each."""
        if not select.select([self.descriptor], [], [], patience)[0]:
            raise TimeoutError("nothing happens in the folder")
        data = os.read(self.descriptor, 65536)
        while data:
            _, mask, _, length = HEADER.unpack_from(data)
            name = data[HEADER.size:HEADER.size + length].rstrip(b"\0")
            data = data[HEADER.size + length:]
            yield mask & (CREATED | MOVED_TO | DELETED), os.fsdecode(name)

    def close(self):
        os.close(self.descriptor)
