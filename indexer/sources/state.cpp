// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/state.hpp"

#include "index/checksum.hpp"
#include "index/error.hpp"
#include "indexer/process/wire.hpp"

#include <fstream>
#include <optional>
#include <sstream>

namespace recap::indexer {
namespace {

/// Identifies the file and the byte order of the machine that wrote it.
constexpr std::uint64_t mark = 0x7365'6372'756f'7333;

/// The first mark that older programs wrote.
constexpr std::uint64_t first_mark = 0x7365'6372'756f'7331;

KnownFile unpack_file(Unpacker& in) {
  KnownFile file;
  file.name = in.text();
  file.source_bytes = static_cast<std::uint32_t>(in.number());
  file.mark.bytes = in.number();
  file.mark.modified_ns = static_cast<std::int64_t>(in.number());
  file.mark.changed_ns = static_cast<std::int64_t>(in.number());
  file.mark.inode = in.number();
  file.checksum = in.text();
  for (auto articles = in.number(); articles > 0; --articles) {
    auto& article = file.articles.emplace_back();
    article.id = in.text();
    article.hash = in.text();
    article.words = in.number();
  }
  return file;
}

std::optional<std::string> read_whole(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  if (!in || !(content << in.rdbuf())) return std::nullopt;
  return std::move(content).str();
}

} // namespace

State read_state(std::filesystem::path const& file) {
  auto const content = read_whole(file);
  std::string_view bytes = content ? std::string_view(*content) : std::string_view();
  std::size_t const sum_bytes = index::checksum({}).size();
  std::string_view const notes = bytes.substr(0, bytes.size() - std::min(bytes.size(), sum_bytes));
  Unpacker in(notes);
  bool const whole = index::checksum(notes) == bytes.substr(notes.size());
  auto const found = whole ? in.number() : 0;
  if (found >= first_mark && found < mark) {
    throw index::Error(index::ErrorCode::older,
                       file.string() + ": written by an older program; index again");
  }
  if (found != mark) {
    throw index::Error(index::ErrorCode::damaged,
                       file.string() + ": cannot be read; index again with --rebuild");
  }
  State state;
  auto files = in.number();
  state.reserve(files);
  for (; files > 0; --files)
    state.insert(unpack_file(in));
  return state;
}

void write_state(std::filesystem::path const& file, std::deque<KnownFile> const& files) {
  Packer notes;
  notes.number(mark).number(files.size());
  for (KnownFile const& known : files) {
    notes.text(known.name).number(known.source_bytes).number(known.mark.bytes);
    notes.number(static_cast<std::uint64_t>(known.mark.modified_ns));
    notes.number(static_cast<std::uint64_t>(known.mark.changed_ns)).number(known.mark.inode);
    notes.text(known.checksum).number(known.articles.size());
    for (auto const& [id, hash, words] : known.articles)
      notes.text(id).text(hash).number(words);
  }
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << notes.message() << index::checksum(notes.message());
  out.close();
  if (!out)
    throw index::Error(index::ErrorCode::unwritable,
                       file.string() + ": cannot be written; is the disk full?");
}

} // namespace recap::indexer
