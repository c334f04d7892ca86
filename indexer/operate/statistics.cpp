// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/fields.hpp"
#include "index/stored_articles.hpp"
#include "index/word_source.hpp"
#include "indexer/operate/actions.hpp"
#include "indexer/operate/xapian_errors.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <unordered_map>

namespace recap::indexer {
namespace {

using Count = std::pair<std::string, std::uint64_t>;
using Json = nlohmann::ordered_json;

constexpr std::size_t most_words = 20;
constexpr std::size_t most_shown = 20;

bool more(Count const& a, Count const& b) {
  return a.second != b.second ? a.second > b.second : a.first < b.first;
}

std::vector<Count> count_values(Xapian::Database const& database, std::uint32_t slot) {
  std::unordered_map<std::string, std::uint64_t> counts;
  for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
    std::string const values = *at;
    for (std::size_t begin = 0; begin <= values.size();) {
      auto const end = std::min(values.find(index::value_separator, begin), values.size());
      ++counts[values.substr(begin, end - begin)];
      begin = end + 1;
    }
  }
  std::vector<Count> list(counts.begin(), counts.end());
  std::ranges::sort(list, more);
  return list;
}

std::vector<Count> frequent_words(index::StoredArticles const& stored) {
  std::vector<Count> words;
  index::words_of(stored)([&](auto const& word, auto documents) {
    words.emplace_back(word, documents);
    std::ranges::push_heap(words, more);
    if (words.size() <= most_words) return;
    std::ranges::pop_heap(words, more);
    words.pop_back();
  });
  std::ranges::sort(words, more);
  return words;
}

std::uint64_t bytes_of(index::Manifest const& manifest, std::string const& name) {
  auto const file = std::ranges::find(manifest.files, name, &index::ManifestFile::name);
  return file == manifest.files.end() ? 0 : file->bytes;
}

std::vector<Statistics::Segment> list_segments(index::Manifest const& manifest,
                                               index::Segments const& segments) {
  std::vector<Statistics::Segment> list;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    auto const docids = segments.words(i).docids();
    auto const in_force =
        std::ranges::count_if(docids, [&](auto docid) { return segments.in_force(i, docid); });
    auto const& [words, articles] = manifest.segments[i];
    list.push_back({.articles = docids.size(),
                    .in_force = static_cast<std::uint64_t>(in_force),
                    .bytes = bytes_of(manifest, words) + bytes_of(manifest, articles)});
  }
  return list;
}

Json rows(std::vector<Count> const& counts) {
  Json list = Json::array();
  for (auto const& [value, articles] : counts)
    list.push_back({{"value", value}, {"articles", articles}});
  return list;
}

void print_row(std::ostream& out, std::string const& name, std::vector<Count> const& counts) {
  out << name << ':';
  for (std::size_t i = 0; i < std::min(counts.size(), most_shown); ++i)
    out << (i == 0 ? " " : ", ") << counts[i].first << ' ' << counts[i].second;
  if (counts.size() > most_shown) out << ", and " << counts.size() - most_shown << " more";
  out << '\n';
}

} // namespace

Statistics statistics(std::filesystem::path const& folder) {
  index::Store const store(folder);
  Statistics found;
  found.manifest = store.open_current();
  for (auto const& file : found.manifest.files)
    found.bytes += file.bytes;
  auto const place = store.generation_folder(found.manifest.generation);
  reading(place, [&] {
    index::StoredArticles const stored(place, found.manifest);
    for (auto const& field : index::fields) {
      if (field.facet)
        found.values.emplace(std::string(field.name), count_values(stored.database(), field.slot));
    }
    found.words = frequent_words(stored);
    if (stored.segments()) found.segments = list_segments(found.manifest, *stored.segments());
  });
  return found;
}

void print(std::ostream& out, Statistics const& statistics) {
  auto const& manifest = statistics.manifest;
  out << "generation: " << manifest.generation << ", created " << manifest.created << '\n'
      << "articles: " << manifest.articles << ", words: " << manifest.body_words
      << ", bytes on disk: " << statistics.bytes << '\n';
  for (auto const& segment : statistics.segments)
    out << "segment: articles: " << segment.articles << ", live: " << segment.in_force
        << ", bytes: " << segment.bytes << '\n';
  for (auto const& [name, counts] : statistics.values)
    print_row(out, name, counts);
  print_row(out, "most frequent words", statistics.words);
}

void print_json(std::ostream& out, Statistics const& statistics) {
  auto const& manifest = statistics.manifest;
  Json json{{"generation", manifest.generation}, {"created", manifest.created},
            {"articles", manifest.articles},     {"words", manifest.body_words},
            {"bytes", statistics.bytes},         {"files", Json::array()}};
  for (auto const& file : manifest.files)
    json["files"].push_back({{"name", file.name}, {"bytes", file.bytes}});
  json["segments"] = Json::array();
  for (auto const& segment : statistics.segments) {
    json["segments"].push_back(
        {{"articles", segment.articles}, {"in_force", segment.in_force}, {"bytes", segment.bytes}});
  }
  for (auto const& [name, counts] : statistics.values)
    json["values"][name] = rows(counts);
  json["frequent_words"] = rows(statistics.words);
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace recap::indexer
