// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

namespace recap::search {

class Pins;
class StopWordList;
class Synonyms;

/// Editors' settings that affect searches. None is null.
struct Levers {
  /// Empty ones.
  Levers();

  /// The versions of those that have one, each after a `-`.
  [[nodiscard]] std::string version() const;

  std::shared_ptr<Synonyms const> synonyms;
  std::shared_ptr<Pins const> pins;
  std::shared_ptr<StopWordList const> stop_words;
};

} // namespace recap::search
