// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>

namespace recap::indexer {

/// While it lives, std::terminate() calls `act` with the reason and ends the process with status 2.
/// Needed since Xapian 1.4.22, when the disk is full at a certain moment of a commit, throws from a
/// destructor while it unwinds, which no catch can stop. One at a time in a process.
class LastResort {
public:
  explicit LastResort(std::function<void(std::string const& reason)> act);
  ~LastResort();
  LastResort(LastResort const&) = delete;
  LastResort& operator=(LastResort const&) = delete;
};

} // namespace recap::indexer
