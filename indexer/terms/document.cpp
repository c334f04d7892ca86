// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/terms/document.hpp"

#include "index/fields.hpp"
#include "index/phrase_term.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

using index::FieldId;

std::string joined(std::vector<std::string> const& values) {
  std::string list;
  for (auto const& value : values) {
    if (!list.empty()) list += index::value_separator;
    list += value;
  }
  return list;
}

/// Adds the slots for filters, counts and sorting.
void add_slots(Xapian::Document& document, index::Record const& record) {
  for (index::Field const& field : index::fields) {
    if (field.slot == index::no_slot) continue;
    std::string value = joined(index::values_of(record, field));
    if (field.kind == index::ValueKind::day) std::erase(value, '-');
    if (!value.empty()) document.add_value(field.slot, value);
  }
}

/// Adds what GET /v1/suggest completes as a whole.
void add_phrases(Xapian::Document& document, index::Record const& record) {
  using index::PhraseKind;
  auto const add = [&](PhraseKind kind, std::string const& text, std::uint32_t day = 0) {
    if (!text.empty()) document.add_boolean_term(index::phrase_term(kind, text, day));
  };
  std::uint32_t day = 0;
  for (char const c : record.date) {
    if (c != '-') day = day * 10 + static_cast<std::uint32_t>(c - '0');
  }
  add(PhraseKind::title, record.title, day);
  for (auto const& alias : record.aliases)
    add(PhraseKind::title, alias, day);
  for (auto const& topic : record.topics)
    add(PhraseKind::topic, topic);
  for (auto const& author : record.author)
    add(PhraseKind::author, author);
  for (auto const& section : record.sections)
    add(PhraseKind::heading, section.heading);
}

/// The common part of both kinds of documents.
Xapian::Document begun(index::Record const& record) {
  Xapian::Document document;
  add_slots(document, record);
  add_phrases(document, record);
  return document;
}

} // namespace

std::string id_term(std::string const& id) {
  return index::value_term(index::field(FieldId::id), id);
}

Xapian::Document small_document(index::Record const& record) {
  auto document = begun(record);
  for (auto const& term : value_terms(record))
    document.add_term(term, 1);
  return document;
}

Xapian::Document whole_document(index::Record const& record, ArticleTerms const& terms) {
  auto document = begun(record);
  std::vector<index::PositionedTerm> positioned;
  for (auto const& term : terms.terms) {
    if (term.impact != 0) document.add_term(std::string(term.term), term.impact);
    if (!term.positions.empty()) positioned.push_back({term.term, term.positions});
  }
  document.add_value(index::positions_slot, index::encode_positions(positioned, terms.ends));
  document.add_value(index::id_slot, record.id);
  document.set_data(index::encode(record));
  return document;
}

} // namespace recap::indexer
