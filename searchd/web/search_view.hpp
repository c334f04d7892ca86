// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/answers.hpp"
#include "searchd/api/authors.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/search/result.hpp"
#include "searchd/web/search_query.hpp"
#include "searchd/web/template.hpp"
#include "searchd/web/wording.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace recap::web {

/// What a page without results offers instead.
struct Elsewhere {
  std::size_t without_filters = 0;        ///< number of articles that the filters keep out
  std::vector<search::FacetValue> topics; ///< of all articles, most frequent first
};

/// Turns what a search found into the data of search.html, for fill(). Pure: depends only on its
/// arguments.
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

  [[nodiscard]] Json of_answer(api::Found const& found, Elsewhere const& elsewhere = {}) const;

  /// The same for a search that cannot be answered.
  [[nodiscard]] Json of_problem(api::Problem const& problem) const;

private:
  inline static std::vector<std::string> const all_facets;
  inline static api::AuthorTable const no_authors;

  [[nodiscard]] Json frame() const;
  [[nodiscard]] Json sort_options() const;
  [[nodiscard]] Json active_filters() const;
  [[nodiscard]] Json hits(search::Result const& result) const;
  [[nodiscard]] std::vector<std::string> offered_fields() const;
  [[nodiscard]] Json filter_groups(std::vector<search::Facet> const& facets) const;
  [[nodiscard]] Json further_values(std::string const& field, Json values) const;
  [[nodiscard]] Json filter_values(std::string const& field,
                                   std::vector<search::FacetValue> const& counted) const;
  [[nodiscard]] Json correction(std::string const& corrected) const;
  [[nodiscard]] Json suggestion(std::string const& likelier) const;
  [[nodiscard]] Json nothing(Elsewhere const& elsewhere) const;
  [[nodiscard]] Json pages(std::size_t shown_in_all) const;
  [[nodiscard]] std::string status(search::Result const& result) const;
  [[nodiscard]] std::string show(search::Result const& result) const;
  [[nodiscard]] std::string filter_label(std::string const& field, std::string const& value) const;

  SearchQuery const& query_;
  Wording const& words_;
  std::vector<std::string> const& facets_;
  api::AuthorTable const& authors_;
};

} // namespace recap::web
