// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report.hpp"

#include "text/unicode.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <iomanip>
#include <ostream>

namespace recap::indexer {
namespace {

using Json = nlohmann::ordered_json;

/// A name is shown on one line whatever bytes it has.
std::string visible(std::string const& name) {
  constexpr char const* digits = "0123456789abcdef";
  bool const is_text = !text::invalid_utf8(name);
  std::string out;
  for (char c : name) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !is_text)) {
      out += {'\\', 'x', digits[byte >> 4], digits[byte & 0xF]};
    } else {
      out += c;
    }
  }
  return out;
}

Json rows(std::vector<Skip> const& skips) {
  Json list = Json::array();
  for (Skip const& skip : skips) {
    list.push_back({{"path", visible(skip.path)},
                    {"line", skip.line == 0 ? Json(nullptr) : Json(skip.line)},
                    {"reason", visible(skip.reason)}});
  }
  return list;
}

} // namespace

std::string to_line(Skip const& skip) {
  std::string const line = skip.line == 0 ? "" : ":" + std::to_string(skip.line);
  return visible(skip.path) + line + ": " + visible(skip.reason);
}

void print(std::ostream& out, Report const& report) {
  out << report.added << " added, " << report.changed << " changed, " << report.unchanged
      << " unchanged, " << report.removed << " removed, " << report.skips.size() << " skipped";
  if (report.drafts > 0) out << ", " << report.drafts << " drafts";
  if (!report.ignored.empty()) out << ", " << report.ignored.size() << " files of other kinds";
  out << "; generation " << report.generation << ", " << std::fixed << std::setprecision(2)
      << report.seconds << " s\n";
}

void print_json(std::ostream& out, Report const& report) {
  Json const json{
      {"added", report.added},
      {"changed", report.changed},
      {"unchanged", report.unchanged},
      {"removed", report.removed},
      {"drafts", report.drafts},
      {"skipped", rows(report.skips)},
      {"ignored", rows(report.ignored)},
      {"generation", report.generation},
      {"seconds", std::round(report.seconds * 1000) / 1000},
  };
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace recap::indexer
