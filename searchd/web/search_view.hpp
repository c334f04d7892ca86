// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/authors.hpp"
#include "searchd/web/search_query.hpp"
#include "searchd/web/template.hpp"
#include "searchd/web/wording.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace recap::web {

/// Turns a response of `GET /v1/search` into the data of search.html, for fill(). Pure: depends
/// only on its arguments.
class SearchView {
public:
  /// `facets`: the filters to show, in order; empty = all of filter_fields. `authors`:
  /// names for the values of the filter `author`. The arguments must outlive the view.
  SearchView(SearchQuery const& query, Wording const& words,
             std::vector<std::string> const& facets = all_facets,
             api::AuthorTable const& authors = no_authors)
      : query_(query)
      , words_(words)
      , facets_(facets)
      , authors_(authors) {}

  /// `answer`: the parsed response. `without_filters`: number of articles without filters, for a
  /// page without results.
  [[nodiscard]] Json of_answer(Json const& answer, std::size_t without_filters) const;

  /// The same for a problem of the API, parsed.
  [[nodiscard]] Json of_problem(Json const& problem) const;

private:
  inline static std::vector<std::string> const all_facets;
  inline static api::AuthorTable const no_authors;

  [[nodiscard]] Json frame() const;
  [[nodiscard]] Json sort_options() const;
  [[nodiscard]] Json active_filters() const;
  [[nodiscard]] Json hits(Json const& answer) const;
  [[nodiscard]] std::vector<std::string> offered_fields() const;
  [[nodiscard]] Json filter_groups(Json const& facets) const;
  [[nodiscard]] Json further_values(std::string const& field, Json values) const;
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
  api::AuthorTable const& authors_;
};

} // namespace recap::web
