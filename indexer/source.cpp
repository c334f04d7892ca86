// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source.hpp"

#include "indexer/ignore_rules.hpp"
#include "text/unicode.hpp"

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

std::vector<std::string> ignore_lines(fs::path const& folder) {
  std::vector<std::string> lines;
  std::ifstream in(folder / ".recapignore");
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

class Walk {
public:
  Walk(SourceFilter const& filter, Report& report, std::vector<SourceFile>& files)
      : excluded_(filter.exclude)
      , included_(filter.include)
      , excludes_(!filter.exclude.empty())
      , includes_(!filter.include.empty())
      , report_(report)
      , files_(files) {}

  void source(fs::path const& source) {
    std::error_code error;
    if (!fs::exists(source, error))
      throw std::invalid_argument(source.string() + ": there is no such file or folder");
    if (fs::is_directory(source, error)) {
      root_ = source;
      folder(source);
    } else {
      root_ = source.parent_path();
      enter(root_);
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
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
      entries.push_back(*at);
    }
    if (error) return skip(path, "cannot be read: " + error.message());
    std::ranges::sort(entries, {}, &fs::directory_entry::path);
    bool const has_rules = std::ranges::any_of(
        entries, [](auto const& at) { return at.path().filename() == ".recapignore"; });
    if (has_rules) rules_.push_back({path, IgnoreRules(ignore_lines(path))});
    for (auto const& entry : entries) {
      enter(path); // again: behind what is below it
      this->entry(entry);
    }
    if (has_rules) rules_.pop_back();
  }

  /// What the names of the files in it begin with.
  void enter(fs::path const& folder) {
    if (folder == folder_ && !folder.empty()) return;
    folder_ = folder;
    folder_name_ = folder.lexically_normal().generic_string();
    folder_relative_ =
        root_.empty() ? folder_name_ : folder.lexically_relative(root_).generic_string();
  }

  /// The rules of the innermost folder that say something decide.
  [[nodiscard]] bool is_left_out(fs::path const& path, bool is_folder) const {
    if (rules_.empty() && !excludes_ && !includes_) return false;
    auto const below = [&](fs::path const& folder) {
      return path.lexically_relative(folder).generic_string();
    };
    for (auto level = rules_.rbegin(); level != rules_.rend(); ++level) {
      auto const verdict = level->rules.verdict(below(level->folder), is_folder);
      if (verdict != IgnoreRules::Verdict::none) return verdict == IgnoreRules::Verdict::ignored;
    }
    auto const relative = below(root_);
    if (excluded_.verdict(relative, is_folder) == IgnoreRules::Verdict::ignored) return true;
    return includes_ && !is_folder &&
           included_.verdict(relative, false) != IgnoreRules::Verdict::ignored;
  }

  /// What the folder knew of its type spares a look at each.
  void entry(fs::directory_entry const& at) {
    fs::path const& path = at.path();
    if (path.filename().native().starts_with('.')) return;
    std::error_code error;
    bool const is_folder = at.is_directory(error);
    if (is_left_out(path, is_folder)) return;
    if (is_folder) return folder(path);
    bool const is_source = kind_of(path).has_value();
    if (at.is_regular_file(error)) {
      if (is_source) return file(path);
      report_.ignored.push_back({path.string(), 0, "not a kind of file that holds articles"});
    } else if (!at.exists(error)) {
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
    auto const below = [&](std::string const& folder) {
      auto const name = path.filename().generic_string();
      if (folder.empty() || folder == ".") return name;
      return folder.ends_with('/') ? folder + name : folder + '/' + name;
    };
    files_.push_back(
        {.path = path,
         .name = below(folder_name_),
         .relative = below(folder_relative_),
         .kind = kind_of(path).value_or(SourceKind::markdown),
         .bytes = static_cast<std::uint64_t>(status.st_size),
         .modified_ns = status.st_mtim.tv_sec * ns_per_second + status.st_mtim.tv_nsec});
  }

  IgnoreRules excluded_;
  IgnoreRules included_;
  bool excludes_;
  bool includes_;
  Report& report_;
  std::vector<SourceFile>& files_;
  fs::path root_;
  fs::path folder_; ///< the one entered
  std::string folder_name_;
  std::string folder_relative_;
  struct Level {
    fs::path folder;
    IgnoreRules rules;
  };
  std::vector<Level> rules_; ///< of the folders above, outermost first
  std::set<std::pair<dev_t, ino_t>> visited_;
};

} // namespace

bool is_source_name(std::string const& name) {
  return kind_of(name).has_value();
}

std::vector<SourceFile> list_sources(std::vector<std::string> const& sources,
                                     SourceFilter const& filter, Report& report) {
  std::vector<SourceFile> files;
  Walk walk(filter, report, files);
  for (auto const& source : sources)
    walk.source(source);
  return files;
}

} // namespace recap::indexer
