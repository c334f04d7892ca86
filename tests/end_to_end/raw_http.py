# SPDX-License-Identifier: GPL-2.0-or-later
"""Sends raw bytes to the daemon, and reads what comes back."""

import dataclasses
import gzip
import json
import socket

from tests.end_to_end import programs


@dataclasses.dataclass
class Answer:
    status: int
    fields: dict
    body: bytes

    def json(self):
        packed = self.fields.get("Content-Encoding") == "gzip"
        return json.loads(gzip.decompress(self.body) if packed else self.body)


def first_answer(data):
    """The response at the beginning of these bytes, and the bytes after it."""
    head, _, rest = data.partition(b"\r\n\r\n")
    line, *fields = head.decode("ascii").split("\r\n")
    fields = dict(field.split(": ", 1) for field in fields)
    length = int(fields.get("Content-Length", 0))
    return Answer(int(line.split(" ")[1]), fields, rest[:length]), rest[length:]


def answers(address, data, ended=True):
    """All responses to these bytes, until the daemon closes. `ended`: the peer has shut down its sending side."""
    host, port = address.rsplit(":", 1)
    with socket.create_connection((host, int(port)), timeout=programs.PATIENCE) as connection:
        connection.sendall(data)
        if ended:
            connection.shutdown(socket.SHUT_WR)
        received = b""
        while piece := connection.recv(65536):
            received += piece
    found = []
    while received:
        answer, received = first_answer(received)
        if answer.status >= 200:  # 100 only asks for the body
            found.append(answer)
    return found
