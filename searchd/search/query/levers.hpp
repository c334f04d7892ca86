// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

namespace recap::search {

class Pins;
class StopWordList;
class Synonyms;

/// Editors' settings that affect searches. None is null.
struct Levers {
  /// Empty ones.
  Levers();

  std::shared_ptr<Synonyms const> synonyms;
  std::shared_ptr<Pins const> pins;
  std::shared_ptr<StopWordList const> stop_words;
};

} // namespace recap::search
