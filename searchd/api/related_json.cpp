// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/related_json.hpp"

#include "searchd/api/article_json.hpp"

namespace recap::api {
namespace {

using Json = nlohmann::ordered_json;

Json hit_json(search::RelatedHit const& hit) {
  Json json = article_fields(hit.article);
  json["score"] = rounded(hit.score);
  json["reasons"] = {{"topics", hit.topics}, {"words", hit.words}, {"period", nullptr}};
  if (hit.same_period)
    json["reasons"]["period"] = {{"year", hit.article.year}, {"season", hit.article.season}};
  return json;
}

Json same_stories(std::vector<search::SameStory> const& articles) {
  Json list = Json::array();
  for (auto const& one : articles) {
    Json json = article_fields(one.article);
    json["share"] = rounded(one.share);
    list.push_back(std::move(json));
  }
  return list;
}

Json topics_json(std::vector<search::SuggestedTopic> const& topics) {
  Json list = Json::array();
  for (auto const& one : topics) {
    list.push_back({{"topic", one.topic},
                    {"score", rounded(one.score)},
                    {"articles", one.articles},
                    {"in_text", one.in_text}});
  }
  return list;
}

} // namespace

std::string to_json(search::RelatedResult const& result, RelatedFor whom) {
  Json json{{"hits", Json::array()}};
  for (auto const& hit : result.hits)
    json["hits"].push_back(hit_json(hit));
  json["near_duplicates"] = same_stories(result.near_duplicates);
  json["translations"] = same_stories(result.versions);
  if (whom == RelatedFor::draft) json["topics"] = topics_json(result.topics);
  json["took_us"] = result.took.count();
  json["generation"] = result.generation;
  return dump(json);
}

} // namespace recap::api
