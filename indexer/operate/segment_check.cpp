// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/operate/segment_check.hpp"

#include "index/segment/posting_cursor.hpp"

#include <algorithm>
#include <functional>

namespace recap::indexer {
namespace {

class SegmentCheck {
public:
  explicit SegmentCheck(index::StoredArticles const& stored)
      : stored_(stored)
      , segments_(*stored.segments()) {}

  std::vector<std::string> run() {
    check_articles();
    for (std::size_t segment = 0; segment < segments_.size(); ++segment) {
      for (auto at = segments_.words(segment).terms_from(); at; ++at)
        check_term(segment, at.term());
    }
    return std::move(problems_);
  }

private:
  /// Limits the number of problems, because one damaged place may cause many.
  void add(std::string problem) {
    constexpr std::size_t most_problems = 5;
    if (problems_.size() < most_problems) problems_.push_back(std::move(problem));
  }

  /// Xapian and the segments must have the same articles with the same numbers.
  void check_articles() {
    stored_.for_each([&](auto docid, index::Record const& record) {
      if (stored_.find(record.id) != docid)
        add("article " + std::to_string(docid) + " has the id of another one, " + record.id);
    });
    auto const known = stored_.database().get_doccount();
    if (segments_.live().articles() != known)
      add(std::to_string(segments_.live().articles()) + " articles in the segments instead of " +
          std::to_string(known));
    for (std::size_t segment = 0; segment < segments_.size(); ++segment) {
      auto const& articles = segments_.articles(segment);
      // Those that are not live count too: a change analyses their old versions.
      for (std::uint32_t local = 0; local < articles.articles(); ++local)
        static_cast<void>(articles.record(local));
    }
  }

  void check_term(std::size_t segment, std::string const& term) {
    std::uint32_t in_force = 0;
    for (std::size_t other = 0; other < segments_.size(); ++other) {
      auto const entry = segments_.words(other).find(term);
      if (entry && other < segment) return; // already checked with that one
      if (entry) in_force += check_postings(other, term, *entry);
    }
    auto const stored = segments_.document_frequency(term);
    if (in_force != stored)
      add("term " + term + ": " + std::to_string(stored) + " articles instead of " +
          std::to_string(in_force));
  }

  /// Returns the number of postings that count.
  std::uint32_t check_postings(std::size_t segment, std::string const& term,
                               index::TermEntry const& entry) {
    auto const& words = segments_.words(segment);
    index::PostingCursor cursor(words, entry);
    std::uint32_t postings = 0;
    std::uint32_t counted = 0;
    std::uint32_t in_force = 0;
    for (auto block = cursor.next_block(words.articles()); !block.empty();
         block = cursor.next_block(words.articles())) {
      for (std::size_t place = 0; place < block.size(); ++place) {
        positions_.clear();
        cursor.positions(place, positions_);
        if (std::ranges::adjacent_find(positions_, std::greater_equal()) != positions_.end())
          add("term " + term + ": positions that do not ascend");
      }
      for (auto const& posting : block) {
        ++postings;
        if (posting.impact == 0) continue;
        ++counted;
        if (segments_.in_force(segment, words.docids()[posting.article])) ++in_force;
      }
    }
    if (postings != entry.postings || counted != entry.document_frequency)
      add("term " + term + ": " + std::to_string(postings) + " postings instead of " +
          std::to_string(entry.postings));
    return in_force;
  }

  index::StoredArticles const& stored_;
  index::Segments const& segments_;
  std::vector<std::string> problems_;
  std::vector<std::uint32_t> positions_;
};

} // namespace

std::vector<std::string> check_segments(index::StoredArticles const& stored) {
  return SegmentCheck(stored).run();
}

} // namespace recap::indexer
