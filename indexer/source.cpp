// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source.hpp"

#include "text/unicode.hpp"

#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

struct Ending {
  std::string_view ending;
  SourceKind kind;
};

constexpr auto endings = std::to_array<Ending>({
    {".md", SourceKind::markdown},
    {".markdown", SourceKind::markdown},
    {".mdx", SourceKind::markdown},
    {".html", SourceKind::html},
    {".htm", SourceKind::html},
    {".xhtml", SourceKind::html},
    {".jsonl", SourceKind::json_lines},
    {".ndjson", SourceKind::json_lines},
});

std::optional<SourceKind> kind_of(fs::path const& path) {
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (Ending const& row : endings) {
    if (row.ending == ending) return row.kind;
  }
  return std::nullopt;
}

std::vector<std::string> ignore_globs(fs::path const& folder) {
  std::vector<std::string> globs;
  std::ifstream in(folder / ".recapignore");
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty() && line[0] != '#') globs.push_back(line);
  }
  return globs;
}

class Walk {
public:
  Walk(Report& report, std::vector<SourceFile>& files)
      : report_(report)
      , files_(files) {}

  void source(fs::path const& source) {
    std::error_code error;
    if (!fs::exists(source, error))
      throw std::invalid_argument(source.string() + ": there is no such file or folder");
    if (fs::is_directory(source, error)) {
      root_ = source;
      globs_ = ignore_globs(source);
      folder(source);
    } else {
      root_ = source.parent_path();
      globs_.clear();
      if (!kind_of(source))
        throw std::invalid_argument(
            source.string() +
            ": not a source; give .md, .markdown, .mdx, .html, .htm, .jsonl or .ndjson");
      file(source);
    }
  }

private:
  void skip(fs::path const& path, std::string const& reason) {
    report_.skips.push_back({path.string(), 0, reason});
  }

  void folder(fs::path const& path) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0)
      return skip(path, "cannot be read: " + std::generic_category().message(errno));
    // The way a loop of links ends: a folder is walked once, by whichever name comes first.
    if (!visited_.emplace(status.st_dev, status.st_ino).second) return;
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
      entries.push_back(at->path());
    }
    if (error) return skip(path, "cannot be read: " + error.message());
    std::ranges::sort(entries);
    for (auto const& entry : entries)
      this->entry(entry);
  }

  [[nodiscard]] bool is_left_out(fs::path const& path) const {
    std::string const name = path.filename().string();
    if (name.starts_with('.')) return true;
    std::string const relative = path.lexically_relative(root_).generic_string();
    return std::ranges::any_of(globs_, [&](std::string const& glob) {
      return ::fnmatch(glob.c_str(), name.c_str(), 0) == 0 ||
             ::fnmatch(glob.c_str(), relative.c_str(), 0) == 0;
    });
  }

  void entry(fs::path const& path) {
    if (is_left_out(path)) return;
    std::error_code error;
    auto const status = fs::status(path, error);
    if (fs::is_directory(status)) return folder(path);
    bool const is_source = kind_of(path).has_value();
    if (fs::is_regular_file(status)) {
      if (is_source) return file(path);
      report_.ignored.push_back({path.string(), 0, "not a kind of file that holds articles"});
    } else if (!fs::exists(status)) {
      if (is_source) skip(path, "a link that leads nowhere");
    } else {
      report_.ignored.push_back({path.string(), 0, "a device, pipe or socket"});
    }
  }

  void file(fs::path const& path) {
    if (text::invalid_utf8(path.string())) return skip(path, "its name is not UTF-8; rename it");
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0)
      return skip(path, "cannot be read: " + std::generic_category().message(errno));
    constexpr std::int64_t ns_per_second = 1'000'000'000;
    auto const name = path.lexically_normal().generic_string();
    auto const relative = root_.empty() ? name : path.lexically_relative(root_).generic_string();
    files_.push_back(
        {.path = path,
         .name = name,
         .relative = relative,
         .kind = kind_of(path).value_or(SourceKind::markdown),
         .bytes = static_cast<std::uint64_t>(status.st_size),
         .modified_ns = status.st_mtim.tv_sec * ns_per_second + status.st_mtim.tv_nsec});
  }

  Report& report_;
  std::vector<SourceFile>& files_;
  fs::path root_;
  std::vector<std::string> globs_;
  std::set<std::pair<dev_t, ino_t>> visited_;
};

} // namespace

std::vector<SourceFile> list_sources(std::vector<std::string> const& sources, Report& report) {
  std::vector<SourceFile> files;
  Walk walk(report, files);
  for (auto const& source : sources)
    walk.source(source);
  return files;
}

} // namespace recap::indexer
