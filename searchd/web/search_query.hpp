// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/message.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recap::web {

/// Filters of the search page, in the order shown.
inline constexpr std::string_view filter_fields[] = {"year",   "season", "topic",
                                                     "series", "author", "lang"};

inline constexpr std::size_t hits_on_a_page = 10;

/// The query in the address of the search page. Ignores unknown parameters (campaign tags, for
/// example).
struct SearchQuery {
  std::string q;
  std::string sort;                ///< as sent; empty = default
  NameValues filters;              ///< in order, without empty and repeated ones
  NameValues dates;                ///< `from`, `to`
  bool as_typed = false;           ///< `typo=off`: no corrections
  std::size_t page = 1;            ///< from 1; 1 if invalid
  std::vector<std::string> opened; ///< `more`: filters that show all their values

  explicit SearchQuery(NameValues const& parameters);

  /// The parameters for `GET /v1/search`, without limit, offset and facets.
  [[nodiscard]] NameValues api_parameters() const;

  /// The address of this page with another page number; relative, like all links of pages.
  [[nodiscard]] std::string link_to_page(std::size_t number) const;
  /// The address without one filter; first page.
  [[nodiscard]] std::string link_without(std::string const& field, std::string const& value) const;
  /// The query without any filter or date; first page.
  [[nodiscard]] SearchQuery without_filters() const;
  /// The address for the query `text`, with corrections; first page.
  [[nodiscard]] std::string link_for(std::string const& text) const;
  /// The address with corrections or without; first page.
  [[nodiscard]] std::string link_corrected(bool on) const;
  /// The address of this page with all values of a filter.
  [[nodiscard]] std::string link_opening(std::string const& field) const;
  /// The address at `path`; first page.
  [[nodiscard]] std::string link(std::string_view path) const;

  [[nodiscard]] bool has_filter(std::string_view field, std::string_view value) const;
  /// Whether all values of this filter are shown.
  [[nodiscard]] bool opens(std::string_view field) const;
  /// Whether the query is empty.
  [[nodiscard]] bool is_empty() const { return q.empty() && filters.empty() && dates.empty(); }
};

} // namespace recap::web
