// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/searcher.hpp"

#include "searchd/search/facets.hpp"
#include "searchd/search/hits.hpp"
#include "searchd/search/impact_weight.hpp"
#include "searchd/search/marker.hpp"
#include "searchd/search/plan.hpp"

#include <algorithm>

namespace recap::search {
namespace {

/// Up to here totals are counted one by one; beyond, Xapian's lower bound is given and said to be
/// one.
constexpr Xapian::doccount exact_total_up_to = 10'000;

struct Found {
  Xapian::MSet articles;
  std::size_t total = 0;
  bool exact = true;
};

class Search {
public:
  Search(Snapshot const& snapshot, Reader& reader, Request const& request,
         QueryLimits const& limits)
      : snapshot_(snapshot)
      , reader_(reader)
      , request_(request)
      , plan_(make_plan(request, limits, {reader.database, reader.analyser, *reader.synonyms})) {
    Sort const natural = plan_.has_text ? Sort::relevance : Sort::newest;
    sort_ = request.sort.value_or(natural);
  }

  Result run() {
    Result result;
    result.generation = snapshot_.manifest().generation;
    bool const may_relax = sort_ == Sort::relevance && request_.relax != Relax::never;
    bool const sentence = may_relax && plan_.words.size() > most_tiered_words;
    Found const strict =
        find(plan_.strict(), sentence ? 0 : request_.offset, sentence ? 0 : request_.limit);
    result.total = result.total_relaxed = strict.total;
    result.total_is_exact = strict.exact;
    HitBuilder builder(reader_, plan_, request_);
    add(result, strict, builder);
    bool const relaxes =
        may_relax && plan_.words.size() > 1 && (sentence || wants_more(strict.total));
    if (relaxes) relax(result, sentence, builder);
    if (request_.raw) result.marker = std::make_shared<Marker>(plan_);
    if (!request_.facets.empty()) count(result, relaxes);
    return result;
  }

private:
  /// Whether the articles with all of the words are not enough.
  [[nodiscard]] bool wants_more(std::size_t with_all) const {
    return request_.relax == Relax::if_none ? with_all == 0
                                            : with_all < request_.offset + request_.limit;
  }

  Found find(Xapian::Query const& query, std::size_t offset, std::size_t limit) {
    Xapian::Enquire enquire(reader_.database);
    enquire.set_query(query);
    auto const date_slot = index::field(index::FieldId::date).slot;
    if (sort_ == Sort::relevance) {
      enquire.set_weighting_scheme(ImpactWeight());
    } else {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(date_slot, sort_ == Sort::newest);
    }
    Found found;
    auto const first = static_cast<Xapian::doccount>(offset);
    found.articles =
        enquire.get_mset(first, static_cast<Xapian::doccount>(limit), first + exact_total_up_to);
    found.total = found.articles.get_matches_lower_bound();
    found.exact = found.total == found.articles.get_matches_upper_bound();
    return found;
  }

  /// Without MSet::fetch(), which crashes in Xapian 1.4.22 for a page that does not begin at 0.
  void add(Result& result, Found const& found, HitBuilder& builder) {
    for (auto hit = found.articles.begin(); hit != found.articles.end(); ++hit) {
      result.hits.push_back(builder.build(hit.get_document(), hit.get_weight()));
    }
  }

  /// Articles with most of the words, behind those with all of them; a sentence is one
  /// list, in which having more of the words weighs by itself.
  void relax(Result& result, bool sentence, HitBuilder& builder) {
    Xapian::Query query = plan_.relaxed();
    std::size_t const before = sentence ? 0 : result.total;
    if (!sentence) query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, plan_.strict());
    std::size_t const offset = request_.offset > before ? request_.offset - before : 0;
    Found const found = find(query, offset, request_.limit - result.hits.size());
    result.total_relaxed = before + found.total;
    result.total_is_exact = result.total_is_exact && found.exact;
    add(result, found, builder);
  }

  [[nodiscard]] bool is_filtered(index::FieldId field) const {
    return std::ranges::any_of(plan_.filters,
                               [&](auto const& filter) { return filter.first == field; });
  }

  [[nodiscard]] Xapian::Query matches(bool relaxed, std::optional<index::FieldId> without) const {
    return relaxed ? plan_.relaxed(without) : plan_.strict(without);
  }

  /// One pass for all fields that are not filtered, one for each that is.
  void count(Result& result, bool relaxed) {
    std::vector<index::FieldId> together;
    std::map<index::FieldId, std::vector<FacetValue>> lists;
    for (auto const field : request_.facets) {
      if (is_filtered(field)) {
        lists[field] = count_facets(reader_.database, matches(relaxed, field),
                                    {&snapshot_.column(field)}, request_.facet_values)
                           .front();
      } else {
        together.push_back(field);
      }
    }
    if (!together.empty()) {
      std::vector<Column const*> columns;
      for (auto const field : together)
        columns.push_back(&snapshot_.column(field));
      auto counted = count_facets(reader_.database, matches(relaxed, std::nullopt), columns,
                                  request_.facet_values);
      for (std::size_t i = 0; i < together.size(); ++i)
        lists[together[i]] = std::move(counted[i]);
    }
    for (auto const field : request_.facets)
      result.facets.push_back({field, lists[field]});
  }

  Snapshot const& snapshot_;
  Reader& reader_;
  Request const& request_;
  Plan plan_;
  Sort sort_ = Sort::relevance;
};

} // namespace

Result run_search(Snapshot const& snapshot, Reader& reader, Request const& request,
                  QueryLimits const& limits) {
  return Search(snapshot, reader, request, limits).run();
}

} // namespace recap::search
