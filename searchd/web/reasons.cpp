// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/reasons.hpp"

#include "searchd/api/result_json.hpp"
#include "searchd/api/why_text.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace recap::web {
namespace {

using search::Reason;
using search::ReasonKind;

/// Recency is a reason only with at least this share of the score.
constexpr double least_recency = 0.05;

/// A word of the article, and the words of the query that it matches.
struct Word {
  std::string shown;
  ReasonKind kind;
  std::vector<std::string> typed;
};

struct Field {
  std::string name;
  std::vector<Word> words;
};

void add(Field& field, Reason const& reason) {
  auto const& typed = reason.word;
  Word word{reason.matched.empty() ? typed : reason.matched, reason.kind, {}};
  auto known = std::ranges::find_if(field.words, [&](Word const& other) {
    return other.shown == word.shown && other.kind == word.kind;
  });
  if (known == field.words.end()) known = field.words.insert(known, std::move(word));
  if (std::ranges::find(known->typed, typed) == known->typed.end()) known->typed.push_back(typed);
}

/// Groups words by the fields in which they were found, each by weight.
std::vector<Field> found_words(std::vector<Reason> const& why) {
  std::vector<Field> fields;
  for (auto const& reason : api::shown_words(why)) {
    auto known = std::ranges::find(fields, reason.field, &Field::name);
    if (known == fields.end()) known = fields.insert(known, Field{reason.field, {}});
    add(*known, reason);
  }
  return fields;
}

/// Reasons other than words, as far as a reader cares.
std::vector<std::string> beside_words(std::vector<Reason> const& why, Wording const& words) {
  double score = 0;
  for (auto const& reason : why)
    score += reason.weight;
  std::vector<std::string> texts;
  for (auto const& reason : why) {
    auto const text = words["why_" + std::string(api::name_of(reason.kind))];
    bool const is_slight =
        reason.kind == ReasonKind::recency && reason.weight < least_recency * score;
    if (!text.empty() && !is_slight) texts.push_back(text);
  }
  return texts;
}

class Sentence {
public:
  explicit Sentence(Wording const& words)
      : words_(words) {}

  Json write(std::vector<Field> const& fields, std::vector<Reason> const& why) {
    auto const frame = words_.around("why_sentence");
    text(frame["before"]);
    std::vector<Json> clauses;
    clauses.reserve(fields.size());
    for (Field const& field : fields)
      clauses.push_back(Sentence(words_).clause(field));
    for (auto const& beside : beside_words(why, words_))
      clauses.push_back(Json::array({{{"text", beside}}}));
    list(clauses);
    text(frame["after"]);
    return std::move(pieces_);
  }

private:
  Json clause(Field const& field) {
    auto const place = words_.around("in_" + field.name);
    text(place["before"]);
    std::vector<Json> found;
    found.reserve(field.words.size());
    for (Word const& word : field.words)
      found.push_back(Sentence(words_).noted(word));
    list(found);
    text(place["after"]);
    return std::move(pieces_);
  }

  /// The word, followed in parentheses by its relation to the word typed.
  Json noted(Word const& word) {
    quoted(word.shown);
    auto const key = "note_" + std::string(api::name_of(word.kind));
    if (words_[key].empty() || is_as_typed(word)) return std::move(pieces_);
    auto const note = words_.around(key);
    text(words_["note_opens"] + note["before"].get<std::string>());
    if (words_[key].find("{q}") != std::string::npos) {
      std::vector<Json> typed;
      typed.reserve(word.typed.size());
      for (auto const& one : word.typed)
        typed.push_back(Json::array({{{"quoted", one}}}));
      list(typed);
    }
    text(note["after"].get<std::string>() + ")");
    return std::move(pieces_);
  }

  static bool is_as_typed(Word const& word) {
    return word.typed.size() == 1 && text::lowered(word.typed[0]) == text::lowered(word.shown);
  }

  void list(std::vector<Json> const& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text(words_[i + 1 == items.size() ? "list_last" : "list_next"]);
      pieces_.insert(pieces_.end(), items[i].begin(), items[i].end());
    }
  }

  void text(std::string const& piece) {
    if (!piece.empty()) pieces_.push_back({{"text", piece}});
  }

  void quoted(std::string const& piece) { pieces_.push_back({{"quoted", piece}}); }

  Wording const& words_;
  Json pieces_ = Json::array();
};

} // namespace

Json reasons_sentence(std::vector<Reason> const& why, Wording const& words) {
  auto const fields = found_words(why);
  bool const is_pinned = std::ranges::find(why, ReasonKind::pinned, &Reason::kind) != why.end();
  return fields.empty() && !is_pinned ? Json::array() : Sentence(words).write(fields, why);
}

} // namespace recap::web
