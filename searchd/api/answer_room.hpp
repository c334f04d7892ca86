// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/bounds.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>

namespace recap::api {

/// Remaining size of a response while it is built. Counts text before it is encoded as JSON; keys
/// and punctuation add at most a few kilobytes per hit.
class AnswerRoom {
public:
  /// `advice`: what the client should reduce, for the message.
  explicit AnswerRoom(std::string advice, std::size_t bytes = most_answer_bytes)
      : advice_(std::move(advice))
      , left_(bytes)
      , bytes_(bytes) {}

  /// Throws search::BadRequest if less than `bytes` are left.
  void take(std::size_t bytes);

  /// Takes the size of the texts in `json`.
  void take(nlohmann::ordered_json const& json);

  /// Throws if less than `bytes` are left, without taking them: for text still to be built.
  void check(std::size_t bytes) const;

private:
  std::string advice_;
  std::size_t left_;
  std::size_t bytes_;
};

} // namespace recap::api
