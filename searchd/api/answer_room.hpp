// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/bounds.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>

namespace recap::api {

/// What is left of the bytes that one answer may have, while it is made. Counts text, before it is
/// written as JSON; keys and signs around it come on top, a few kilobytes a hit at most.
class AnswerRoom {
public:
  /// `advice`: what to ask less of, for the sentence of the problem.
  explicit AnswerRoom(std::string advice, std::size_t bytes = most_answer_bytes)
      : advice_(std::move(advice))
      , left_(bytes)
      , bytes_(bytes) {}

  /// Throws search::BadRequest where less than `bytes` are left.
  void take(std::size_t bytes);

  /// The same for the texts in `json`.
  void take(nlohmann::ordered_json const& json);

  /// Throws where less than `bytes` are left, and takes none: for what is still to be made.
  void check(std::size_t bytes) const;

private:
  std::string advice_;
  std::size_t left_;
  std::size_t bytes_;
};

} // namespace recap::api
