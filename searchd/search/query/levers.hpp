// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/query/pins.hpp"
#include "searchd/search/query/stop_word_list.hpp"
#include "searchd/search/query/synonyms.hpp"

#include <memory>

namespace recap::search {

/// Editors' settings that affect searches. None is null.
struct Levers {
  std::shared_ptr<Synonyms const> synonyms = std::make_shared<Synonyms const>();
  std::shared_ptr<Pins const> pins = std::make_shared<Pins const>();
  std::shared_ptr<StopWordList const> stop_words = std::make_shared<StopWordList const>();
};

} // namespace recap::search
