// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/article_reader.hpp"

#include "indexer/formats/format.hpp"

#include "text/unicode.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace recap::indexer {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Reads on from a file, noticing when it is written to meanwhile.
class Reader {
public:
  explicit Reader(SourceFile const& file)
      : file_(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    if (file_ < 0)
      throw metadata::Unreadable("cannot be opened: " + message() + "; check its permissions");
    // It may have become a pipe since it was listed.
    if (::fstat(file_, &before_) != 0 || !S_ISREG(before_.st_mode)) {
      ::close(file_);
      throw Changing();
    }
  }
  ~Reader() { ::close(file_); }
  Reader(Reader const&) = delete;
  Reader& operator=(Reader const&) = delete;

  /// Up to `bytes`; fewer at the end of the file only.
  std::size_t read(char* place, std::size_t bytes) {
    std::size_t done = 0;
    while (done < bytes) {
      ssize_t const got = ::read(file_, place + done, bytes - done);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) throw metadata::Unreadable("cannot be read: " + message());
      if (got == 0) break;
      done += static_cast<std::size_t>(got);
    }
    return done;
  }

  /// Throws Changing when the file is not what it was.
  void check_unchanged() const {
    struct stat now{};
    bool const same = ::fstat(file_, &now) == 0 && now.st_size == before_.st_size &&
                      now.st_mtim.tv_sec == before_.st_mtim.tv_sec &&
                      now.st_mtim.tv_nsec == before_.st_mtim.tv_nsec;
    if (!same) throw Changing();
  }

  [[nodiscard]] std::size_t bytes() const { return static_cast<std::size_t>(before_.st_size); }

private:
  static std::string message() { return std::generic_category().message(errno); }

  int file_;
  struct stat before_{};
};

void read_whole(SourceFile const& file, ReadOptions const& options,
                std::function<void(RawArticle const&)> const& visit) {
  Reader reader(file);
  std::string content(std::min(reader.bytes(), options.max_article_bytes) + 1, '\0');
  content.resize(reader.read(content.data(), content.size()));
  reader.check_unchanged();
  visit({.bytes = content, .line = 0, .too_large = content.size() > options.max_article_bytes});
}

/// Cuts a file into lines, of which at most `most` + 1 bytes are kept.
class Lines {
public:
  Lines(Reader& reader, std::size_t most)
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

  Reader& reader_;
  std::size_t most_;
  std::string piece_;
  std::string_view rest_;
};

void read_lines(SourceFile const& file, ReadOptions const& options,
                std::function<void(RawArticle const&)> const& visit) {
  Reader reader(file);
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

std::size_t line_of(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

void check_text(RawArticle const& raw, ReadOptions const& options) {
  if (raw.too_large) {
    throw metadata::Unreadable("larger than " + std::to_string(options.max_article_bytes) +
                                   " bytes; split it, or raise --max-article-bytes",
                               raw.line);
  }
  auto const place = [&](std::size_t offset) {
    return raw.line != 0 ? raw.line : line_of(raw.bytes, offset);
  };
  if (auto const offset = text::invalid_utf8(raw.bytes)) {
    throw metadata::Unreadable("byte " + std::to_string(*offset) +
                                   " is not UTF-8; save the file as UTF-8",
                               place(*offset));
  }
  if (auto const offset = raw.bytes.find('\0'); offset != std::string_view::npos) {
    throw metadata::Unreadable("byte " + std::to_string(offset) + " is zero; is this a text?",
                               place(offset));
  }
}

} // namespace

void for_each_article(SourceFile const& file, ReadOptions const& options,
                      std::function<void(RawArticle const&)> const& visit) {
  if (file.format->one_per_line) {
    read_lines(file, options, visit);
  } else {
    read_whole(file, options, visit);
  }
}

Article parse_article(RawArticle const& raw, SourceFile const& file, ReadOptions const& options) {
  check_text(raw, options);
  return file.format->read(raw, file, options);
}

} // namespace recap::indexer
