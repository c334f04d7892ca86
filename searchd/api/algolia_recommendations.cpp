// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_recommendations.hpp"

#include "searchd/api/algolia_answer.hpp"
#include "searchd/api/algolia_parameters.hpp"
#include "searchd/api/parameters.hpp"
#include "searchd/search/show/highlighter.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace recap::api {
namespace {

using nlohmann::json;
using search::BadRequest;

/// The articles that match the conditions.
std::set<std::string> meeting(search::Engine const& engine, AlgoliaItem const& item,
                              std::vector<search::RelatedHit> const& hits) {
  search::AnyOf these;
  for (auto const& hit : hits) {
    search::Condition condition;
    condition.field = index::FieldId::id;
    condition.value = hit.article.id;
    these.push_back(std::move(condition));
  }
  search::Request request;
  request.conditions = item.conditions;
  request.conditions.push_back(std::move(these));
  request.limit = hits.size();
  std::set<std::string> ids;
  for (auto const& hit : engine.search(request).hits)
    ids.insert(hit.article.id);
  return ids;
}

double score_of(search::RelatedHit const& hit) {
  return std::round(hit.score * 10'000) / 100;
}

} // namespace

AlgoliaRecommendation read_algolia_recommendation(json const& request) {
  AlgoliaParameters const parameters(request);
  auto const model = parameters.text("model").value_or("");
  if (model != "related-products" && model != "looking-similar") {
    throw BadRequest("unknown model " + model + "; use related-products or " + "looking-similar",
                     "model");
  }
  AlgoliaRecommendation wanted;
  if (auto const* const of_hits = parameters.find("queryParameters"))
    wanted.item = read_algolia_item(*of_hits);
  wanted.item.index = parameters.text("indexName").value_or("");
  wanted.object_id = parameters.text("objectID").value_or("");
  auto const* const threshold = parameters.find("threshold");
  if (threshold != nullptr && !threshold->is_number())
    throw BadRequest("threshold is a number from 0 to 100", "threshold");
  if (threshold != nullptr) wanted.threshold = threshold->get<double>();
  auto const most = parameters.number("maxRecommendations").value_or(0);
  wanted.most = most == 0 ? largest_related : std::min(most, largest_related);
  return wanted;
}

nlohmann::ordered_json algolia_related(search::Engine const& engine,
                                       AlgoliaRecommendation const& wanted, AnswerRoom& room,
                                       AuthorTable const& authors) {
  auto found = engine.related(wanted.object_id, largest_related).value_or(search::RelatedResult());
  auto& hits = found.hits;
  std::erase_if(hits, [&](auto const& hit) { return score_of(hit) < wanted.threshold; });
  if (!wanted.item.conditions.empty() && !hits.empty()) {
    auto const ids = meeting(engine, wanted.item, hits);
    std::erase_if(hits, [&](auto const& hit) { return !ids.contains(hit.article.id); });
  }
  if (hits.size() > wanted.most) hits.resize(wanted.most);
  search::Result result;
  result.took = found.took;
  result.total = result.total_relaxed = hits.size();
  result.highlighter = std::make_shared<search::Highlighter>();
  for (auto const& hit : hits) {
    auto& shown = result.hits.emplace_back();
    shown.article = hit.article;
    shown.best.url = hit.article.url;
  }
  AlgoliaItem item = wanted.item;
  item.hits_per_page = wanted.most;
  auto answer = algolia_search_answer(item, result, AlgoliaHits::articles, room, authors);
  for (std::size_t i = 0; i < hits.size() && answer.contains("hits"); ++i)
    answer["hits"][i]["_score"] = score_of(hits[i]);
  return answer;
}

} // namespace recap::api
