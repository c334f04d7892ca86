// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report/finding.hpp"

#include "indexer/report/report.hpp"

#include <nlohmann/json.hpp>

#include <ostream>
#include <string_view>

namespace recap::indexer {
namespace {

using Json = nlohmann::ordered_json;

char const* name(Level level) {
  return level == Level::error ? "error" : level == Level::warning ? "warning" : "note";
}

/// Escapes of GitHub's workflow commands, which differ from those of URLs.
std::string escaped(std::string_view text, bool in_property) {
  std::string out;
  for (char c : text) {
    bool const special =
        c == '%' || c == '\r' || c == '\n' || (in_property && (c == ':' || c == ','));
    if (special) {
      constexpr char const* digits = "0123456789ABCDEF";
      auto const byte = static_cast<unsigned char>(c);
      out += {'%', digits[byte >> 4], digits[byte & 0xF]};
    } else {
      out += c;
    }
  }
  return out;
}

void print_text(std::ostream& out, Finding const& finding) {
  out << visible(finding.path);
  if (finding.line != 0) out << ':' << finding.line;
  if (finding.column != 0) out << ':' << finding.column;
  out << ": " << name(finding.level) << ": " << visible(finding.message) << '\n';
}

void print_annotation(std::ostream& out, Finding const& finding) {
  out << "::" << (finding.level == Level::note ? "notice" : name(finding.level))
      << " file=" << escaped(finding.path, true);
  if (finding.line != 0) out << ",line=" << finding.line;
  if (finding.column != 0) out << ",col=" << finding.column;
  out << ",title=" << escaped(finding.rule, true) << "::" << escaped(finding.message, false)
      << '\n';
}

Json number(std::size_t value) {
  return value == 0 ? Json(nullptr) : Json(value);
}

} // namespace

void print_findings(std::ostream& out, std::vector<Finding> const& findings, FindingFormat format) {
  if (format == FindingFormat::json) {
    Json rows = Json::array();
    for (auto const& finding : findings) {
      rows.push_back({{"path", visible(finding.path)},
                      {"line", number(finding.line)},
                      {"column", number(finding.column)},
                      {"level", name(finding.level)},
                      {"rule", finding.rule},
                      {"message", visible(finding.message)}});
    }
    out << rows.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return;
  }
  for (auto const& finding : findings)
    format == FindingFormat::text ? print_text(out, finding) : print_annotation(out, finding);
}

} // namespace recap::indexer
