// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/story.hpp"

#include "index/fields.hpp"
#include "searchd/search/terms.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace recap::search {
namespace {

using index::FieldId;
using index::Part;

constexpr std::size_t at(Part part) {
  return static_cast<std::size_t>(part);
}

bool is_number(std::string_view stem) {
  return std::ranges::all_of(stem, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// Prefixes are capitals, and folded words have none.
bool is_prefixed(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

struct FieldStems {
  std::unordered_map<std::string, Xapian::termcount> author;
  std::unordered_map<std::string, Xapian::termcount> topic;
};

/// A word that stands nowhere but in the topics has the same impact there as altogether.
bool is_telling(std::string const& stem, Xapian::termcount impact, FieldStems const& fields) {
  if (is_number(stem) || fields.author.contains(stem)) return false;
  auto const topic = fields.topic.find(stem);
  return topic == fields.topic.end() || topic->second < impact;
}

/// As the indexer tells the language of an article that does not.
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
    for (auto& token : analyser_.analyse(text)) {
      if (token.kind != text::TokenKind::compound) ++lengths_[at(part)];
      ++frequencies_[std::move(token.stem)][at(part)];
    }
  }

  void add(std::vector<std::string> const& values, Part part) {
    for (auto const& value : values)
      add(value, part);
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
           .telling = !is_number(stem) && counts[at(Part::author)] == 0 && !topic_only});
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

Story indexed_story(Reader& reader, Xapian::docid document) {
  auto const& database = reader.database;
  Story story;
  story.document = document;
  story.record = reader.record(document);
  std::string_view const author = index::field(FieldId::author).word_prefix;
  std::string_view const topic = index::field(FieldId::topic).word_prefix;
  FieldStems fields;
  // Terms of fields come first, as capitals come before small letters, behind Z too.
  for (auto term = database.termlist_begin(document); term != database.termlist_end(document);
       ++term) {
    std::string word = *term;
    bool const is_stem = index::is_stem_term(word);
    if (is_stem) word.erase(0, 1);
    auto const impact = term.get_wdf();
    if (word.starts_with(author)) {
      fields.author.emplace(word.substr(author.size()), impact);
    } else if (word.starts_with(topic)) {
      fields.topic.emplace(word.substr(topic.size()), impact);
    } else if (!is_prefixed(word) && (is_stem || is_own_stem(reader.analyser, word))) {
      bool const telling = is_telling(word, impact, fields);
      story.stems.push_back({.stem = std::move(word), .impact = impact, .telling = telling});
    }
  }
  std::ranges::sort(story.stems, {}, &Stem::stem);
  return story;
}

Story draft_story(text::Analyser& analyser, index::Record draft,
                  index::FieldLengths const& average_lengths) {
  DraftWords words(analyser);
  words.add(draft.title, Part::title);
  words.add(draft.aliases, Part::alias);
  words.add(draft.author, Part::author);
  words.add(draft.topics, Part::topic);
  if (draft.year != 0) words.add(std::to_string(draft.year), Part::label);
  words.add(index::season_words(draft.season), Part::label);
  words.add(draft.summary, Part::summary);
  for (auto const& section : draft.sections) {
    words.add(section.heading, Part::heading);
    words.add(section.text, Part::body);
  }
  Story story;
  story.stems = words.stems(average_lengths);
  story.record = std::move(draft);
  if (story.record.lang.empty()) story.record.lang = language_of(story.record);
  return story;
}

} // namespace recap::search
