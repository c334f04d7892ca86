// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/levers.hpp"

#include "searchd/search/query/pins.hpp"
#include "searchd/search/query/stop_word_list.hpp"
#include "searchd/search/query/synonyms.hpp"

namespace recap::search {

Levers::Levers()
    : synonyms(std::make_shared<Synonyms const>())
    , pins(std::make_shared<Pins const>())
    , stop_words(std::make_shared<StopWordList const>()) {}

std::string Levers::version() const {
  std::string version;
  for (auto const* each : {&synonyms->version(), &pins->version(), &stop_words->version()}) {
    if (!each->empty()) version += '-' + *each;
  }
  return version;
}

} // namespace recap::search
