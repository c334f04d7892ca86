// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/answers.hpp"
#include "searchd/api/message.hpp"
#include "searchd/insights/asked.hpp"
#include "searchd/insights/report.hpp"
#include "searchd/search/request.hpp"
#include "searchd/search/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::api {

/// Parses the parameters `days` and `limit`. Throws search::BadRequest.
[[nodiscard]] InsightsRange insights_range(NameValues const& parameters);

[[nodiscard]] std::string to_json(insights::Report const& report);

/// The search to record in the insights: the first page of one with words, by a reader. nullopt for
/// other searches, and if there is no reader.
[[nodiscard]] std::optional<insights::Asked>
asked_by(std::string const& reader, search::Request const& request, search::Result const& result);

/// Most events in one body; more is a 400.
inline constexpr std::size_t most_events = 20;

/// Parses the body of `POST /v1/events`, JSON under any Content-Type: `{"events": [{"type":
/// "click", "q": "redis", "id": "a"}]}`. Throws search::BadRequest.
[[nodiscard]] std::vector<insights::Clicked> read_events(std::string_view body,
                                                         std::string const& reader);

/// Parses clicks of Algolia's clients: events with `queryID` and `objectIDs`. Ignores other events
/// and user tokens. Throws search::BadRequest unless it is a list of events.
[[nodiscard]] std::vector<insights::Clicked> read_algolia_events(nlohmann::json const& body,
                                                                 std::string const& reader);

/// The queryID that Algolia's clients send back with a click: the folded query in hexadecimal
/// digits, so that no state is needed. Empty for a query without words.
[[nodiscard]] std::string query_id(std::string_view q);

} // namespace recap::api
