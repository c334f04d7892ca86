// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/message.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace recap::web {

/// Filters of the search page, in the order they are shown.
inline constexpr std::string_view filter_fields[] = {"year",   "season", "topic",
                                                     "series", "author", "lang"};

inline constexpr std::size_t hits_on_a_page = 10;

/// What the address of the search page asks for. Parameters it does not know (campaign tags, for
/// example) are left out.
struct SearchQuery {
  std::string q;
  std::string sort;      ///< as sent; empty = the default
  NameValues filters;    ///< in order, without empty and repeated ones
  NameValues dates;      ///< `from`, `to`
  bool as_typed = false; ///< `typo=off`: nothing is corrected
  std::size_t page = 1;  ///< from 1; nonsense is 1

  explicit SearchQuery(NameValues const& parameters);

  /// The same question as `GET /v1/search` takes it, without limit, offset and facets.
  [[nodiscard]] NameValues api_parameters() const;

  /// The address of this page with another page number, relative as all links of pages.
  [[nodiscard]] std::string link_to_page(std::size_t number) const;
  /// Without one filter; its first page.
  [[nodiscard]] std::string link_without(std::string const& field, std::string const& value) const;
  /// The same question without any filter or date; its first page.
  [[nodiscard]] SearchQuery without_filters() const;
  /// With `text` for a question, corrected where it needs it; its first page.
  [[nodiscard]] std::string link_for(std::string const& text) const;
  /// With corrections or without; its first page.
  [[nodiscard]] std::string link_corrected(bool on) const;
  /// As an address at `path`, first page.
  [[nodiscard]] std::string link(std::string_view path) const;

  [[nodiscard]] bool has_filter(std::string_view field, std::string_view value) const;
  /// Whether anything is asked at all.
  [[nodiscard]] bool is_empty() const { return q.empty() && filters.empty() && dates.empty(); }
};

} // namespace recap::web
