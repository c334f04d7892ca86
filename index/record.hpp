// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index {

/// A part of an article under one heading. Its words, those of the heading first, have the
/// positions [first_position, end_position) in the index.
struct Section {
  std::string heading;     ///< plain text; empty before the first heading
  std::string anchor;      ///< without `#`; empty before the first heading
  std::uint32_t level = 0; ///< 1 to 6 as in `#` to `######`; 0 before the first heading
  std::uint32_t first_position = 0;
  std::uint32_t end_position = 0;
  std::string text; ///< plain text; each block (paragraph, item, row) is a line

  bool operator==(Section const&) const = default;
};

/// Everything that a result page shows of an article; stored as the document's data.
struct Record {
  std::string id;
  std::string url;                  ///< absolute, or relative to the site, or empty
  std::string title;                ///< as shown; never empty
  std::vector<std::string> aliases; ///< other titles
  std::vector<std::string> author;
  std::string role;
  std::string date;       ///< of publication, `YYYY-MM-DD`, or empty
  std::uint16_t year = 0; ///< of the work described; 0 = unknown
  std::string season;     ///< one of the six of fields.hpp, or empty
  std::vector<std::string> topics;
  std::vector<std::string> series; ///< series that it belongs to
  std::string lang;                ///< `en`, `ko`, ... (BCP 47)
  std::string summary;
  std::string image;             ///< address of a picture, as `url` has it; empty = none
  std::vector<Section> sections; ///< in reading order

  bool operator==(Record const&) const = default;
};

/// Record <-> bytes. Lengths are varints; ten records decode in microseconds. decode() throws
/// Error(damaged) for bytes that encode() did not write.
[[nodiscard]] std::string encode(Record const& record);
[[nodiscard]] Record decode(std::string_view bytes);

} // namespace recap::index
