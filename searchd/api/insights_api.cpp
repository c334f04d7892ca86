// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/insights_api.hpp"

#include "searchd/api/json_reader.hpp"
#include "searchd/api/json_writer.hpp"
#include "searchd/api/parameters.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <nlohmann/json.hpp>

namespace recap::api {
namespace {

using insights::Clicked;
using nlohmann::json;
using search::BadRequest;

constexpr unsigned most_days = 90;
constexpr unsigned most_rows = 100;
constexpr std::string_view digits = "0123456789abcdef";

void write(JsonWriter& out, insights::QueryRow const& row) {
  out.object([&] {
    out.member("q", row.q);
    out.member("asked", row.asked);
    out.member("found", row.found);
    out.member("without_results", row.without_results);
    out.member("slow", row.slow);
    out.member("longest_ms", row.longest_ms);
    out.member("clicks", row.clicks);
    out.text_or_null("corrected", row.corrected);
  });
}

void write(JsonWriter& out, insights::ClickRow const& row) {
  out.object([&] {
    out.member("q", row.q);
    out.member("id", row.article);
    out.member("clicks", row.clicks);
  });
}

json const& events_of(json const& body) {
  auto const events = body.find("events");
  if (!body.is_object() || events == body.end() || !events->is_array())
    throw BadRequest("the body is an object with a list of events", "events");
  if (events->size() > most_events)
    throw BadRequest("more than " + std::to_string(most_events) + " events", "events");
  return *events;
}

std::string text_of(json const& event, char const* name) {
  auto const found = event.find(name);
  if (!event.is_object() || found == event.end() || !found->is_string())
    throw BadRequest("an event has " + std::string(name) + ", a text", name);
  return found->get<std::string>();
}

std::string value_or_empty(json const& event, char const* name) {
  auto const found = event.find(name);
  return found != event.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The query in a query_id(); empty if it is invalid.
std::string query_of(std::string_view id) {
  std::string q;
  for (std::size_t i = 0; i + 1 < id.size(); i += 2) {
    auto const high = text::hexadecimal(id[i]);
    auto const low = text::hexadecimal(id[i + 1]);
    if (high < 0 || low < 0) return {};
    q += static_cast<char>(high << 4 | low);
  }
  return text::fold(q);
}

} // namespace

InsightsRange insights_range(NameValues const& parameters) {
  InsightsRange range;
  for (auto const& [name, value] : parameters) {
    if (name != "days" && name != "limit")
      throw BadRequest("there is no parameter " + name + "; there are days, limit", name);
    auto const most = name == "days" ? most_days : most_rows;
    auto const number = whole_number(name, value, most);
    if (number == 0) throw BadRequest(name + " is at least 1", name);
    (name == "days" ? range.days : range.limit) = static_cast<unsigned>(number);
  }
  return range;
}

std::string to_json(insights::Report const& report) {
  JsonWriter out;
  auto const each = [&](auto const& row) { write(out, row); };
  out.object([&] {
    out.member("days", report.days);
    out.member("asked", report.asked);
    out.member("queries", report.queries);
    out.list("popular", report.popular, each);
    out.list("without_results", report.without_results, each);
    out.list("corrected", report.corrected, each);
    out.list("slow", report.slow, each);
    out.list("not_opened", report.not_opened, each);
    out.list("clicked", report.clicked, each);
  });
  return out.take();
}

std::optional<insights::Asked> asked_by(std::string const& reader, search::Request const& request,
                                        search::Result const& result) {
  if (reader.empty() || request.offset > 0 || request.limit == 0) return std::nullopt;
  auto q = text::fold(request.q);
  if (q.empty()) return std::nullopt;
  return insights::Asked{.reader = reader,
                         .q = std::move(q),
                         .found = result.total_relaxed,
                         .corrected = result.corrected,
                         .took = result.took,
                         .partial = result.partial};
}

std::vector<Clicked> read_events(std::string_view body, std::string const& reader) {
  std::vector<Clicked> clicks;
  auto const parsed = read_json(body, "body");
  for (auto const& event : events_of(parsed)) {
    if (text_of(event, "type") != "click")
      throw BadRequest("the type of an event is click", "type");
    clicks.push_back(
        {.reader = reader, .q = text::fold(text_of(event, "q")), .article = text_of(event, "id")});
  }
  return clicks;
}

std::vector<Clicked> read_algolia_events(json const& body, std::string const& reader) {
  std::vector<Clicked> clicks;
  for (auto const& event : events_of(body)) {
    if (!event.is_object() || value_or_empty(event, "eventType") != "click") continue;
    auto const q = query_of(value_or_empty(event, "queryID"));
    auto const articles = event.find("objectIDs");
    if (q.empty() || articles == event.end() || !articles->is_array()) continue;
    for (auto const& article : *articles) {
      if (clicks.size() == most_events) return clicks;
      if (article.is_string())
        clicks.push_back({.reader = reader, .q = q, .article = article.get<std::string>()});
    }
  }
  return clicks;
}

std::string query_id(std::string_view q) {
  std::string id;
  for (char const c : text::fold(q)) {
    auto const byte = static_cast<unsigned char>(c);
    id += digits[byte >> 4];
    id += digits[byte & 0xf];
  }
  return id;
}

} // namespace recap::api
