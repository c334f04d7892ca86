// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/related_json.hpp"

#include "searchd/api/article_json.hpp"

namespace recap::api {
namespace {

void write(JsonWriter& json, search::RelatedHit const& hit, AuthorTable const& authors) {
  json.object([&] {
    write_article_fields(json, hit.article, authors);
    json.member("score", rounded(hit.score));
    json.key("reasons");
    json.object([&] {
      json.member("topics", hit.topics);
      json.member("words", hit.words);
      json.key("period");
      if (!hit.same_period) return json.value(nullptr);
      json.object([&] {
        json.member("year", hit.article.year);
        json.member("season", hit.article.season);
      });
    });
  });
}

void write(JsonWriter& json, search::SameStory const& story, AuthorTable const& authors) {
  json.object([&] {
    write_article_fields(json, story.article, authors);
    json.member("share", rounded(story.share));
  });
}

void write(JsonWriter& json, search::SuggestedTopic const& topic) {
  json.object([&] {
    json.member("topic", topic.topic);
    json.member("score", rounded(topic.score));
    json.member("articles", topic.articles);
    json.member("in_text", topic.in_text);
  });
}

} // namespace

std::string to_json(search::RelatedResult const& result, RelatedFor whom,
                    AuthorTable const& authors) {
  JsonWriter json;
  auto const each = [&](auto const& one) { write(json, one, authors); };
  json.object([&] {
    json.list("hits", result.hits, each);
    json.list("near_duplicates", result.near_duplicates, each);
    json.list("translations", result.versions, each);
    if (whom == RelatedFor::draft)
      json.list("topics", result.topics, [&](auto const& topic) { write(json, topic); });
    json.member("took_us", result.took.count());
    json.member("generation", result.generation);
  });
  return json.take();
}

} // namespace recap::api
