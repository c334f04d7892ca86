// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/databases.hpp"
#include "index/stored_articles.hpp"
#include "indexer/operate/actions.hpp"
#include "indexer/operate/segment_check.hpp"
#include "indexer/operate/xapian_errors.hpp"

#include <sstream>

namespace recap::indexer {
namespace {

/// The last line of Xapian's check before it fails, which names the damage.
std::string last_line(std::string const& text) {
  std::istringstream lines(text);
  std::string last;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) last = line;
  }
  return last;
}

void verify_database(std::string const& folder, Verified& verified) {
  std::ostringstream said;
  auto const errors = Xapian::Database::check(folder, 0, &said);
  if (errors != 0)
    verified.problems.push_back(folder + ": Xapian finds " + std::to_string(errors) +
                                " errors: " + last_line(said.str()));
}

void verify_articles(std::filesystem::path const& folder, index::Manifest const& manifest,
                     Verified& verified) {
  index::StoredArticles const stored(folder, manifest);
  stored.for_each([&](auto, index::Record const&) { ++verified.articles; });
  if (!stored.segments()) return;
  for (auto const& problem : check_segments(stored))
    verified.problems.push_back(folder.string() + ": " + problem);
}

} // namespace

std::vector<Verified> verify(std::filesystem::path const& database) {
  index::Store const store(database);
  std::vector<Verified> all;
  if (store.generations().empty())
    static_cast<void>(store.open_current()); // throws, saying what to do
  auto const current = store.current();
  for (auto const number : store.generations()) {
    Verified verified{.generation = number, .current = number == current};
    auto const folder = store.generation_folder(number);
    try {
      auto const manifest = store.open(number);
      for (auto const& name : index::database_names(manifest.shards)) {
        auto const place = folder / name;
        reading(place, [&] { verify_database(place.string(), verified); });
      }
      reading(folder, [&] { verify_articles(folder, manifest, verified); });
      if (verified.articles != manifest.articles)
        verified.problems.push_back(folder.string() + ": " + std::to_string(verified.articles) +
                                    " articles instead of " + std::to_string(manifest.articles));
    } catch (index::Error const& error) {
      verified.problems.emplace_back(error.what());
    }
    all.push_back(std::move(verified));
  }
  return all;
}

} // namespace recap::indexer
