// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/mapped_file.hpp"
#include "index/positions.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index {

/// A term of a segment and the place of its lists; PostingCursor reads them.
struct TermEntry {
  std::uint32_t ordinal = 0;            ///< place in byte order among the segment's terms
  std::uint32_t document_frequency = 0; ///< postings with impact > 0
  std::uint32_t postings = 0;           ///< all of them; may be 0 if `dead` is not
  /// Number of articles of the first segment that have this term with an impact and are no longer
  /// live; 0 in a first segment. Document frequency over both segments = first.document_frequency +
  /// second.document_frequency - second.dead.
  std::uint32_t dead = 0;
  std::uint32_t largest_impact = 0;
  std::uint32_t only_article = 0; ///< of a list with a single posting, which has no bytes
  std::uint64_t offset = 0;       ///< of the postings in the segment's lists
  std::uint64_t posting_bytes = 0;
  std::uint64_t position_bytes = 0; ///< after the postings; 0 = a term without positions
};

/// One of the heaviest stems of an article.
struct ForwardEntry {
  /// Of `Z` and the stem, or of the word spelled like it if no article of the segment has the
  /// former: a stem has one ordinal in a segment. Its document frequency is the sum of both terms.
  std::uint32_t ordinal = 0;
  std::uint32_t impact = 0; ///< 1 to 1000
};

inline constexpr std::size_t longest_forward_list = 400;

/// A mapped words-N: dictionary, postings, positions and forward lists of a segment. Articles have
/// local numbers, 0 to articles() - 1. docs/index-format.md describes the bytes. Immutable; any
/// thread.
class SegmentWords {
public:
  /// Throws Error(damaged) for a truncated file or one whose tables do not fit. Reads of bytes
  /// damaged later throw the same, or return wrong values within bounds.
  explicit SegmentWords(std::filesystem::path const& file);

  [[nodiscard]] std::uint32_t articles() const {
    return static_cast<std::uint32_t>(docids_.size());
  }
  /// Ascending: the docid of each local number.
  [[nodiscard]] std::span<std::uint32_t const> docids() const { return docids_; }
  /// The local number of a docid.
  [[nodiscard]] std::optional<std::uint32_t> local(std::uint32_t docid) const;

  [[nodiscard]] std::uint32_t terms() const { return terms_; }
  /// nullopt if no article has the term (and none had, see TermEntry::dead). About 200 ns.
  [[nodiscard]] std::optional<TermEntry> find(std::string_view term) const;
  /// The term of an ordinal below terms(), decoded from its block of 16.
  [[nodiscard]] std::string term(std::uint32_t ordinal) const;
  [[nodiscard]] TermEntry entry(std::uint32_t ordinal) const;

  class TermIterator;
  /// Iterates over the terms in byte order, from the first >= `begin`.
  [[nodiscard]] TermIterator terms_from(std::string_view begin = {}) const;

  [[nodiscard]] FieldEnds ends(std::uint32_t local) const;

  /// Appends the heaviest stems of an article, heaviest first, at most `most`.
  void forward(std::uint32_t local, std::vector<ForwardEntry>& out,
               std::size_t most = longest_forward_list) const;

private:
  friend class PostingCursor;
  [[nodiscard]] std::string_view block(std::size_t number) const;
  [[nodiscard]] std::string_view first_term(std::size_t number) const;
  [[nodiscard]] std::size_t block_of(std::string_view term) const;
  [[nodiscard]] TermIterator at(std::uint32_t ordinal) const;

  MappedFile file_;
  std::string_view lists_; ///< padded, so that 64-bit loads stay inside
  std::string_view dictionary_;
  std::span<std::uint64_t const> block_keys_;
  std::span<std::uint64_t const> block_offsets_;
  std::span<std::uint64_t const> forward_offsets_;
  std::string_view forward_;
  std::span<std::uint32_t const> docids_;
  std::span<std::uint32_t const> ends_;
  std::uint32_t terms_ = 0;
};

/// Valid as long as its segment. `for (auto at = words.terms_from("a"); at; ++at)`.
class SegmentWords::TermIterator {
public:
  [[nodiscard]] explicit operator bool() const { return at_ < words_->terms_; }
  [[nodiscard]] std::string const& term() const { return term_; }
  [[nodiscard]] TermEntry const& entry() const { return entry_; }
  TermIterator& operator++();

private:
  friend class SegmentWords;
  explicit TermIterator(SegmentWords const& words)
      : words_(&words) {}
  void read();

  SegmentWords const* words_;
  std::uint32_t at_ = 0;
  std::string_view rest_; ///< of the block's bytes
  std::string term_;
  TermEntry entry_;
};

} // namespace recap::index
