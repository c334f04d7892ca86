// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/inversion.hpp"

#include "index/error.hpp"
#include "index/fields.hpp"
#include "index/segment/bytes.hpp"
#include "text/stop_words.hpp"

#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace recap::index {
namespace {

std::string_view without_prefix(std::string_view term) {
  return is_stem_term(term) ? term.substr(1) : term;
}

std::uint32_t hash_of(std::string_view term) {
  return static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
}

} // namespace

std::string_view TermNumbers::term(std::uint32_t number) const {
  auto const begin = begins_[number];
  return std::string_view(letters_).substr(begin, begins_[number + 1] - begin);
}

std::size_t TermNumbers::slot_of(std::string_view term, std::uint32_t hash) const {
  std::size_t const mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].number != absent &&
         (slots_[slot].hash != hash || this->term(slots_[slot].number) != term))
    slot = (slot + 1) & mask;
  return slot;
}

std::uint32_t TermNumbers::find(std::string_view term) const {
  return slots_[slot_of(term, hash_of(term))].number;
}

std::uint32_t TermNumbers::number_of(std::string_view term) {
  auto const hash = hash_of(term);
  auto slot = slot_of(term, hash);
  if (slots_[slot].number == absent) {
    if (std::size_t{size()} * 2 >= slots_.size()) {
      grow();
      slot = slot_of(term, hash);
    }
    slots_[slot] = {.hash = hash, .number = size()};
    letters_ += term;
    begins_.push_back(letters_.size());
  }
  return slots_[slot].number;
}

void TermNumbers::grow() {
  std::vector<Slot> const old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (Slot const& one : old) {
    if (one.number != absent) slots_[slot_of(term(one.number), one.hash)] = one;
  }
}

std::uint32_t Inversion::number_of(std::string_view term) {
  auto const number = terms_.number_of(term);
  if (number == dead_.size()) dead_.push_back(0);
  return number;
}

void Inversion::add(std::uint32_t local, ArticleTerm const& term) {
  if (log_.size() > std::numeric_limits<std::uint32_t>::max())
    throw Error(ErrorCode::unwritable, "too much text at once for a segment");
  auto const number = number_of(term.term);
  postings_.emplace_back(number, static_cast<std::uint32_t>(log_.size()));
  put_varint(log_, local);
  put_varint(log_, term.impact);
  put_varint(log_, term.positions.size());
  std::uint32_t last = 0;
  for (auto const position : term.positions) {
    put_varint(log_, position - last);
    last = position;
  }
  bool const is_listed =
      term.is_stem && term.impact > 0 && !text::is_stop_word(without_prefix(term.term));
  if (is_listed) stems_.push_back({.term = number, .impact = term.impact});
}

void Inversion::add_dead(std::string_view term) {
  ++dead_[number_of(term)];
}

std::string_view Inversion::stem(Stem const& one) const {
  return without_prefix(terms_.term(one.term));
}

void Inversion::end_article() {
  auto const begin = stem_ends_.empty() ? 0 : stem_ends_.back();
  auto const of_article = std::span(stems_).subspan(begin);
  if (of_article.size() > longest_forward_list) {
    std::ranges::nth_element(of_article, of_article.begin() + longest_forward_list,
                             [this](Stem const& a, Stem const& b) {
                               return a.impact != b.impact ? a.impact > b.impact
                                                           : stem(a) < stem(b);
                             });
    stems_.resize(begin + longest_forward_list);
  }
  stem_ends_.push_back(stems_.size());
}

/// Offsets in the log sorted by term; those of term n are begins[n] to begins[n + 1].
std::vector<std::uint32_t> Inversion::postings_by_term(std::vector<std::uint32_t>& begins) {
  begins.assign(std::size_t{terms_.size()} + 2, 0);
  for (auto const& [term, at] : postings_)
    ++begins[term + 2];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> sorted(postings_.size());
  for (auto const& [term, at] : postings_)
    sorted[begins[term + 1]++] = at;
  return sorted;
}

void Inversion::write(WordsWriter& out) {
  std::vector<std::uint32_t> begins;
  auto const sorted = postings_by_term(begins);
  std::vector<std::uint32_t> order(terms_.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [this](std::uint32_t number) { return terms_.term(number); });
  std::vector<std::uint32_t> ordinals(terms_.size());
  std::vector<std::uint32_t> positions;
  for (auto const number : order) {
    for (auto at = begins[number]; at < begins[number + 1]; ++at) {
      ByteReader in(std::string_view(log_).substr(sorted[at]));
      Posting const posting{.article = in.number(), .impact = in.number()};
      positions.resize(in.number());
      std::uint32_t last = 0;
      for (auto& position : positions)
        last = position = last + in.number();
      out.add(posting, positions);
    }
    ordinals[number] = out.end_term(terms_.term(number), dead_[number]).value_or(0);
  }
  out.begin_forward();
  write_forward(out, ordinals);
}

void Inversion::write_forward(WordsWriter& out, std::vector<std::uint32_t> const& ordinals) const {
  std::vector<ForwardEntry> entries;
  std::string as_stem;
  std::size_t begin = 0;
  for (auto const end : stem_ends_) {
    entries.clear();
    for (; begin < end; ++begin) {
      Stem const& one = stems_[begin];
      auto const term = terms_.term(one.term);
      auto home = one.term;
      if (!is_stem_term(term)) {
        as_stem.assign("Z").append(term);
        auto const found = terms_.find(as_stem);
        if (found != TermNumbers::absent) home = found;
      }
      entries.push_back({.ordinal = ordinals[home], .impact = one.impact});
    }
    out.add_forward(entries);
  }
}

} // namespace recap::index
