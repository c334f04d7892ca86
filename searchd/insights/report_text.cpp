// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/insights/report.hpp"

#include <functional>
#include <string_view>

namespace recap::insights {
namespace {

template <typename Row>
void add(std::string& text, std::string_view title, std::vector<Row> const& rows,
         std::function<std::string(Row const&)> const& line) {
  if (rows.empty()) return;
  text.append("\n").append(title).append("\n");
  for (auto const& row : rows)
    text.append("  ").append(line(row)).append("\n");
}

std::string times(std::uint64_t count, std::string_view rest) {
  return std::to_string(count) + "  " + std::string(rest);
}

} // namespace

std::string to_text(Report const& report) {
  std::string text = std::to_string(report.asked) + " searches for " +
                     std::to_string(report.queries) + " queries in " + std::to_string(report.days) +
                     " days\n";
  using Line = std::function<std::string(QueryRow const&)>;
  Line const asked = [](QueryRow const& row) { return times(row.asked, row.q); };
  add(text, "Asked most", report.popular, asked);
  add(text, "Asked without results", report.without_results, asked);
  add(text, "Found, but not opened", report.not_opened, asked);
  add<QueryRow>(text, "Corrected", report.corrected, [](QueryRow const& row) {
    return times(row.asked, row.q + " -> " + row.corrected);
  });
  add<QueryRow>(text, "Slow", report.slow, [](QueryRow const& row) {
    return times(row.slow, row.q + ", up to " + std::to_string(row.longest_ms) + " ms");
  });
  add<ClickRow>(text, "Opened most", report.clicked, [](ClickRow const& row) {
    return times(row.clicks, row.article + " for " + row.q);
  });
  return text;
}

} // namespace recap::insights
