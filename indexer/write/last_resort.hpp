// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>

namespace recap::indexer {

/// During its lifetime, std::terminate() calls `act` with the reason and ends the process with
/// status 2. Needed because Xapian 1.4.22, if the disk fills up at a certain moment of a commit,
/// throws from a destructor while unwinding, which no catch can stop. One at a time per process.
class LastResort {
public:
  explicit LastResort(std::function<void(std::string const& reason)> act);
  ~LastResort();
  LastResort(LastResort const&) = delete;
  LastResort& operator=(LastResort const&) = delete;
};

} // namespace recap::indexer
