// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/xapian_segment.hpp"

#include "index/fields.hpp"
#include "index/positions.hpp"
#include "index/segment/stretch.hpp"
#include "index/segment/writer.hpp"
#include "text/stop_words.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace recap::search {
namespace {

/// About 10 MB.
constexpr std::size_t most_frequencies = 100'000;

class XapianPostings : public Postings {
public:
  XapianPostings(Xapian::Database const& database, std::string const& term)
      : at_(database.postlist_begin(term))
      , end_(database.postlist_end(term))
      , size_(term.empty() ? database.get_doccount() : database.get_termfreq(term))
      , is_of_all_(term.empty()) {}

  [[nodiscard]] bool empty() const { return at_ == end_; }

  [[nodiscard]] std::uint32_t size() const override { return size_; }

  [[nodiscard]] std::span<index::Posting const> next_block(std::uint32_t end) override {
    std::size_t count = 0;
    for (; count < block_.size() && at_ != end_ && *at_ < end; ++at_)
      block_[count++] = here();
    return std::span(block_).first(count);
  }

  [[nodiscard]] std::optional<index::Posting> seek(std::uint32_t target) override {
    if (at_ != end_ && *at_ < target) at_.skip_to(target);
    return at_ == end_ ? std::nullopt : std::optional(here());
  }

private:
  [[nodiscard]] index::Posting here() const { return {*at_, is_of_all_ ? 0 : at_.get_wdf()}; }

  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  std::uint32_t size_;
  bool is_of_all_;
  std::array<index::Posting, 128> block_;
};

/// A list that was read completely.
class KnownPostings : public Postings {
public:
  explicit KnownPostings(std::shared_ptr<std::vector<index::Posting> const> list)
      : list_(std::move(list)) {}

  [[nodiscard]] std::uint32_t size() const override {
    return static_cast<std::uint32_t>(list_->size());
  }
  [[nodiscard]] std::span<index::Posting const> next_block(std::uint32_t end) override {
    auto const rest = std::span(*list_).subspan(at_);
    auto const below = std::ranges::lower_bound(rest, end, {}, &index::Posting::article);
    auto const count = static_cast<std::size_t>(below - rest.begin());
    at_ += count;
    return rest.first(count);
  }

  [[nodiscard]] std::optional<index::Posting> seek(std::uint32_t target) override {
    auto const rest = std::span(*list_).subspan(at_);
    auto const found = std::ranges::lower_bound(rest, target, {}, &index::Posting::article);
    at_ += static_cast<std::size_t>(found - rest.begin());
    return found == rest.end() ? std::nullopt : std::optional(*found);
  }

private:
  std::shared_ptr<std::vector<index::Posting> const> list_;
  std::size_t at_ = 0;
};

std::vector<index::Posting> all_of(XapianPostings list) {
  std::vector<index::Posting> all;
  constexpr auto end = std::numeric_limits<std::uint32_t>::max();
  for (auto block = list.next_block(end); !block.empty(); block = list.next_block(end))
    all.insert(all.end(), block.begin(), block.end());
  return all;
}

/// Stems, and exact forms of inflected words.
struct Candidate {
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

XapianSegment::XapianSegment(Xapian::Database database, bool is_remote, text::Analyser& analyser)
    : database_(std::move(database))
    , is_remote_(is_remote)
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
  std::string key(term);
  if (!is_remote_) {
    auto list = std::make_unique<XapianPostings>(database_, key);
    if (list->empty()) return nullptr;
    return list;
  }
  auto& known = lists_[key];
  if (!known)
    known = std::make_shared<std::vector<index::Posting>>(all_of(XapianPostings(database_, key)));
  if (known->empty()) return nullptr;
  return std::make_unique<KnownPostings>(known);
}

void XapianSegment::look_up(std::span<std::string const> terms) {
  if (!is_remote_) return;
  std::vector<Xapian::Query> unknown;
  for (auto const& term : terms) {
    if (!frequencies_.contains(term)) unknown.emplace_back(term);
  }
  if (unknown.empty()) return;
  // Enquire sends the frequencies of all terms in one message, before the query is run.
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, unknown.begin(), unknown.end()));
  auto const told = enquire.get_mset(0, 0);
  for (auto const& term : terms)
    frequencies_.try_emplace(term, told.get_termfreq(term));
}

std::vector<WeighedStem> XapianSegment::heaviest_stems(std::span<ArticleShare const> articles,
                                                       std::size_t most) {
  std::unordered_map<std::string, Candidate> words;
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
  std::vector<Candidate> candidates;
  for (auto& [word, candidate] : words) {
    candidate.stem = word;
    candidates.push_back(std::move(candidate));
  }
  std::ranges::sort(candidates, [](Candidate const& a, Candidate const& b) {
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
  std::string key(term);
  if (!is_remote_) return database_.get_termfreq(key);
  auto const [known, is_new] = frequencies_.try_emplace(std::move(key));
  if (is_new) known->second = database_.get_termfreq(known->first);
  return known->second;
}

std::string const& XapianSegment::packed_positions(std::uint32_t article) {
  if (is_remote_) {
    auto const [known, is_new] = positions_.try_emplace(article);
    if (is_new) known->second = database_.get_document(article).get_value(index::positions_slot);
    return known->second;
  }
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
  lists_.clear();
  positions_.clear();
  positions_of_ = 0;
  stream_ = {};
  has_stream_ = false;
  if (frequencies_.size() > most_frequencies) frequencies_.clear();
}

} // namespace recap::search
