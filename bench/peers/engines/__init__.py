# SPDX-License-Identifier: GPL-2.0-or-later
"""The engines, in the order shown."""

from bench.peers.engines.empty import Empty
from bench.peers.engines.groonga import Groonga, GroongaCached
from bench.peers.engines.node import FlexSearch, MiniSearch
from bench.peers.engines.omega import Omega
from bench.peers.engines.recap import Recap, RecapCached
from bench.peers.engines.sphinx import Sphinx
from bench.peers.engines.sqlite import Fts5

PEERS = (Empty, FlexSearch, MiniSearch, Fts5, Sphinx, Groonga, GroongaCached, Omega)

__all__ = ["PEERS", "Recap", "RecapCached"]
