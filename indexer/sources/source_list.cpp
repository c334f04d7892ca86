// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/source_list.hpp"

#include "indexer/formats/format.hpp"
#include "indexer/site/path_expressions.hpp"
#include "indexer/sources/ignore_rules.hpp"
#include "text/unicode.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ignore_file = ".recapignore";
constexpr std::string_view bundle_name = "index.";

/// What reading a folder reveals about an entry, without a stat.
struct Entry {
  std::string name;
  unsigned char type = DT_UNKNOWN;
};

/// Ascending by name, without hidden entries except `.recapignore`; returns errno if the folder
/// cannot be read.
int read_folder(std::string const& path, std::vector<Entry>& entries) {
  std::unique_ptr<DIR, int (*)(DIR*)> const folder(::opendir(path.c_str()), ::closedir);
  if (!folder) return errno;
  for (errno = 0; auto const* const entry = ::readdir(folder.get()); errno = 0) {
    if (entry->d_name[0] != '.' || entry->d_name == ignore_file)
      entries.push_back({entry->d_name, entry->d_type});
  }
  std::ranges::sort(entries, {}, &Entry::name);
  return errno;
}

/// The rules in `file`; nullopt if it cannot be read. A pipe is not opened.
std::optional<IgnoreRules> read_rules(fs::path const& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return std::nullopt;
  std::vector<std::string> lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  if (!in.is_open() || !in.eof() || in.bad()) return std::nullopt;
  return IgnoreRules(lines);
}

std::int64_t nanoseconds(timespec const& time) {
  constexpr std::int64_t ns_per_second = 1'000'000'000;
  return time.tv_sec * ns_per_second + time.tv_nsec;
}

class Walk {
public:
  Walk(SourceFilter const& filter, Report& report, std::vector<SourceFile>& files)
      : excluded_(filter.exclude)
      , included_(filter.include)
      , filter_(filter)
      , report_(report)
      , files_(files) {}

  void source(std::string const& name) {
    fs::path const source(name);
    std::error_code error;
    enter_site(name);
    if (!fs::exists(source, error))
      throw std::invalid_argument(source.string() + ": no such file or folder");
    if (fs::is_directory(source, error)) {
      root_ = source;
      folder(source.string());
    } else {
      root_ = source.parent_path();
      enter(root_.string());
      if (format_of(source.string()) == nullptr)
        throw std::invalid_argument(source.string() + ": not a source; give " +
                                    endings_listed(" or "));
      struct stat status{};
      look(source.string(), status);
      if (!is_unpublished(source.string(), source.filename().string(), false))
        file(source.string(), source.filename().string(), status);
    }
  }

private:
  void enter_site(std::string const& source) {
    auto const found = filter_.sites.find(source);
    site_ = found == filter_.sites.end() ? SourceSite() : found->second;
    unpublished_ = IgnoreRules(site_.exclude);
    expressions_ = PathExpressions(site_.expressions);
    if (filter_.include.empty()) included_ = IgnoreRules(site_.include);
    includes_ = !filter_.include.empty() || !site_.include.empty();
    excludes_ = !filter_.exclude.empty() || !site_.exclude.empty() || !expressions_.empty();
  }

  void skip(std::string const& path, std::string const& reason) {
    report_.skips.push_back({path, 0, reason});
  }

  static std::string unreadable(int error) {
    return "cannot be read: " + std::generic_category().message(error);
  }

  static std::string below(std::string const& folder, std::string const& name) {
    if (folder.empty() || folder == ".") return name;
    return folder.ends_with('/') ? folder + name : folder + '/' + name;
  }

  void folder(std::string const& path) {
    struct stat status{};
    if (!look(path, status)) return skip(path, unreadable(errno));
    // Ends loops of links: each folder is read once, by whichever name comes first.
    if (!visited_.emplace(status.st_dev, status.st_ino).second) return;
    std::vector<Entry> entries;
    if (int const error = read_folder(path, entries); error != 0)
      return skip(path, unreadable(error));
    bool const has_rules = std::ranges::find(entries, ignore_file, &Entry::name) != entries.end();
    if (has_rules) {
      auto rules = read_rules(fs::path(path) / ignore_file);
      if (!rules) return skip(path, "skipped because its .recapignore cannot be read");
      rules_.push_back({path, std::move(*rules)});
    }
    bool const bundle = site_.bundles && fs::path(path) != root_ && is_bundle(entries);
    bool const indexed = site_.index_before_readme && is_bundle(entries);
    for (auto const& entry : entries) {
      if (bundle && !entry.name.starts_with(bundle_name)) continue;
      if (indexed && entry.name.starts_with("README.")) continue;
      enter(path); // again: behind what is below it
      if (entry.name != ignore_file) this->entry(path, entry);
    }
    if (has_rules) rules_.pop_back();
  }

