// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/message.hpp"
#include "searchd/insights/report.hpp"
#include "searchd/search/request.hpp"
#include "searchd/search/result.hpp"
#include "searchd/search/suggest/suggest.hpp"

#include <optional>
#include <stop_token>
#include <string>

namespace recap::api {

/// The origin of a call within this process.
struct Asker {
  std::string reader;   ///< as in Request
  std::stop_token stop; ///< the same
};

/// A search, and what it found.
struct Found {
  search::Request request;
  search::Result result;
};

/// Days, and rows per list, of `GET /v1/insights`.
struct InsightsRange {
  unsigned days = 30;  ///< 1 to 90
  unsigned limit = 20; ///< 1 to 100
};

/// The answers of the API as values, for the pages of this process. Thread-safe. Functions throw
/// the exceptions that current_problem() knows.
class Answers {
public:
  Answers() = default;
  virtual ~Answers() = default;
  Answers(Answers const&) = delete;
  Answers& operator=(Answers const&) = delete;

  /// `GET /v1/search` with these parameters. Insights record it as if it had come over HTTP.
  [[nodiscard]] virtual Found find(NameValues const& parameters, Asker const& asker) const = 0;

  /// `GET /v1/suggest` with these parameters.
  [[nodiscard]] virtual search::Suggestions complete(NameValues const& parameters) const = 0;

  /// `GET /v1/insights`; nullopt if none are recorded.
  [[nodiscard]] virtual std::optional<insights::Report>
  report(InsightsRange const& range) const = 0;
};

} // namespace recap::api
