// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/search_query.hpp"
#include "searchd/web/template.hpp"
#include "searchd/web/wording.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace recap::web {

/// What search.html shows of an answer of `GET /v1/search`, as data for fill(). Pure: the same
/// for the same arguments.
class SearchView {
public:
  /// `facets` are the filters offered, in order; empty = all of filter_fields. The arguments have
  /// to outlive the view.
  SearchView(SearchQuery const& query, Wording const& words,
             std::vector<std::string> const& facets = all_facets)
      : query_(query)
      , words_(words)
      , facets_(facets) {}

  /// `answer` is the answer's body, parsed; `without_filters` how many articles there would be
  /// without filters, for a page that has none.
  [[nodiscard]] Json of_answer(Json const& answer, std::size_t without_filters) const;

  /// A problem of the API instead, as parsed.
  [[nodiscard]] Json of_problem(Json const& problem) const;

private:
  inline static std::vector<std::string> const all_facets;

  [[nodiscard]] Json frame() const;
  [[nodiscard]] Json sort_options() const;
  [[nodiscard]] Json active_filters() const;
  [[nodiscard]] Json hits(Json const& answer) const;
  [[nodiscard]] std::vector<std::string> offered_fields() const;
  [[nodiscard]] Json filter_groups(Json const& facets) const;
  [[nodiscard]] Json filter_values(std::string const& field, Json const& counted) const;
  [[nodiscard]] Json correction(std::string const& corrected) const;
  [[nodiscard]] Json suggestion(std::string const& likelier) const;
  [[nodiscard]] Json nothing(Json const& answer, std::size_t without_filters) const;
  [[nodiscard]] Json pages(std::size_t shown_in_all) const;
  [[nodiscard]] std::string status(Json const& answer) const;
  [[nodiscard]] std::string show(Json const& answer) const;
  [[nodiscard]] std::string filter_label(std::string const& field, std::string const& value) const;

  SearchQuery const& query_;
  Wording const& words_;
  std::vector<std::string> const& facets_;
};

} // namespace recap::web
