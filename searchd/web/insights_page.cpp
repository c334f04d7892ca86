// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/answers.hpp"
#include "searchd/insights/report.hpp"
#include "searchd/web/link.hpp"
#include "searchd/web/site.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recap::web {
namespace {

using insights::ClickRow;
using insights::QueryRow;
using insights::Report;

constexpr std::array<unsigned, 3> periods{7, 30, 90};
constexpr unsigned usual_period = 30;

constexpr unsigned rows_of_a_list = 20;

/// What an editor can do about a query, as lines for a rule file.
enum class Remedy { none, synonym, pin };

struct List {
  std::string_view name; ///< of its texts: insights_NAME
  std::vector<QueryRow> Report::* rows;
  Remedy remedy;
};

/// The lists of queries, those that ask for action first.
constexpr auto lists = std::to_array<List>({
    {"without_results", &Report::without_results, Remedy::synonym},
    {"not_opened", &Report::not_opened, Remedy::pin},
    {"popular", &Report::popular, Remedy::pin},
    {"corrected", &Report::corrected, Remedy::synonym},
    {"slow", &Report::slow, Remedy::none},
});

/// As a TOML string, which has the form of a JSON string.
std::string quoted(std::string const& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string lines_of(Remedy remedy, std::string const& q, std::string const& target) {
  if (remedy == Remedy::pin)
    return "[[query]]\nq = " + quoted(q) + "\npinned = [" + quoted(target) + "]";
  return "[[one-way]]\nfrom = [" + quoted(q) + "]\nto = [" + quoted(target) + "]";
}

Json remedy_view(Remedy remedy, std::string const& q, std::string const& target,
                 Wording const& words) {
  auto const label = remedy == Remedy::pin ? "insights_pin" : "insights_synonym";
  return {{"label", words[label]}, {"lines", lines_of(remedy, q, target)}};
}

std::string note_of(QueryRow const& row, List const& list, Wording const& words) {
  if (list.rows == &Report::slow) return words.with_number("insights_longest", row.longest_ms);
  if (row.corrected.empty()) return words.counted("listed", row.found);
  auto const around = words.around("insights_searched_as");
  return around["before"].get<std::string>() + row.corrected + around["after"].get<std::string>();
}

Json row_view(QueryRow const& row, List const& list, Wording const& words,
              std::string const& search) {
  auto const count = list.rows == &Report::slow ? row.slow : row.asked;
  Json view{{"q", row.q},
            {"href", address(search, {{"q", row.q}})},
            {"count", words.counted("insights_times", count)},
            {"note", note_of(row, list, words)}};
  if (list.remedy != Remedy::none)
    view["remedy"] = remedy_view(list.remedy, row.q, row.corrected, words);
  return view;
}

Json row_view(ClickRow const& row, Wording const& words, std::string const& search) {
  return {{"q", row.q},
          {"href", address(search, {{"q", row.q}})},
          {"count", words.counted("insights_clicks", row.clicks)},
          {"note", row.article},
          {"remedy", remedy_view(Remedy::pin, row.q, row.article, words)}};
}

Json list_view(std::string const& name, Json rows, Wording const& words) {
  return {{"id", name},
          {"title", words["insights_" + name]},
          {"hint", words["insights_" + name + "_hint"]},
          {"empty", rows.empty()},
          {"rows", std::move(rows)}};
}

Json list_views(Report const& report, Wording const& words, std::string const& search) {
  Json views = Json::array();
  for (auto const& list : lists) {
    Json rows = Json::array();
    for (auto const& row : report.*list.rows)
      rows.push_back(row_view(row, list, words, search));
    views.push_back(list_view(std::string(list.name), std::move(rows), words));
  }
  Json clicked = Json::array();
  for (auto const& row : report.clicked)
    clicked.push_back(row_view(row, words, search));
  views.push_back(list_view("clicked", std::move(clicked), words));
  return views;
}

Json period_views(unsigned chosen, Wording const& words) {
  Json views = Json::array();
  for (auto const days : periods) {
    views.push_back({{"href", address("insights", {{"days", std::to_string(days)}})},
                     {"label", words.with_number("insights_days", days)},
                     {"here", days == chosen}});
  }
  return views;
}

} // namespace

/// What readers look for and do not find, and what an editor can do about it. Open to whoever may
/// request `GET /v1/insights`.
Response Site::insights_page(Request const& request) const {
  api::InsightsRange range{.days = usual_period, .limit = rows_of_a_list};
  for (auto const& [name, value] : request.parameters) {
    auto const days =
        std::ranges::find(periods, value, [](unsigned n) { return std::to_string(n); });
    if (name == "days" && days != periods.end()) range.days = *days;
  }
  auto const report = api_.report(range).value_or(Report());
  auto const& words = wording(request);
  auto const search =
      options_.public_url.empty() ? std::string(web::search_page) : options_.public_url + "/";
  Json data{{"t", words.all()},
            {"noindex", true},
            {"searches", words.counted("insights_searches", report.asked)},
            {"queries", words.counted("insights_queries", report.queries)},
            {"search_href", search},
            {"periods", period_views(range.days, words)},
            {"lists", list_views(report, words, search)}};
  auto response = page("insights.html", std::move(data), request);
  for (auto& [name, value] : response.headers) {
    if (name == "Cache-Control") value = "no-store";
  }
  return response;
}

} // namespace recap::web
