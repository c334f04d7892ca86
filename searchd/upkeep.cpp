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

Upkeep::Upkeep(search::Engine& engine, api::Access& access, Troubles& troubles,
               SynonymFile synonyms, KeyFile keys)
    : engine_(engine)
    , access_(access)
    , troubles_(troubles)
    , synonyms_(std::move(synonyms))
    , keys_(std::move(keys)) {
  read_synonyms();
  read_keys();
}

void Upkeep::look() {
  attempt("index", [this] { switch_generation(); });
  attempt("synonyms", [this] { read_synonyms(); });
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
}

void Upkeep::read_synonyms() {
  if (synonyms_.path().empty()) return;
  auto synonyms = synonyms_.read_if_changed();
  if (!synonyms) return;
  spdlog::info("{} synonyms", synonyms->size());
  engine_.use(std::move(synonyms));
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
