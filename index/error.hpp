// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace recap::index {

/// Why an index cannot be used or written. The caller decides what follows.
enum class ErrorCode {
  absent,      ///< there is no index here, or no current generation
  damaged,     ///< files are missing, cut short or changed
  newer,       ///< built by a newer program, or with another analyser
  older,       ///< built by an older program; a rebuild makes it current
  locked,      ///< another indexer is writing
  unwritable,  ///< the disk is full, or the folder cannot be written
  unavailable, ///< a shard on another host does not respond, or is of another generation
};

/// The only exception of this room. what() is a sentence for the operator that names the place and
/// what to do. Xapian's exceptions do not leave the rooms that call Xapian (their base class is not
/// a std::exception).
class Error : public std::runtime_error {
public:
  Error(ErrorCode code, std::string const& message)
      : std::runtime_error(message)
      , code_(code) {}
  [[nodiscard]] ErrorCode code() const { return code_; }

private:
  ErrorCode code_;
};

} // namespace recap::index
