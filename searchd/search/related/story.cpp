// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/related/story.hpp"

#include "index/fields.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace recap::search {
namespace {

using index::Part;

constexpr std::size_t at(Part part) {
  return static_cast<std::size_t>(part);
}

bool is_number(std::string_view stem) {
  return std::ranges::all_of(stem, [](char c) { return text::is_digit(c) || c == '.'; });
}

/// Determines the language as the indexer does (indexer/formats/field_rules.cpp).
std::string language_of(index::Record const& draft) {
  constexpr double mostly = 0.3;
  std::string text = draft.title;
  for (auto const& section : draft.sections)
    text += section.text;
  return text::hangul_share(text) > mostly ? "ko" : "en";
}

class DraftWords {
public:
  explicit DraftWords(text::Analyser& analyser)
      : analyser_(analyser) {}

  void add(std::string_view text, Part part) {
    std::uint32_t next = 1;
    for (auto& token : analyser_.analyse(text)) {
      bool const is_beside = token.kind == text::TokenKind::compound;
      // Words inside a word add nothing to it.
      if (is_beside && token.position < next) continue;
      if (!is_beside) {
        next = token.position + 1;
        ++lengths_[at(part)];
      }
      ++frequencies_[std::move(token.stem)][at(part)];
    }
  }

  [[nodiscard]] std::vector<Stem> stems(index::FieldLengths const& averages) const {
    std::vector<Stem> stems;
    stems.reserve(frequencies_.size());
    for (auto const& [stem, counts] : frequencies_) {
      index::PartFrequencies elsewhere = counts;
      elsewhere[at(Part::topic)] = 0;
      bool const topic_only = elsewhere == index::PartFrequencies{};
      stems.push_back(
          {.stem = stem,
           .impact = index::impact(counts, lengths_, averages),
           .may_be_significant = !is_number(stem) && counts[at(Part::author)] == 0 && !topic_only,
           .in_title = counts[at(Part::title)] + counts[at(Part::alias)] > 0});
    }
    std::ranges::sort(stems, {}, &Stem::stem);
    return stems;
  }

private:
  text::Analyser& analyser_;
  index::FieldLengths lengths_{};
  std::unordered_map<std::string, index::PartFrequencies> frequencies_;
};

} // namespace

Story indexed_story(Reader& reader, Xapian::docid document,
                    index::FieldLengths const& average_lengths) {
  Story story = draft_story(reader.analyser, reader.record(document), average_lengths);
  story.document = document;
  return story;
}

Story draft_story(text::Analyser& analyser, index::Record draft,
                  index::FieldLengths const& average_lengths) {
  DraftWords words(analyser);
  index::for_each_text(draft, [&](index::Field const& field, std::string_view text) {
    words.add(text, *field.part);
  });
  std::size_t left = longest_story;
  for (auto const& section : draft.sections) {
    words.add(section.heading, Part::heading);
    auto const text =
        std::string_view(section.text).substr(0, text::floor_to_character(section.text, left));
    words.add(text, Part::body);
    left -= text.size();
  }
  Story story;
  story.stems = words.stems(average_lengths);
  story.record = std::move(draft);
  if (story.record.lang.empty()) story.record.lang = language_of(story.record);
  return story;
}

bool title_names(Story const& story, std::span<std::string const> stems) {
  if (stems.empty()) return false;
  auto const is_named = [&](std::string const& stem) {
    auto const at = std::ranges::lower_bound(story.stems, stem, {}, &Stem::stem);
    return at != story.stems.end() && at->stem == stem && at->in_title;
  };
  auto const words = stems.subspan(1);
  return is_named(stems.front()) || (!words.empty() && std::ranges::all_of(words, is_named));
}

} // namespace recap::search
