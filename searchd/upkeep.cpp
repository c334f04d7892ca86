// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/upkeep.hpp"

#include "searchd/search/query/pins.hpp"
#include "searchd/search/query/stop_word_list.hpp"
#include "searchd/search/query/synonyms.hpp"

#include <spdlog/spdlog.h>

#include <malloc.h>

namespace recap {

bool Troubles::tell(std::string const& what, std::string const& sentence) {
  std::lock_guard const lock(mutex_);
  auto const known = sentences_.find(what);
  if (sentence.empty()) {
    if (known != sentences_.end()) sentences_.erase(known);
    return false;
  }
  if (known != sentences_.end() && known->second == sentence) return false;
  sentences_[what] = sentence;
  return true;
}

std::vector<std::string> Troubles::all() const {
  std::lock_guard const lock(mutex_);
  std::vector<std::string> sentences;
  for (auto const& [what, sentence] : sentences_)
    sentences.push_back(sentence);
  return sentences;
}

Upkeep::Upkeep(Kept kept, KeptFiles files)
    : kept_(kept)
    , files_(std::move(files)) {
  read_keys(); // without them, everybody could read
  taken_ = {"index", "keys"};
  read_rule_files();
}

void Upkeep::look() {
  attempt("index", [this] { switch_generation(); });
  attempt("keys", [this] { read_keys(); });
  read_rule_files();
}

void Upkeep::read_rule_files() {
  attempt("synonyms", [this] { read_rules(files_.levers.synonyms, "synonyms"); });
  attempt("stop words", [this] { read_rules(files_.levers.stop_words, "stop words"); });
  attempt("pins", [this] { read_pins(); });
  attempt("names of authors", [this] { read_authors(); });
}

template <typename Step>
void Upkeep::attempt(std::string const& what, Step const& step) {
  try {
    step();
    taken_.insert(what);
    kept_.troubles.tell(what, {});
  } catch (std::exception const& error) {
    auto const sentence = (taken_.contains(what) ? "keeping the current " : "serving without ") +
                          what + ": " + error.what();
    if (kept_.troubles.tell(what, sentence)) spdlog::error(sentence);
  }
}

void Upkeep::switch_generation() {
  if (!kept_.engine.refresh()) return;
  spdlog::info("switched to generation {}", kept_.engine.generation());
  // After 400 generations, 31 of 38 MB were free but not returned.
  ::malloc_trim(0);
  name_unknown_articles();
}

template <typename Rules>
bool Upkeep::read_rules(RuleFile<Rules>& file, std::string const& what) {
  auto rules = file.read_if_changed();
  if (!rules) return false;
  spdlog::info("{} {}", rules->size(), what);
  kept_.engine.use(std::move(rules));
  return true;
}

void Upkeep::read_pins() {
  if (read_rules(files_.levers.pins, "queries with pins")) name_unknown_articles();
}

/// A pin of a missing article has no effect until the article exists.
void Upkeep::name_unknown_articles() const {
  constexpr std::size_t most_named = 10;
  std::size_t unknown = 0;
  auto const pins = kept_.engine.levers().pins;
  for (auto const& [id, line] : pins->named()) {
    if (kept_.engine.article(id) || ++unknown > most_named) continue;
    spdlog::warn("{}:{}: there is no article {}", files_.levers.pins.path().string(), line, id);
  }
  if (unknown > most_named)
    spdlog::warn("{}: {} articles more are not there", files_.levers.pins.path().string(),
                 unknown - most_named);
}

void Upkeep::read_authors() {
  auto table = files_.authors.read_if_changed();
  if (!table) return;
  spdlog::info("{} names of authors", table->size());
  kept_.authors.use(std::move(table));
}

void Upkeep::read_keys() {
  if (files_.keys.path().empty()) return;
  auto keys = files_.keys.read_if_changed();
  if (!keys) return;
  spdlog::info("{} keys", keys->size());
  if (files_.keys.is_open_to_all())
    spdlog::warn("{}: every user of this machine may read the keys; chmod o-r it",
                 files_.keys.path().string());
  kept_.access.use(std::move(keys));
}

} // namespace recap
