// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/words_writer.hpp"

#include <algorithm>
#include <system_error>
#include <tuple>

namespace recap::index {
namespace {

/// In the same folder, because it is appended to the file later.
std::filesystem::path beside(std::filesystem::path file) {
  return file += ".dictionary";
}

template <typename T>
std::string_view bytes_of(T const& value) {
  return {reinterpret_cast<char const*>(&value), sizeof value};
}

} // namespace

WordsWriter::WordsWriter(std::filesystem::path const& file)
    : file_(file)
    , dictionary_path_(beside(file))
    , dictionary_(dictionary_path_) {
  header_.mark = words_mark;
  file_.write(bytes_of(header_));
  lists_begin_ = file_.size();
}

WordsWriter::~WordsWriter() {
  std::error_code ignored;
  std::filesystem::remove(dictionary_path_, ignored);
}

std::optional<std::uint32_t> WordsWriter::end_term(std::string_view term, std::uint32_t dead) {
  if (encoder_.postings() == 0 && dead == 0) return std::nullopt;
  encoder_.finish();
  bytes_.clear();
  put_term(term);
  put_entry(dead);
  dictionary_.write(bytes_);
  file_.write(encoder_.table());
  if (encoder_.postings() > 1) file_.write(encoder_.posting_bytes());
  file_.write(encoder_.position_bytes());
  encoder_.clear();
  return header_.terms++;
}

void WordsWriter::put_term(std::string_view term) {
  std::size_t shared = 0;
  if (header_.terms % terms_per_block == 0) {
    block_keys_.push_back(block_key(term));
    block_offsets_.push_back(dictionary_.size());
    put_varint(bytes_, file_.size() - lists_begin_);
  } else {
    std::size_t const most = std::min(term.size(), last_term_.size());
    while (shared < most && term[shared] == last_term_[shared])
      ++shared;
  }
  std::size_t const fresh = term.size() - shared;
  bytes_ += static_cast<char>(std::min(shared, long_length) << 4 | std::min(fresh, long_length));
  if (shared >= long_length) put_varint(bytes_, shared - long_length);
  if (fresh >= long_length) put_varint(bytes_, fresh - long_length);
  bytes_ += term.substr(shared);
  last_term_ = term;
}

void WordsWriter::put_entry(std::uint32_t dead) {
  std::uint64_t const postings = encoder_.postings();
  put_varint(bytes_, postings << entry_flag_bits | (encoder_.zeros() > 0 ? has_zeros_flag : 0) |
                         (dead > 0 ? has_dead_flag : 0));
  if (encoder_.zeros() > 0) put_varint(bytes_, encoder_.zeros());
  if (dead > 0) put_varint(bytes_, dead);
  if (postings == 0) return;
  put_varint(bytes_, encoder_.largest_impact());
  put_varint(bytes_, postings == 1 ? encoder_.last_article()
                                   : encoder_.table().size() + encoder_.posting_bytes().size());
  put_varint(bytes_, encoder_.position_bytes().size());
}

void WordsWriter::begin_forward() {
  file_.pad(pack_padding);
  header_.list_bytes = file_.size() - lists_begin_;
  forward_begin_ = file_.size();
  forward_offsets_.push_back(0);
}

void WordsWriter::add_forward(std::vector<ForwardEntry>& entries) {
  std::ranges::sort(entries, [](ForwardEntry const& a, ForwardEntry const& b) {
    return std::tie(b.impact, a.ordinal) < std::tie(a.impact, b.ordinal);
  });
  bytes_.clear();
  put_varint(bytes_, entries.size());
  std::vector<std::uint32_t> falls;
  std::vector<std::uint32_t> ordinals;
  std::uint32_t impact = highest_impact;
  for (std::span<ForwardEntry const> rest(entries); !rest.empty();) {
    auto const group = rest.first(std::min(rest.size(), pack_size));
    falls.clear();
    ordinals.clear();
    for (auto const& entry : group) {
      falls.push_back(impact - entry.impact);
      impact = entry.impact;
      ordinals.push_back(entry.ordinal);
    }
    pack(bytes_, falls);
    pack(bytes_, ordinals);
    rest = rest.subspan(group.size());
  }
  file_.write(bytes_);
  forward_offsets_.push_back(file_.size() - forward_begin_);
}

void WordsWriter::finish(std::span<std::uint32_t const> docids, std::span<FieldEnds const> ends) {
  file_.pad(pack_padding);
  header_.forward_bytes = file_.size() - forward_begin_;
  header_.articles = static_cast<std::uint32_t>(docids.size());
  header_.dictionary_bytes = dictionary_.size();
  file_.write_array(std::span<std::uint64_t const>(block_keys_));
  file_.write_array(std::span<std::uint64_t const>(block_offsets_));
  file_.write_array(std::span<std::uint64_t const>(forward_offsets_));
  file_.write_array(docids);
  for (auto const& of_article : ends)
    file_.write_array(std::span<std::uint32_t const>(of_article));
  dictionary_.close();
  file_.append(dictionary_path_);
  file_.finish(bytes_of(header_));
}

} // namespace recap::index
