// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/upkeep.hpp"

#include <spdlog/spdlog.h>

#include <malloc.h>

namespace recap {

bool Troubles::tell(std::string const& what, std::string const& reason) {
  std::lock_guard const lock(mutex_);
  auto const known = reasons_.find(what);
  if (reason.empty()) {
    if (known != reasons_.end()) reasons_.erase(known);
    return false;
  }
  if (known != reasons_.end() && known->second == reason) return false;
  reasons_[what] = reason;
  return true;
}

std::vector<std::string> Troubles::all() const {
  std::lock_guard const lock(mutex_);
  std::vector<std::string> sentences;
  for (auto const& [what, reason] : reasons_)
    sentences.push_back("keeping the current " + what + ": " + reason);
  return sentences;
}

Upkeep::Upkeep(search::Engine& engine, api::Access& access, Troubles& troubles, LeverFiles levers,
               KeyFile keys)
    : engine_(engine)
    , access_(access)
    , troubles_(troubles)
    , levers_(std::move(levers))
    , keys_(std::move(keys)) {
  read_rules(levers_.synonyms, "synonyms");
  read_rules(levers_.stop_words, "stop words");
  read_pins();
  read_keys();
}

void Upkeep::look() {
  attempt("index", [this] { switch_generation(); });
  attempt("synonyms", [this] { read_rules(levers_.synonyms, "synonyms"); });
  attempt("stop words", [this] { read_rules(levers_.stop_words, "stop words"); });
  attempt("pins", [this] { read_pins(); });
  attempt("keys", [this] { read_keys(); });
}

template <typename Step>
void Upkeep::attempt(std::string const& what, Step const& step) {
  try {
    step();
    troubles_.tell(what, {});
  } catch (std::exception const& error) {
    if (troubles_.tell(what, error.what()))
      spdlog::error("keeping the current {}: {}", what, error.what());
  }
}

void Upkeep::switch_generation() {
  if (!engine_.refresh()) return;
  spdlog::info("switched to generation {}", engine_.generation());
  // Of 38 MB after 400 generations 31 lay free between what was in use.
  ::malloc_trim(0);
  name_unknown_articles();
}

template <typename Rules>
bool Upkeep::read_rules(RuleFile<Rules>& file, std::string const& what) {
  auto rules = file.read_if_changed();
  if (!rules) return false;
  spdlog::info("{} {}", rules->size(), what);
  engine_.use(std::move(rules));
  return true;
}

void Upkeep::read_pins() {
  if (read_rules(levers_.pins, "queries with pins")) name_unknown_articles();
}

/// A pin of an article that is not there has no effect, until there is one.
void Upkeep::name_unknown_articles() const {
  constexpr std::size_t most_named = 10;
  std::size_t unknown = 0;
  auto const pins = engine_.levers().pins;
  for (auto const& [id, line] : pins->named()) {
    if (engine_.article(id) || ++unknown > most_named) continue;
    spdlog::warn("{}:{}: there is no article {}", levers_.pins.path().string(), line, id);
  }
  if (unknown > most_named)
    spdlog::warn("{}: {} articles more are not there", levers_.pins.path().string(),
                 unknown - most_named);
}

void Upkeep::read_keys() {
  if (keys_.path().empty()) return;
  auto keys = keys_.read_if_changed();
  if (!keys) return;
  spdlog::info("{} keys", keys->size());
  if (keys_.is_open_to_all())
    spdlog::warn("{}: every user of this machine may read the keys; chmod o-r it",
                 keys_.path().string());
  access_.use(std::move(keys));
}

} // namespace recap
