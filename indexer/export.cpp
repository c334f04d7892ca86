// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/stored_articles.hpp"
#include "indexer/actions.hpp"
#include "indexer/xapian_errors.hpp"

#include <nlohmann/json.hpp>

#include <ostream>

namespace recap::indexer {
namespace {

using Json = nlohmann::ordered_json;

/// What is empty is left out: the reader then finds the same again.
Json line_of(index::Record const& record) {
  Json line{{"id", record.id}, {"title", record.title}};
  auto const add = [&](char const* key, auto const& value) {
    if (!value.empty()) line[key] = value;
  };
  add("aliases", record.aliases);
  add("url", record.url);
  add("author", record.author);
  add("role", record.role);
  add("date", record.date);
  if (record.year != 0) line["year"] = record.year;
  add("season", record.season);
  add("topics", record.topics);
  add("lang", record.lang);
  add("summary", record.summary);
  line["sections"] = Json::array();
  for (auto const& section : record.sections) {
    line["sections"].push_back({{"heading", section.heading},
                                {"anchor", section.anchor},
                                {"level", section.level},
                                {"text", section.text}});
  }
  return line;
}

} // namespace

std::uint64_t export_articles(std::filesystem::path const& folder, std::ostream& out) {
  index::Store const store(folder);
  auto const manifest = store.open_current();
  auto const place = store.generation_folder(manifest.generation);
  return reading(place, [&] {
    index::StoredArticles const stored(place, manifest);
    std::uint64_t articles = 0;
    stored.for_each([&](auto, index::Record const& record) {
      out << line_of(record).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
      ++articles;
    });
    return articles;
  });
}

} // namespace recap::indexer
