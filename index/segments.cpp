// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segments.hpp"

#include <algorithm>
#include <string>

namespace recap::index {
namespace {

[[noreturn]] void damaged(std::filesystem::path const& place, std::string const& reason) {
  throw Error(ErrorCode::damaged, place.string() + ": " + reason + "; index again with --rebuild");
}

/// `dead` of the second segment cancels the articles of the first that are no longer live.
std::uint32_t added(std::uint32_t frequency, TermEntry const& entry) {
  auto const sum = frequency + entry.document_frequency;
  return sum - std::min(sum, entry.dead);
}

} // namespace

Segments::Segments(std::filesystem::path const& folder, std::span<SegmentNames const> names)
    : folder_(folder)
    , live_(folder / live_name, names.size()) {
  if (names.empty() || names.size() > most_segments)
    damaged(folder, std::to_string(names.size()) + " segments in the manifest");
  for (auto const& [words, articles] : names) {
    auto const& opened =
        opened_.emplace_back(SegmentWords(folder / words), SegmentArticles(folder / articles));
    if (opened.words.articles() != opened.articles.articles())
      damaged(folder / articles, "not of the same articles as " + words);
  }
}

std::optional<Segments::Place> Segments::place(std::uint32_t docid) const {
  auto const segment = live_.segment(docid);
  if (!segment) return std::nullopt;
  auto const local = words(*segment).local(docid);
  if (!local) damaged(folder_ / live_name, "article " + std::to_string(docid) + " is missing");
  return Place{*segment, *local};
}

Record Segments::record(std::uint32_t docid) const {
  auto const found = place(docid);
  if (!found) damaged(folder_ / live_name, "no article " + std::to_string(docid));
  return articles(found->segment).record(found->local);
}

std::uint32_t Segments::document_frequency(std::string_view term) const {
  std::uint32_t frequency = 0;
  for (auto const& opened : opened_) {
    if (auto const entry = opened.words.find(term)) frequency = added(frequency, *entry);
  }
  return frequency;
}

TermsInForce::TermsInForce(Segments const& segments, std::string_view begin) {
  for (std::size_t segment = 0; segment < segments.size(); ++segment)
    iterators_.push_back(segments.words(segment).terms_from(begin));
  ++*this;
}

TermsInForce& TermsInForce::operator++() {
  document_frequency_ = 0;
  while (document_frequency_ == 0) {
    SegmentWords::TermIterator const* first = nullptr;
    for (auto const& at : iterators_) {
      if (at && (first == nullptr || at.term() < first->term())) first = &at;
    }
    if (first == nullptr) break;
    term_ = first->term();
    for (auto& at : iterators_) {
      if (!at || at.term() != term_) continue;
      document_frequency_ = added(document_frequency_, at.entry());
      ++at;
    }
  }
  return *this;
}

} // namespace recap::index
