// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/splitting.hpp"

#include "indexer/formats/file_reader.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Splits a file into lines, keeping at most `most` + 1 bytes of each.
class Lines {
public:
  Lines(FileReader& reader, std::size_t most)
      : reader_(reader)
      , most_(most) {}

  bool next(std::string& line) {
    line.clear();
    for (bool any = false;; any = true) {
      if (rest_.empty() && !fill()) return any;
      auto const end = rest_.find('\n');
      auto const part = rest_.substr(0, end);
      if (line.size() <= most_) line.append(part.substr(0, most_ + 1 - line.size()));
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      if (end != std::string_view::npos) return true;
    }
  }

private:
  bool fill() {
    constexpr std::size_t piece_bytes = 256 * 1024;
    piece_.resize(piece_bytes);
    piece_.resize(reader_.read(piece_.data(), piece_.size()));
    rest_ = piece_;
    return !rest_.empty();
  }

  FileReader& reader_;
  std::size_t most_;
  std::string piece_;
  std::string_view rest_;
};

} // namespace

void read_whole(SourceFile const& file, ReadOptions const& options, RawVisit const& visit) {
  auto const content = read_file(file, options.max_article_bytes);
  visit({.bytes = content, .too_large = content.size() > options.max_article_bytes});
}

void read_lines(SourceFile const& file, ReadOptions const& options, RawVisit const& visit) {
  FileReader reader(file);
  Lines lines(reader, options.max_article_bytes);
  std::string line;
  for (std::size_t number = 1; lines.next(line); ++number) {
    std::string_view bytes = line;
    if (number == 1 && bytes.starts_with(byte_order_mark))
      bytes.remove_prefix(byte_order_mark.size());
    if (bytes.ends_with('\r')) bytes.remove_suffix(1);
    if (bytes.find_first_not_of(" \t") == std::string_view::npos) continue;
    visit({.bytes = bytes, .line = number, .too_large = line.size() > options.max_article_bytes});
  }
  reader.check_unchanged();
}

} // namespace recap::indexer
