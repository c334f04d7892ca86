// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report/report.hpp"

#include "text/unicode.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <iomanip>
#include <ostream>

namespace recap::indexer {
namespace {

using Json = nlohmann::ordered_json;

Json rows(std::vector<Skip> const& skips) {
  Json list = Json::array();
  for (Skip const& skip : skips) {
    list.push_back({{"path", visible(skip.path)},
                    {"line", skip.line == 0 ? Json(nullptr) : Json(skip.line)},
                    {"reason", visible(skip.reason)}});
  }
  return list;
}

/// Prints the counts of what was, or would be, done to the index.
void print_counts(std::ostream& out, Report const& report) {
  if (!report.site.empty()) out << "site: " << visible(report.site) << '\n';
  out << report.added << " added, " << report.changed << " changed, " << report.unchanged
      << " unchanged, " << report.removed << " removed, " << report.skips.size() << " skipped";
  if (!report.warnings.empty()) out << ", " << report.warnings.size() << " warnings";
  if (report.drafts > 0) out << ", " << report.drafts << " drafts";
  if (!report.ignored.empty()) out << ", " << report.ignored.size() << " files of other kinds";
}

Json counts(Report const& report) {
  return {
      {"added", report.added},
      {"changed", report.changed},
      {"unchanged", report.unchanged},
      {"removed", report.removed},
      {"drafts", report.drafts},
      {"skipped", rows(report.skips)},
      {"warnings", rows(report.warnings)},
      {"ignored", rows(report.ignored)},
      {"site", report.site.empty() ? Json(nullptr) : Json(visible(report.site))},
      {"generation", report.generation},
      {"seconds", std::round(report.seconds * 1000) / 1000},
  };
}

void write(std::ostream& out, Json const& json) {
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace

std::string taken_id(std::string_view id, std::string_view owner) {
  return std::string("id \"")
      .append(id)
      .append("\" is taken by ")
      .append(owner)
      .append("; give one of them a different id with the key id, which overrides slug");
}

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

std::string to_line(Skip const& skip) {
  std::string const line = skip.line == 0 ? "" : ":" + std::to_string(skip.line);
  return visible(skip.path) + line + ": " + visible(skip.reason);
}

void print(std::ostream& out, Report const& report) {
  print_counts(out, report);
  out << "; generation " << report.generation << ", " << std::fixed << std::setprecision(2)
      << report.seconds << " s\n";
}

void print_json(std::ostream& out, Report const& report) {
  write(out, counts(report));
}

void print_dry_run(std::ostream& out, Report const& report) {
  for (auto const& difference : report.differences)
    out << to_line(difference) << '\n';
  print_counts(out, report);
  out << "; nothing was written\n";
}

void print_dry_run_json(std::ostream& out, Report const& report) {
  auto const name = [](Difference::Kind kind) {
    return kind == Difference::Kind::added     ? "added"
           : kind == Difference::Kind::changed ? "changed"
                                               : "removed";
  };
  Json differences = Json::array();
  for (auto const& difference : report.differences) {
    differences.push_back({{"what", name(difference.kind)},
                           {"id", visible(difference.id)},
                           {"path", visible(difference.file)},
                           {"line", difference.line == 0 ? Json(nullptr) : Json(difference.line)},
                           {"title", difference.title},
                           {"fields", difference.fields},
                           {"text_bytes_before", difference.bytes_before},
                           {"text_bytes_after", difference.bytes_after}});
  }
  Json json = counts(report);
  json["dry_run"] = true;
  json["differences"] = differences;
  json["refused"] = report.refusal.empty() ? Json(nullptr) : Json(report.refusal);
  write(out, json);
}

} // namespace recap::indexer
