// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/reader.hpp"

#include "index/error.hpp"
#include "index/fields.hpp"
#include "index/segment/writer.hpp"
#include "searchd/search/match/mapped_segment.hpp"
#include "searchd/search/match/remote_segment.hpp"
#include "text/hangul.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <utility>

namespace recap::search {
namespace {

/// About 1 MB.
constexpr std::size_t most_written_words = 10'000;

bool is_syllable_at(std::string_view text, std::size_t at) {
  return at < text.size() && text::is_hangul_syllable(text::decode(text, at).character);
}

/// Offsets where `noun` is part of a longer word.
std::vector<std::uint32_t> offsets_inside(std::string_view text, std::string_view noun) {
  constexpr std::size_t syllable_bytes = 3;
  std::vector<std::uint32_t> offsets;
  for (auto at = text.find(noun); at != std::string_view::npos; at = text.find(noun, at + 1)) {
    bool const goes_on = is_syllable_at(text, at + noun.size());
    bool const follows = at >= syllable_bytes && is_syllable_at(text, at - syllable_bytes);
    if (goes_on || follows) offsets.push_back(static_cast<std::uint32_t>(at));
  }
  return offsets;
}

std::vector<SlotValue> values_in_turn(Xapian::Database const& database, std::uint32_t slot) {
  std::vector<SlotValue> values;
  auto const end = database.valuestream_end(slot);
  for (auto at = database.valuestream_begin(slot); at != end; ++at)
    values.push_back({at.get_docid(), *at});
  return values;
}

} // namespace

Reader::Reader(Xapian::Database shards, bool is_remote)
    : database(std::move(shards))
    , articles_(database.get_doccount())
    , read_values_(is_remote ? values_at_once : values_in_turn) {
  if (is_remote) {
    segments_.push_back(std::make_unique<RemoteSegment>(database, analyser));
  } else {
    segments_.push_back(std::make_unique<XapianSegment>(database, analyser));
  }
}

Reader::Reader(Xapian::Database fields, index::Segments const& segments)
    : database(std::move(fields))
    , articles_(database.get_doccount())
    , read_values_(values_in_turn) {
  for (std::size_t i = 0; i < segments.size(); ++i)
    segments_.push_back(std::make_unique<MappedSegment>(segments, i));
}

std::uint32_t Reader::document_frequency(std::string const& term) {
  std::int64_t articles = 0;
  for (auto const& segment : segments_) {
    articles += segment->document_frequency(term);
    if (index::is_stem_term(term))
      articles += segment->document_frequency(index::word_for_stem(term));
  }
  return static_cast<std::uint32_t>(std::max<std::int64_t>(articles, 0));
}

Xapian::docid Reader::document(std::string const& id) const {
  auto const term = index::value_term(index::field(index::FieldId::id), id);
  auto const at = database.postlist_begin(term);
  return at == database.postlist_end(term) ? 0 : *at;
}

void Reader::look_up(std::span<std::string const> terms) {
  std::vector<std::string> all(terms.begin(), terms.end());
  for (auto const& term : terms) {
    if (index::is_stem_term(term)) all.push_back(index::word_for_stem(term));
  }
  for (auto const& segment : segments_)
    segment->look_up(all);
}

Reader::Place Reader::place(Xapian::docid id) const {
  for (auto const& segment : segments_) {
    if (auto const article = segment->article(id)) return {segment.get(), *article};
  }
  throw index::Error(index::ErrorCode::damaged,
                     "an article is not where the index says; index again with --rebuild");
}

std::uint32_t Reader::impact_of(Place const& place, std::string const& term) {
  auto& list = lists_[term];
  if (list.segment != place.segment || place.article < list.reached)
    list = {.segment = place.segment, .postings = place.segment->postings(term)};
  list.reached = place.article;
  auto const found = list.postings ? list.postings->seek(place.article) : std::nullopt;
  return found && found->article == place.article ? found->impact : 0;
}

std::uint32_t Reader::impact(Xapian::docid id, std::string const& term) {
  auto const at = place(id);
  auto const impact = impact_of(at, term);
  return impact == 0 && index::is_stem_term(term) ? impact_of(at, index::word_for_stem(term))
                                                  : impact;
}

Xapian::docid Reader::first_article(std::string const& term) {
  for (auto const& segment : segments_) {
    auto const list = segment->postings(term);
    auto found = list ? list->seek(0) : std::nullopt;
    // With impact 0, the article has only the stem's other forms.
    while (found && (found->impact == 0 || !segment->is_live(found->article)))
      found = list->seek(found->article + 1);
    if (found) return segment->docid(found->article);
  }
  return 0;
}

std::vector<std::uint32_t> Reader::positions(Xapian::docid id, std::string const& term) {
  auto const at = place(id);
  return at.segment->positions(at.article, term);
}

index::Record Reader::record(Xapian::docid id) {
  auto const at = place(id);
  return at.segment->record(at.article);
}

index::Record Reader::fields(Xapian::docid id) {
  auto const at = place(id);
  return at.segment->fields(at.article);
}

std::uint32_t Reader::heading_words(Xapian::docid id, std::size_t section) {
  auto const at = place(id);
  return at.segment->heading_words(at.article, section);
}

std::vector<std::uint32_t> Reader::positions_inside(Xapian::docid id, std::string_view noun) {
  auto const at = place(id);
  if (read_id_ != id) read_ = at.segment->record(at.article);
  read_id_ = id;
  std::vector<std::uint32_t> positions;
  for (std::size_t i = 0; i < read_.sections.size(); ++i) {
    auto const& section = read_.sections[i];
    if (!offsets_inside(section.heading, noun).empty()) positions.push_back(section.first_position);
    auto const offsets = offsets_inside(section.text, noun);
    if (offsets.empty()) continue;
    auto const first = section.first_position + at.segment->heading_words(at.article, i);
    auto const kept = at.segment->places(at.article, i);
    for (auto const offset : offsets) {
      auto const behind = std::ranges::upper_bound(kept, offset) - kept.begin();
      auto const place = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(behind, 1) - 1);
      positions.push_back(first + place * index::positions_per_place);
    }
  }
  return positions;
}

