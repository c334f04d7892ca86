// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/databases.hpp"
#include "index/fields.hpp"
#include "indexer/actions.hpp"
#include "indexer/xapian_errors.hpp"

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

/// Words of running text carry no prefix, which begin with a capital letter.
std::vector<Count> frequent_words(Xapian::Database const& database) {
  std::vector<Count> words;
  for (auto at = database.allterms_begin(); at != database.allterms_end(); ++at) {
    std::string const term = *at;
    if (term.empty() || (term.front() >= 'A' && term.front() <= 'Z')) continue;
    words.emplace_back(term, at.get_termfreq());
    std::ranges::push_heap(words, more);
    if (words.size() <= most_words) continue;
    std::ranges::pop_heap(words, more);
    words.pop_back();
  }
  std::ranges::sort(words, more);
  return words;
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
    auto const database = index::open_databases(place, found.manifest.shards);
    for (auto const& field : index::fields) {
      if (field.facet)
        found.values.emplace(std::string(field.name), count_values(database, field.slot));
    }
    found.words = frequent_words(database);
  });
  return found;
}

void print(std::ostream& out, Statistics const& statistics) {
  auto const& manifest = statistics.manifest;
  out << "generation: " << manifest.generation << ", made " << manifest.created << '\n'
      << "articles: " << manifest.articles << ", words: " << manifest.body_words
      << ", bytes on disk: " << statistics.bytes << '\n';
  for (auto const& [name, counts] : statistics.values)
    print_row(out, name, counts);
  print_row(out, "words in most articles", statistics.words);
}

void print_json(std::ostream& out, Statistics const& statistics) {
  auto const& manifest = statistics.manifest;
  Json json{{"generation", manifest.generation}, {"created", manifest.created},
            {"articles", manifest.articles},     {"words", manifest.body_words},
            {"bytes", statistics.bytes},         {"files", Json::array()}};
  for (auto const& file : manifest.files)
    json["files"].push_back({{"name", file.name}, {"bytes", file.bytes}});
  for (auto const& [name, counts] : statistics.values)
    json["values"][name] = rows(counts);
  json["frequent_words"] = rows(statistics.words);
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace recap::indexer
