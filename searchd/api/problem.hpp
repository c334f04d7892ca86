// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/message.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace recap::api {

/// An error, for the reader of a response. The only table of HTTP statuses is in problem.cpp.
struct Problem {
  unsigned status = 500;
  std::string detail = {};                  ///< one sentence, for a person
  std::string parameter = {};               ///< the wrong parameter, or empty
  std::optional<std::size_t> position = {}; ///< byte offset in it
  std::string code = {};                    ///< the mistake in the query language, or empty
  std::optional<std::chrono::seconds> retry_after = {}; ///< when it may have passed
};

/// The problem that the exception being handled is: search::BadRequest, index::Error or
/// insights::DatabaseError. Rethrows any other. Call it in a handler only.
[[nodiscard]] Problem current_problem();

/// `application/problem+json` (RFC 9457): type, title, status, detail and, if known, parameter,
/// position and code; with Retry-After if `retry_after` is set. A status outside the table gets the
/// title of its class.
[[nodiscard]] Response to_response(Problem const& problem);

} // namespace recap::api
