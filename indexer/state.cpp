// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/state.hpp"

#include "index/error.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace recap::indexer {

using Json = nlohmann::json;

State read_state(std::filesystem::path const& file) {
  State state;
  std::ifstream in(file);
  try {
    for (std::string line; std::getline(in, line);) {
      Json const row = Json::parse(line);
      KnownFile known{.name = row.at("name"),
                      .bytes = row.at("bytes"),
                      .modified_ns = row.at("modified_ns"),
                      .checksum = row.at("xxh3"),
                      .articles = {}};
      for (auto const& article : row.at("articles")) {
        known.articles.push_back(
            {.id = article.at(0), .hash = article.at(1), .words = article.at(2)});
      }
      state.emplace(known.name, std::move(known));
    }
    if (in.eof()) return state;
  } catch (Json::exception const&) {
    // said below, as for a file that is not there
  }
  throw index::Error(index::ErrorCode::damaged,
                     file.string() + ": cannot be read; index again with --rebuild");
}

void write_state(std::filesystem::path const& file, std::deque<KnownFile> const& files) {
  std::ofstream out(file, std::ios::trunc);
  for (KnownFile const& known : files) {
    Json articles = Json::array();
    for (auto const& [id, hash, words] : known.articles)
      articles.push_back({id, hash, words});
    Json const row{{"name", known.name},
                   {"bytes", known.bytes},
                   {"modified_ns", known.modified_ns},
                   {"xxh3", known.checksum},
                   {"articles", articles}};
    out << row.dump() << '\n';
  }
  out.close();
  if (!out)
    throw index::Error(index::ErrorCode::unwritable,
                       file.string() + ": cannot be written; is the disk full?");
}

} // namespace recap::indexer
