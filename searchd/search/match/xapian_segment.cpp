// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/xapian_segment.hpp"

#include "index/fields.hpp"
#include "index/positions.hpp"
#include "index/segment/stretch.hpp"
#include "index/segment/writer.hpp"
#include "searchd/search/match/xapian_postings.hpp"
#include "text/stop_words.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <utility>

namespace recap::search {
namespace {

/// Stems, and exact forms of inflected words.
struct StemCandidate {
  std::string stem;
  double impact = 0;
  bool is_certain = false; ///< seen as a stem, not only as a word that may be one
};

bool is_own_stem(text::Analyser& analyser, std::string_view word) {
  return std::ranges::any_of(analyser.analyse(word), [&](text::Token const& token) {
    return token.word == word && token.stem == word;
  });
}

} // namespace

XapianSegment::XapianSegment(Xapian::Database database, text::Analyser& analyser)
    : database_(std::move(database))
    , analyser_(analyser) {}

XapianSegment::~XapianSegment() = default;

std::uint32_t XapianSegment::end() const {
  return database_.get_lastdocid() + 1;
}

std::optional<std::uint32_t> XapianSegment::article(std::uint32_t docid) const {
  return docid > 0 && docid < end() ? std::optional(docid) : std::nullopt;
}

std::unique_ptr<Postings> XapianSegment::all() {
  return std::make_unique<XapianPostings>(database_, std::string());
}

std::unique_ptr<Postings> XapianSegment::postings(std::string_view term) {
  auto list = std::make_unique<XapianPostings>(database_, std::string(term));
  if (list->empty()) return nullptr;
  return list;
}

std::vector<WeighedStem> XapianSegment::heaviest_stems(std::span<ArticleShare const> articles,
                                                       std::size_t most) {
  std::unordered_map<std::string, StemCandidate> words;
  for (auto const& [article, share] : articles) {
    auto term = database_.termlist_begin(article);
    for (term.skip_to("Z"); term != database_.termlist_end(article); ++term) {
      std::string word = *term;
      bool const is_stem = index::is_stem_term(word);
      if (is_stem) word.erase(0, 1);
      bool const is_field = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
      if (is_field || text::is_stop_word(word)) continue;
      auto& candidate = words[std::move(word)];
      candidate.impact += share * term.get_wdf();
      candidate.is_certain |= is_stem;
    }
  }
  std::vector<StemCandidate> candidates;
  for (auto& [word, candidate] : words) {
    candidate.stem = word;
    candidates.push_back(std::move(candidate));
  }
  std::ranges::sort(candidates, [](StemCandidate const& a, StemCandidate const& b) {
    return a.impact != b.impact ? a.impact > b.impact : a.stem < b.stem;
  });
  std::vector<WeighedStem> stems;
  for (auto& one : candidates) {
    if (stems.size() == most) break;
    if (one.is_certain || is_own_stem(analyser_, one.stem))
      stems.push_back({.stem = std::move(one.stem), .impact = one.impact});
  }
  return stems;
}

index::Record const& XapianSegment::known_record(std::uint32_t article) {
  if (article != record_of_)
    last_record_ = index::decode(database_.get_document(article).get_data());
  record_of_ = article;
  return last_record_;
}

index::Record XapianSegment::record(std::uint32_t article) {
  return known_record(article);
}

index::Record XapianSegment::fields(std::uint32_t article) {
  auto fields = known_record(article);
  for (auto& section : fields.sections)
    section.text.clear();
  return fields;
}

std::uint32_t XapianSegment::heading_words(std::uint32_t article, std::size_t section) {
  auto const& heading = known_record(article).sections.at(section).heading;
  return text::Analyser::next_position(analyser_.analyse(heading, 0), 0);
}

std::vector<std::uint32_t> XapianSegment::places(std::uint32_t article, std::size_t section) {
  auto const& text = known_record(article).sections.at(section).text;
  return index::place_offsets(analyser_.analyse(text), 1);
}

/// Cuts text as mapped segments do, so that results are the same; only the cost differs.
TextWindow XapianSegment::window(WindowRequest const& request) {
  auto const& section = known_record(request.article).sections.at(request.section);
  auto const first = section.first_position + heading_words(request.article, request.section);
  auto const kept = places(request.article, request.section);
  auto const [begin, end, first_position] = index::stretch_around(
      kept, {.bytes = section.text.size(), .first_position = first},
      {.position = request.position, .before = request.before, .after = request.after});
  std::size_t whole = end;
  while (whole < section.text.size() && text::floor_to_character(section.text, whole) != whole)
    ++whole;
  return {.text = section.text.substr(begin, whole - begin),
          .begin = begin,
          .section_bytes = section.text.size(),
          .first_position = first_position};
}

std::int64_t XapianSegment::document_frequency(std::string_view term) {
  return database_.get_termfreq(std::string(term));
}

std::string const& XapianSegment::packed_positions(std::uint32_t article) {
  if (article == positions_of_) return last_positions_;
  // In ascending order they are read as one stream, which costs a fifth of separate lookups.
  if (!has_stream_ || article < positions_of_)
    stream_ = database_.valuestream_begin(index::positions_slot);
  has_stream_ = true;
  positions_of_ = article;
  last_positions_.clear();
  auto const end = database_.valuestream_end(index::positions_slot);
  if (stream_ == end) return last_positions_;
  stream_.skip_to(article);
  if (stream_ != end && stream_.get_docid() == article) last_positions_ = *stream_;
  return last_positions_;
}

std::vector<std::uint32_t> XapianSegment::positions(std::uint32_t article, std::string_view term) {
  auto const& packed = packed_positions(article);
  if (packed.empty()) return {};
  return index::Positions(packed).of(term);
}

std::vector<std::string> XapianSegment::terms_beginning(std::string_view prefix, std::size_t most) {
  std::vector<std::string> terms;
  std::string const begin(prefix);
  auto const end = database_.allterms_end(begin);
  for (auto term = database_.allterms_begin(begin); term != end && terms.size() < most; ++term)
    terms.push_back(*term);
  return terms;
}

void XapianSegment::begin() {
  record_of_ = 0;
  positions_of_ = 0;
  stream_ = {};
  has_stream_ = false;
}

} // namespace recap::search