TextWindow Reader::window(Xapian::docid id, WindowRequest request) {
  auto const at = place(id);
  request.article = at.article;
  return at.segment->window(request);
}

std::vector<WeighedStem> Reader::heaviest_stems(std::span<Share const> articles, std::size_t most) {
  std::vector<WeighedStem> stems;
  for (auto const& segment : segments_) {
    std::vector<ArticleShare> here;
    for (auto const& [id, share] : articles) {
      if (auto const article = segment->article(id)) here.push_back({*article, share});
    }
    if (here.empty()) continue;
    for (auto& stem : segment->heaviest_stems(here, most)) {
      auto const known = std::ranges::find(stems, stem.stem, &WeighedStem::stem);
      if (known == stems.end()) {
        stems.push_back(std::move(stem));
      } else {
        known->impact += stem.impact;
      }
    }
  }
  return stems;
}

std::vector<std::string> Reader::terms_beginning(std::string const& prefix, std::size_t most) {
  std::vector<std::string> terms;
  for (auto const& segment : segments_) {
    auto const of_segment = segment->terms_beginning(prefix, most);
    auto const before = static_cast<std::ptrdiff_t>(terms.size());
    terms.insert(terms.end(), of_segment.begin(), of_segment.end());
    std::ranges::inplace_merge(terms, terms.begin() + before);
  }
  terms.erase(std::ranges::unique(terms).begin(), terms.end());
  if (terms.size() > most) terms.resize(most);
  return terms;
}

void Reader::begin() {
  lists_.clear();
  read_id_ = 0;
  for (auto const& segment : segments_)
    segment->begin();
  if (written_words.size() > most_written_words) written_words.clear();
}

} // namespace recap::search
