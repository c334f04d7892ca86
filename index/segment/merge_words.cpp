// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/fields.hpp"
#include "index/segment/merged_order.hpp"
#include "index/segment/posting_cursor.hpp"
#include "index/segment/words_writer.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace recap::index {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

using Iterator = SegmentWords::TermIterator;

/// For each input, new numbers of its articles or terms.
using Numbers = std::vector<std::vector<std::uint32_t>>;

/// Iterates over the live postings of a term in one input.
class LivePostings {
public:
  LivePostings(SegmentWords const& words, TermEntry const& term,
               std::vector<std::uint32_t> const& new_numbers)
      : cursor_(words, term)
      , new_numbers_(&new_numbers) {
    go_on();
  }

  /// Its number in the result; none at the end.
  [[nodiscard]] std::uint32_t article() const { return article_; }

  void write(WordsWriter& out, std::vector<std::uint32_t>& positions) {
    positions.clear();
    cursor_.positions(place_ - 1, positions);
    out.add({.article = article_, .impact = block_[place_ - 1].impact}, positions);
    go_on();
  }

private:
  void go_on() {
    do {
      if (place_ == block_.size()) {
        block_ = cursor_.next_block(none);
        place_ = 0;
      }
      article_ = block_.empty() ? none : (*new_numbers_)[block_[place_].article];
      ++place_;
    } while (!block_.empty() && article_ == none);
  }

  PostingCursor cursor_;
  std::vector<std::uint32_t> const* new_numbers_;
  std::span<Posting const> block_;
  std::size_t place_ = 0; ///< one past the current
  std::uint32_t article_ = none;
};

/// Calls `use` for each term of all inputs in byte order, with the inputs that have it.
template <typename Use>
void for_each_term(std::vector<Iterator>& iterators, Use use) {
  std::vector<std::size_t> with;
  for (;;) {
    with.clear();
    for (std::size_t i = 0; i < iterators.size(); ++i) {
      if (!iterators[i]) continue;
      int const order =
          with.empty() ? -1 : iterators[i].term().compare(iterators[with.front()].term());
      if (order < 0) with.clear();
      if (order <= 0) with.push_back(i);
    }
    if (with.empty()) return;
    use(iterators[with.front()].term(), with);
    for (auto const i : with)
      ++iterators[i];
  }
}

std::vector<Iterator> all_terms(std::span<SegmentSource const> inputs, std::string_view from = {}) {
  std::vector<Iterator> iterators;
  for (SegmentSource const& input : inputs)
    iterators.push_back(input.words->terms_from(from));
  return iterators;
}

class Merger {
public:
  Merger(std::span<SegmentSource const> inputs, std::span<MergedArticle const> order,
         std::filesystem::path const& file)
      : inputs_(inputs)
      , out_(file)
      , new_numbers_(inputs.size())
      , ordinals_(inputs.size()) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      new_numbers_[i].assign(inputs[i].words->articles(), none);
      ordinals_[i].assign(inputs[i].words->terms(), none);
    }
    for (std::uint32_t number = 0; number < order.size(); ++number)
      new_numbers_[order[number].input][order[number].local] = number;
    lists_.reserve(inputs.size()); // they point into themselves, so none may move
  }

  void merge_terms(DeadCounts dead) {
    auto iterators = all_terms(inputs_);
    for_each_term(iterators, [&](std::string const& term, std::vector<std::size_t> const& with) {
      std::uint32_t count = 0;
      lists_.clear();
      for (auto const i : with) {
        auto const& entry = iterators[i].entry();
        if (dead == DeadCounts::sum) count += entry.dead;
        if (entry.postings > 0) lists_.emplace_back(*inputs_[i].words, entry, new_numbers_[i]);
      }
      merge_lists();
      auto const ordinal = out_.end_term(term, count).value_or(none);
      for (auto const i : with)
        ordinals_[i][iterators[i].entry().ordinal] = ordinal;
    });
  }

  /// A stem has the ordinal of its `Z` term if any input still has that, else of the word. It may
  /// therefore change.
  void give_stems_one_ordinal() {
    auto words = all_terms(inputs_);
    auto stems = all_terms(inputs_, "Z");
    std::string stem;
    for_each_term(words, [&](std::string const& word, std::vector<std::size_t> const& with) {
      if (word[0] >= 'A' && word[0] <= 'Z') return;
      std::uint32_t ordinal = none;
      stem.assign("Z").append(word);
      for (std::size_t i = 0; i < inputs_.size(); ++i) {
        while (stems[i] && stems[i].term() < stem)
          ++stems[i];
        if (stems[i] && stems[i].term() == stem)
          ordinal = std::min(ordinal, ordinals_[i][stems[i].entry().ordinal]);
      }
      for (auto const i : with) {
        auto& of_word = ordinals_[i][words[i].entry().ordinal];
        if (ordinal != none) of_word = ordinal;
        if (stems[i] && stems[i].term() == stem) ordinals_[i][stems[i].entry().ordinal] = of_word;
      }
    });
  }

  void finish(std::span<MergedArticle const> order) {
    out_.begin_forward();
    std::vector<ForwardEntry> entries;
    std::vector<std::uint32_t> docids;
    std::vector<FieldEnds> ends;
    for (auto const& [docid, input, local] : order) {
      SegmentWords const& words = *inputs_[input].words;
      entries.clear();
      words.forward(local, entries);
      for (auto& entry : entries)
        entry.ordinal = ordinals_[input][entry.ordinal];
      std::erase_if(entries, [](ForwardEntry const& one) { return one.ordinal == none; });
      out_.add_forward(entries);
      docids.push_back(docid);
      ends.push_back(words.ends(local));
    }
    out_.finish(docids, ends);
  }

private:
  // Parallel writers write disjoint ranges of articles, so the first list usually stays first for
  // long.
  void merge_lists() {
    for (;;) {
      LivePostings* first = nullptr;
      std::uint32_t second = none;
      for (auto& list : lists_) {
        if (list.article() == none) continue;
        if (first == nullptr || list.article() < first->article()) {
          if (first != nullptr) second = first->article();
          first = &list;
        } else {
          second = std::min(second, list.article());
        }
      }
      if (first == nullptr) return;
      while (first->article() < second)
        first->write(out_, positions_);
    }
  }

  std::span<SegmentSource const> inputs_;
  WordsWriter out_;
  Numbers new_numbers_; ///< of articles, none = not live
  Numbers ordinals_;    ///< of terms in the result, none = omitted
  std::vector<LivePostings> lists_;
  std::vector<std::uint32_t> positions_;
};

} // namespace

void merge_words(std::span<SegmentSource const> inputs, std::span<MergedArticle const> order,
                 std::filesystem::path const& file, DeadCounts dead) {
  Merger merger(inputs, order, file);
  merger.merge_terms(dead);
  merger.give_stems_one_ordinal();
  merger.finish(order);
}

} // namespace recap::index