  /// True for a folder with an index page. With Hugo and Zola, the other files belong to that page.
  static bool is_bundle(std::vector<Entry> const& entries) {
    return std::ranges::any_of(entries, [](Entry const& entry) {
      return entry.name.starts_with(bundle_name) && format_of(entry.name) != nullptr;
    });
  }

  static bool look(std::string const& path, struct stat& status) {
    return ::stat(path.c_str(), &status) == 0;
  }

  /// Sets the prefix of the names of its files.
  void enter(std::string const& folder) {
    if (folder == folder_ && !folder.empty()) return;
    folder_ = folder;
    fs::path const path(folder);
    folder_name_ = path.lexically_normal().generic_string();
    folder_relative_ =
        root_.empty() ? folder_name_ : path.lexically_relative(root_).generic_string();
  }

  /// The rules of the innermost folder that match decide.
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
    if (is_unpublished(path.string(), relative, is_folder)) return true;
    return includes_ && !is_folder && !is_included(relative);
  }

  /// By the rules of the site.
  [[nodiscard]] bool is_unpublished(std::string const& path, std::string_view relative,
                                    bool is_folder) const {
    if (unpublished_.verdict(relative, is_folder) == IgnoreRules::Verdict::ignored) return true;
    if (expressions_.empty() || is_folder) return false;
    std::error_code error;
    return expressions_.match(fs::absolute(path, error).lexically_normal().generic_string());
  }

  /// In the project of the site; empty if it has none or the file is outside.
  [[nodiscard]] std::string place_of(std::string const& relative) const {
    if (site_.below.empty()) return site_.place.empty() ? "" : site_.place + '/' + relative;
    auto const folder = site_.below + '/';
    return relative.starts_with(folder) ? relative.substr(folder.size()) : "";
  }

  /// An included folder includes what is below it; the innermost match decides.
  [[nodiscard]] bool is_included(std::string_view path) const {
    auto verdict = included_.verdict(path, false);
    for (auto slash = path.rfind('/');
         verdict == IgnoreRules::Verdict::none && slash != std::string_view::npos;
         slash = path.rfind('/')) {
      path = path.substr(0, slash);
      verdict = included_.verdict(path, true);
    }
    return verdict == IgnoreRules::Verdict::ignored;
  }

  void entry(std::string const& folder, Entry const& at) {
    auto const path = folder.ends_with('/') ? folder + at.name : folder + '/' + at.name;
    auto const* const format = format_of(at.name);
    bool const source = format != nullptr && !format->only_named;
    // Entries that are not sources need no stat.
    bool const known = at.type != DT_UNKNOWN && at.type != DT_LNK && !source;
    struct stat status{};
    bool const there = known || look(path, status);
    int const error = there ? 0 : errno;
    bool const is_folder = known ? at.type == DT_DIR : there && S_ISDIR(status.st_mode);
    bool const is_file = known ? at.type == DT_REG : there && S_ISREG(status.st_mode);
    // A broken link may have led to a folder.
    if (is_left_out(path, is_folder || (!there && !source))) return;
    if (is_folder) return this->folder(path);
    if (is_file) {
      if (source) return file(path, at.name, status);
      report_.ignored.push_back({path, 0, "not a kind of file that holds articles"});
    } else if (there) {
      report_.ignored.push_back({path, 0, "a device, pipe or socket"});
    } else {
      bool const nowhere = at.type == DT_LNK && error != EACCES;
      (source ? report_.skips : report_.broken_links)
          .push_back({path, 0, nowhere ? "broken link" : unreadable(error)});
    }
  }

  void file(std::string const& path, std::string const& name, struct stat const& status) {
    if (text::invalid_utf8(path)) return skip(path, "its name is not UTF-8; rename it");
    auto relative = below(folder_relative_, name);
    files_.push_back({.path = path,
                      .name = below(folder_name_, name),
                      .relative = relative,
                      .place = place_of(relative),
                      .format = format_of(name),
                      .mark = {.bytes = static_cast<std::uint64_t>(status.st_size),
                               .modified_ns = nanoseconds(status.st_mtim),
                               .changed_ns = nanoseconds(status.st_ctim),
                               .inode = static_cast<std::uint64_t>(status.st_ino)}});
  }

  IgnoreRules excluded_;
  IgnoreRules included_;
  IgnoreRules unpublished_;
  PathExpressions expressions_;
  bool excludes_ = false;
  bool includes_ = false;
  SourceFilter const& filter_;
  SourceSite site_; ///< of the source that is walked
  Report& report_;
  std::vector<SourceFile>& files_;
  fs::path root_;
  std::string folder_; ///< the current one
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

std::vector<SourceFile> list_sources(std::vector<std::string> const& sources,
                                     SourceFilter const& filter, Report& report) {
  std::vector<SourceFile> files;
  Walk walk(filter, report, files);
  for (auto const& source : sources)
    walk.source(source);
  return files;
}

} // namespace recap::indexer
