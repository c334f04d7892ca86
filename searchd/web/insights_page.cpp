// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/problem.hpp"
#include "searchd/web/link.hpp"
#include "searchd/web/site.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace recap::web {
namespace {

constexpr std::array<std::string_view, 3> periods{"7", "30", "90"};
constexpr std::string_view usual_period = "30";

constexpr std::string_view rows_of_a_list = "20";

/// What an editor does about a query, as lines for a file of levers.
enum class Remedy { none, synonym, pin };

struct List {
  std::string_view name; ///< in `GET /v1/insights`, and of its texts: insights_NAME
  std::string_view count;
  Remedy remedy;
};

/// First what asks for something to be done.
constexpr auto lists = std::to_array<List>({
    {"without_results", "asked", Remedy::synonym},
    {"not_opened", "asked", Remedy::pin},
    {"popular", "asked", Remedy::pin},
    {"corrected", "asked", Remedy::synonym},
    {"clicked", "clicks", Remedy::pin},
    {"slow", "slow", Remedy::none},
});

/// As a text of TOML, which is written as JSON writes it.
std::string quoted(std::string const& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string lines_of(Remedy remedy, std::string const& q, std::string const& target) {
  if (remedy == Remedy::pin)
    return "[[query]]\nq = " + quoted(q) + "\npinned = [" + quoted(target) + "]";
  return "[[one-way]]\nfrom = [" + quoted(q) + "]\nto = [" + quoted(target) + "]";
}

/// What there is to say of a query beside how often.
std::string note_of(Json const& row, Wording const& words) {
  auto const text = [&row](char const* key) { return row.value(key, std::string()); };
  auto const number = [&row](char const* key) { return row.value(key, std::size_t{0}); };
  if (row.contains("id")) return text("id");
  if (row.contains("corrected") && row["corrected"].is_string()) {
    auto const around = words.around("insights_searched_as");
    return around["before"].get<std::string>() + text("corrected") +
           around["after"].get<std::string>();
  }
  return words.counted("listed", number("found"));
}

Json row_view(Json const& row, List const& list, Wording const& words, std::string const& search) {
  auto const q = row.value("q", std::string());
  auto const count = row.value(std::string(list.count), std::size_t{0});
  auto const counted = list.name == "clicked" ? "insights_clicks" : "insights_times";
  Json view{{"q", q},
            {"href", address(search, {{"q", q}})},
            {"count", words.counted(counted, count)},
            {"note", note_of(row, words)}};
  if (list.name == "slow")
    view["note"] = words.with_number("insights_longest", row.value("longest_ms", std::size_t{0}));
  if (list.remedy == Remedy::none) return view;
  bool const is_corrected = row.contains("corrected") && row["corrected"].is_string();
  auto const target = row.contains("id") ? row.value("id", std::string())
                      : is_corrected     ? row.value("corrected", std::string())
                                         : std::string();
  auto const label = list.remedy == Remedy::pin ? "insights_pin" : "insights_synonym";
  view["remedy"] = {{"label", words[label]}, {"lines", lines_of(list.remedy, q, target)}};
  return view;
}

Json list_views(Json const& report, Wording const& words, std::string const& search) {
  Json views = Json::array();
  for (auto const& list : lists) {
    std::string const name(list.name);
    Json rows = Json::array();
    for (auto const& row : report.value(name, Json::array()))
      rows.push_back(row_view(row, list, words, search));
    views.push_back({{"id", name},
                     {"title", words["insights_" + name]},
                     {"hint", words["insights_" + name + "_hint"]},
                     {"empty", rows.empty()},
                     {"rows", std::move(rows)}});
  }
  return views;
}

} // namespace

/// What `GET /v1/insights` tells, for editors: what readers look for and do not find, with what
/// to do about it. Who may ask for one may ask for the other.
Response Site::insights_page(Request const& request) const {
  std::string days(usual_period);
  for (auto const& [name, value] : request.parameters) {
    if (name == "days" && std::ranges::find(periods, value) != periods.end()) days = value;
  }
  auto answer =
      ask(request, "/v1/insights", {{"days", days}, {"limit", std::string(rows_of_a_list)}});
  if (answer.status != 200) return answer;
  auto const report = Json::parse(answer.body);
  auto const& words = wording(request);
  Json days_shown = Json::array();
  for (auto const period : periods) {
    std::string const number(period);
    days_shown.push_back({{"href", address("insights", {{"days", number}})},
                          {"label", words.with_number("insights_days", std::stoul(number))},
                          {"here", number == days}});
  }
  auto const search =
      options_.public_url.empty() ? std::string(web::search_page) : options_.public_url + "/";
  auto const number = [&report](char const* key) { return report.value(key, std::size_t{0}); };
  Json data{{"t", words.all()},
            {"noindex", true},
            {"searches", words.counted("insights_searches", number("asked"))},
            {"queries", words.counted("insights_queries", number("queries"))},
            {"search_href", search},
            {"periods", std::move(days_shown)},
            {"lists", list_views(report, words, search)}};
  auto response = page("insights.html", std::move(data), request);
  for (auto& [name, value] : response.headers) {
    if (name == "Cache-Control") value = "no-store";
  }
  return response;
}

} // namespace recap::web
