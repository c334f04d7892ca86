// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia_attributes.hpp"
#include "searchd/search/request.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::api {

/// As with Algolia: deeper hits are not shown, and no call gets more hits.
inline constexpr std::size_t algolia_most_hits = 1000;

inline constexpr std::size_t no_bound = static_cast<std::size_t>(-1);

/// One search of an Algolia client. Other parameters are ignored.
struct AlgoliaItem {
  std::string index;
  std::string query;
  std::string params; ///< as sent, URL-encoded, to be echoed
  std::size_t page = 0;
  std::size_t hits_per_page = 20;
  std::optional<std::size_t> offset; ///< replaces the page, with `length` hits
  std::size_t length = 0;
  std::vector<std::string> facets; ///< as named by the client; `*` expanded
  std::size_t max_values_per_facet = 100;
  std::vector<search::AnyOf> conditions; ///< from all filter parameters
  AttributeList to_retrieve{{"*"}};
  AttributeList to_highlight{{"*"}};
  std::vector<std::string> to_snippet{"content:20"}; ///< `name:words`
  AttributeList response_fields{{"*"}};
  std::size_t sections_of_an_article = no_bound; ///< at most, from `distinct`
  std::string pre_tag = "<em>";
  std::string post_tag = "</em>";
  std::string ellipsis = "…";
  bool asks_for_sections = false;       ///< retrieves `hierarchy`, as DocSearch does
  std::vector<search::AnyOf> preferred; ///< from `optionalFilters`
  std::vector<index::FieldId> only_in;  ///< fields that words are restricted to; empty = none
  std::vector<std::string> optional_words;
  std::string similar; ///< `similarQuery`: any of its words may match
  bool facets_by_name = false;
  bool only_matching_members = false; ///< in highlighted arrays
  bool ranking_info = false;
  bool click_analytics = false; ///< requests a queryID, to send with clicks
  bool advanced_syntax = false;
  bool typo_tolerance = true;
  bool last_is_prefix = true;
  bool synonyms = true;
  search::Relax relax = search::Relax::if_none;
  bool is_facet_search = false;
  std::string facet;
  std::string facet_query;
  std::size_t max_facet_hits = 10;
};

/// Reads an item in any encoding of the clients: flat JSON; `params` as URL-encoded text beside
/// `query` or including it; `params` as an object. Throws search::BadRequest for a value of the
/// wrong type.
[[nodiscard]] AlgoliaItem read_algolia_item(nlohmann::json const& item);

/// The first requested hit, counted from 0, and the number of hits.
[[nodiscard]] std::size_t first_hit(AlgoliaItem const& item);
[[nodiscard]] std::size_t wanted_hits(AlgoliaItem const& item);

} // namespace recap::api
