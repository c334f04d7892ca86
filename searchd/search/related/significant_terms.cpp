// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/related/significant_terms.hpp"

#include "searchd/search/match/idf.hpp"
#include "searchd/search/related/related_weights.hpp"
#include "text/stop_words.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace recap::search {
namespace {

/// Spellings of a word in the text.
struct Written {
  std::vector<std::pair<std::string, std::size_t>> forms; ///< with their frequencies
  std::size_t alone = 0;
  std::unordered_map<std::string, std::size_t> inside; ///< compounds with their frequencies

  /// Forms inside compounds count only if there are no others.
  void add(std::string_view form, std::optional<std::string> const& compound) {
    if (compound) {
      ++inside[*compound];
      if (alone > 0) return;
    } else if (alone++ == 0) {
      forms.clear();
    }
    auto const known = std::ranges::find(forms, form, &std::pair<std::string, std::size_t>::first);
    if (known == forms.end()) {
      forms.emplace_back(form, 1);
    } else {
      ++known->second;
    }
  }

  [[nodiscard]] std::string const& usual() const {
    return std::ranges::max_element(forms, {}, &std::pair<std::string, std::size_t>::second)->first;
  }
};

/// Finds the words in the first `bytes` of a text.
class Scan {
public:
  Scan(text::Analyser& analyser, std::vector<SignificantTerm> const& words, std::size_t bytes)
      : analyser_(analyser)
      , left_(bytes) {
    for (auto const& word : words)
      written_.try_emplace(word.stem);
  }

  void read(index::Record const& record) {
    read(record.title);
    read(record.summary);
    for (auto const& section : record.sections) {
      read(section.heading);
      read(section.text);
    }
  }

  [[nodiscard]] Written const& of(std::string const& stem) const { return written_.at(stem); }
  [[nodiscard]] bool reached_the_end() const { return left_ > 0; }

private:
  void read(std::string_view text) {
    text = text.substr(0, text::floor_to_character(text, left_));
    left_ -= text.size();
    std::string compound;
    std::uint32_t compound_end = 0;
    for (auto const& token : analyser_.analyse(text)) {
      bool const inside = token.position < compound_end;
      auto const known = written_.find(token.stem);
      if (known != written_.end()) {
        auto const form = text.substr(token.begin, token.stem_end - token.begin);
        known->second.add(form, inside ? std::optional(compound) : std::nullopt);
      }
      if (!inside) {
        compound = token.stem;
        compound_end = token.position + token.parts;
      }
    }
  }

  text::Analyser& analyser_;
  std::unordered_map<std::string, Written> written_;
  std::size_t left_;
};

/// The most promising stems, best first.
std::vector<Stem const*> promising(Story const& story) {
  std::vector<Stem const*> stems;
  for (Stem const& stem : story.stems) {
    if (stem.may_be_significant) stems.push_back(&stem);
  }
  auto const before = [](Stem const* a, Stem const* b) {
    if (a->impact != b->impact) return a->impact > b->impact;
    return a->stem.size() != b->stem.size() ? a->stem.size() > b->stem.size() : a->stem < b->stem;
  };
  auto const middle =
      stems.begin() + static_cast<std::ptrdiff_t>(std::min(weighed_stems, stems.size()));
  std::ranges::partial_sort(stems, middle, before);
  stems.erase(middle, stems.end());
  return stems;
}

std::vector<SignificantTerm> weighed(Story const& story, Rarity const& rarity) {
  std::vector<SignificantTerm> words;
  for (Stem const* stem : promising(story)) {
    double const with = rarity.with_stem(stem->stem);
    if (with < 1 || with > most_common * rarity.articles) continue;
    double const rareness = idf(rarity.articles, with);
    words.push_back({.stem = stem->stem,
                     .idf = rareness,
                     .weight = rareness * stem->impact / index::largest_impact});
  }
  std::ranges::stable_sort(words, std::greater(), &SignificantTerm::weight);
  words.resize(std::min(words.size(), considered_words));
  return words;
}

} // namespace

std::vector<SignificantTerm> significant_terms(text::Analyser& analyser, Story const& story,
                                               Rarity const& rarity) {
  auto words = weighed(story, rarity);
  Scan scan(analyser, words, scanned_bytes);
  scan.read(story.record);
  auto const is_considered = [&](std::string const& stem) {
    return std::ranges::find(words, stem, &SignificantTerm::stem) != words.end();
  };
  std::vector<SignificantTerm> chosen;
  for (auto& word : words) {
    if (chosen.size() == related_words) break;
    auto const& written = scan.of(word.stem);
    if (written.forms.empty()) {
      // Not in the text: a season's name, or a word of a title in another language.
      if (!scan.reached_the_end()) chosen.push_back(word);
      continue;
    }
    word.written = written.usual();
    if (text::is_stop_word(word.written)) continue;
    bool const only_inside =
        written.alone == 0 && std::ranges::any_of(written.inside, [&](auto const& compound) {
          return is_considered(compound.first);
        });
    if (only_inside) continue;
    chosen.push_back(word);
  }
  return chosen;
}

void look_further(text::Analyser& analyser, Story const& story,
                  std::vector<SignificantTerm>& words) {
  Scan scan(analyser, words, scanned_bytes_at_most);
  scan.read(story.record);
  for (auto& word : words) {
    auto const& written = scan.of(word.stem);
    if (!word.written.empty() || written.forms.empty()) continue;
    if (!text::is_stop_word(written.usual())) word.written = written.usual();
  }
}

} // namespace recap::search
