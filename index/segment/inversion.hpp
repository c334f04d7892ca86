// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/words_writer.hpp"
#include "index/segment/writer.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recap::index {

/// Numbers terms from 0 on, in order of arrival. An open hash table, since each term of each
/// article is looked up here.
class TermNumbers {
public:
  [[nodiscard]] std::uint32_t number_of(std::string_view term);
  /// The number, or `absent`; adds nothing.
  [[nodiscard]] std::uint32_t find(std::string_view term) const;
  [[nodiscard]] std::string_view term(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(begins_.size() - 1);
  }

  static constexpr std::uint32_t absent = 0xffffffff;

private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = absent;
  };

  [[nodiscard]] std::size_t slot_of(std::string_view term, std::uint32_t hash) const;
  void grow();

  std::string letters_;
  std::vector<std::size_t> begins_{0};
  std::vector<Slot> slots_ = std::vector<Slot>(1 << 12);
};

/// Inverts some articles. The articles are appended to a log of bytes, which write() sorts by term.
class Inversion {
public:
  /// `term` of article `local`; articles must ascend.
  void add(std::uint32_t local, ArticleTerm const& term);
  void add_dead(std::string_view term);
  /// Call this after the terms of an article.
  void end_article();

  /// Writes terms, lists and forward lists.
  void write(WordsWriter& out);

private:
  /// A stem of an article.
  struct Stem {
    std::uint32_t term = 0;
    std::uint32_t impact = 0;
  };

  [[nodiscard]] std::uint32_t number_of(std::string_view term);
  [[nodiscard]] std::string_view stem(Stem const& one) const;
  [[nodiscard]] std::vector<std::uint32_t> postings_by_term(std::vector<std::uint32_t>& begins);
  void write_forward(WordsWriter& out, std::vector<std::uint32_t> const& ordinals) const;

  TermNumbers terms_;
  std::vector<std::uint32_t> dead_; ///< of each term
  std::string log_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> postings_; ///< term, begin in the log
  std::vector<Stem> stems_; ///< of all articles, those of the last unsorted
  std::vector<std::size_t> stem_ends_;
};

} // namespace recap::index
