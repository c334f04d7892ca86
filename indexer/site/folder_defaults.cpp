// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/folder_defaults.hpp"

#include "indexer/site/configured_sites.hpp"
#include "indexer/site/drafts.hpp"
#include "indexer/site/inherited_metadata.hpp"
#include "indexer/site/path_glob.hpp"
#include "metadata/json.hpp"
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;
using metadata::Node;

/// Without lines, because they are in another file than the article.
metadata::Entries entries_without_lines(Node const& map) {
  auto entries = metadata::entries_of(map, true);
  for (auto& entry : entries)
    entry.line = entry.column = entry.unread_line = 0;
  return entries;
}

/// The tree of a front matter in YAML, TOML or JSON; nullptr without. Throws Unreadable.
std::shared_ptr<Node const> front_matter_tree(std::string const& text) {
  constexpr std::size_t fence = 3;
  auto const begin = text.find('\n');
  bool const toml = text.starts_with("+++");
  if ((!toml && !text.starts_with("---")) || begin == std::string::npos) return nullptr;
  auto const end = text.find('\n' + text.substr(0, fence), begin);
  if (end == std::string::npos) return nullptr;
  auto const inside = text.substr(begin + 1, end - begin);
  return toml ? metadata::toml_tree(inside) : metadata::yaml_tree(inside);
}

/// Throws Unreadable.
std::shared_ptr<Node const> front_matter_of(ConfigurationText const& file) {
  if (file.problem()) throw metadata::Unreadable(*file.problem());
  auto const& text = file.text();
  auto const parts = metadata::split_front_matter(text);
  if (text.starts_with('{'))
    return std::make_shared<Node>(metadata::json_node(
        metadata::parse_json(text.substr(0, text.size() - parts.body.size()), 1)));
  auto tree = front_matter_tree(text);
  if (auto const* const cascade = find(parts.metadata, "cascade"); !tree && cascade != nullptr)
    throw metadata::Unreadable("a cascade is not read in this notation", cascade->line);
  return tree;
}

metadata::Entries hidden_folder() {
  return {{.key = std::string(kept_out_folder), .values = {"true"}}};
}

/// Makes drafts of the articles of a folder, because the unreadable rule may have hidden them.
void keep_folder_out(fs::path const& file, std::size_t line, std::string const& reason,
                     std::string const& folder, ConfiguredSite& site) {
  site.style.defaults.push_back({.folder = folder, .metadata = hidden_folder()});
  site.problems.push_back({file.lexically_normal().string(), line,
                           reason + "; the articles of its folder are kept out until then"});
}

void keep_folder_out(fs::path const& file, std::string const& folder,
                     metadata::Unreadable const& problem, ConfiguredSite& site) {
  keep_folder_out(file, problem.line(), problem.what(), folder, site);
}

/// Visits the files below `folder`, those of upper folders first. Links are not followed.
void for_each_file(fs::path const& folder, std::function<void(fs::path const&)> const& visit) {
  std::error_code error;
  std::vector<fs::path> files;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code unknown;
    if (at->path().filename() == "node_modules") at.disable_recursion_pending();
    if (!at->is_directory(unknown)) files.push_back(at->path());
  }
  std::ranges::sort(files);
  std::ranges::stable_sort(files, {},
                           [](fs::path const& file) { return std::ranges::distance(file); });
  for (auto const& file : files)
    visit(file);
}

std::string place_of_folder(fs::path const& file, fs::path const& root) {
  auto const place = file.parent_path().lexically_relative(root).generic_string();
  return place == "." ? "" : place;
}

/// The first key of `target` that is not supported; empty without one.
std::string unread_key(Node const& target) {
  constexpr auto read = std::to_array<std::string_view>({"path", "kind", "lang", "environment"});
  for (std::size_t i = 0; i < target.keys.size(); ++i) {
    bool const text = target.children[i]->kind == Node::Kind::text;
    if (!text || std::ranges::find(read, target.keys[i].name) == read.end())
      return target.keys[i].name;
  }
  return target.kind == Node::Kind::map ? "" : target.text;
}

std::string text_of_key(Node const& map, std::string_view key) {
  auto const* const child = child_of(map, key);
  return child == nullptr ? "" : child->text;
}

void add_one_cascade(Node const& cascade, std::string const& folder, fs::path const& file,
                     ConfiguredSite& site) {
  FolderDefaults defaults{.folder = folder, .metadata = entries_without_lines(cascade)};
  auto const* target = child_of(cascade, "_target");
  if (target == nullptr) target = child_of(cascade, "target");
  if (target != nullptr) {
    if (auto const key = unread_key(*target); !key.empty()) {
      // Other metadata is not worth keeping the articles out.
      if (may_hide(defaults.metadata))
        keep_folder_out(file, cascade.line,
                        "a cascade has the target \"" + key + "\", which is not read", folder,
                        site);
      return;
    }
    // By default, Hugo builds for `production`.
    auto const environment = text_of_key(*target, "environment");
    if (!environment.empty() && !path_matches(environment, "production")) return;
    defaults.target_path = text_of_key(*target, "path");
    defaults.target_kind = text_of_key(*target, "kind");
    defaults.target_language = text_of_key(*target, "lang");
  }
  site.style.defaults.push_back(std::move(defaults));
}

void add_cascade_of(Node const& cascade, std::string const& folder, fs::path const& file,
                    ConfiguredSite& site) {
  // Hugo 0.111.3 ignores the target of a cascade that is not in a list.
  if (cascade.kind == Node::Kind::map) {
    site.style.defaults.push_back({.folder = folder, .metadata = entries_without_lines(cascade)});
    return;
  }
  // Of several that match, Hugo uses the first, and SiteStyle::defaults the last.
  for (auto each = cascade.children.rbegin(); each != cascade.children.rend(); ++each)
    if ((*each)->kind == Node::Kind::map) add_one_cascade(**each, folder, file, site);
}

bool has_index(fs::path const& folder) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().filename().string().starts_with("_index.")) return true;
  }
  return false;
}

/// True if Hugo or Zola does not publish the section whose `_index` file this is.
bool is_hidden_section(metadata::Entries const& metadata, std::string const& path,
                       SiteStyle const& style) {
  auto const* const draft = find(metadata, "draft");
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return (draft != nullptr && !draft->values.empty() && truth_of(*draft) != false) ||
         is_scheduled(metadata, path, style, now) || is_expired(metadata, style, now);
}

/// In Jekyll, `*` stays within a name, and everything below a matching folder matches.
void set_scope(FolderDefaults& defaults) {
  if (defaults.folder.find('*') == std::string::npos) return;
  for (auto const& pattern : path_patterns(defaults.folder)) {
    defaults.paths.push_back(pattern);
    defaults.paths.push_back(pattern + "/**");
  }
  defaults.folder.clear();
}

} // namespace

void add_cascade(Node const& cascade, std::string const& folder, ConfiguredSite& site) {
  add_cascade_of(cascade, folder, site.file, site);
}

void read_cascades(std::string const& folder, ConfiguredSite& site) {
  for_each_file(site.root / folder, [&](fs::path const& file) {
    if (!file.filename().string().starts_with("_index.")) return;
    auto const place = place_of_folder(file, site.root);
    try {
      auto const tree = front_matter_of(ConfigurationText(file));
      auto const* const cascade = tree ? child_of(*tree, "cascade") : nullptr;
      if (cascade != nullptr) add_cascade_of(*cascade, place, file, site);
    } catch (metadata::Unreadable const& problem) {
      keep_folder_out(file, place, problem, site);
    }
  });
}

void hide_sections(std::string const& folder, ConfiguredSite& site) {
  auto const hide = [&](std::string const& path, metadata::Entries const& stated) {
    auto const place = place_of(path.substr(0, path.rfind('.')), site.style);
    auto const metadata = inherited_metadata(stated, path, place, site.style);
    if (place.path == "_index" || !is_hidden_section(metadata, path, site.style)) return;
    site.style.defaults.push_back({.folder = path.substr(0, path.rfind('/')),
                                   .metadata = hidden_folder(),
                                   .target_language = language_of(place, site.style)});
  };
  for_each_file(site.root / folder, [&](fs::path const& file) {
    if (!file.filename().string().starts_with("_index.")) return;
    try {
      ConfigurationText const text(file);
      hide(file.lexically_relative(site.root).generic_string(),
           metadata::split_front_matter(text.text()).metadata);
    } catch (metadata::Unreadable const& problem) {
      auto const name = file.lexically_normal().string();
      if (std::ranges::find(site.problems, name, &SiteMap::Problem::file) == site.problems.end())
        keep_folder_out(file, place_of_folder(file, site.root), problem, site);
    }
  });
  // In Hugo, a folder of the first level is a section even without such a file.
  for (auto const& name : folders_in(site.root / folder)) {
    auto const section = folder.empty() ? name : folder + '/' + name;
    bool const stated = has_index(site.root / section);
    if (!stated) hide(section + "/_index.md", {});
  }
}

/// Reads only literals that hide the articles of the folder.
void read_data_program(fs::path const& file, std::string const& place, ConfiguredSite& site) {
  ConfigurationText const text(file);
  if (text.written("permalink") == "false" || text.written("draft") == "true") {
    site.style.defaults.push_back({.folder = place, .metadata = hidden_folder()});
    return;
  }
  site.problems.push_back({file.lexically_normal().string(), 0,
                           "data in JavaScript is not read; name the articles that it hides with "
                           "--exclude"});
}

void add_jekyll_defaults(ConfigurationText const& text, std::string const& source,
                         std::string const& collections, SiteStyle& style) {
  auto const below = [](std::string const& folder, std::string const& path) {
    return folder.empty() || path.empty() ? folder + path : folder + '/' + path;
  };
  auto const* const list = text.node({"defaults"});
  if (list == nullptr || list->kind != Node::Kind::list) return;
  std::vector<FolderDefaults> all;
  for (auto const& each : list->children) {
    auto const* const scope = child_of(*each, "scope");
    auto const* const values = child_of(*each, "values");
    if (scope == nullptr || values == nullptr || values->kind != Node::Kind::map) continue;
    auto const* const path = child_of(*scope, "path");
    auto const* const type = child_of(*scope, "type");
    FolderDefaults defaults{.folder =
                                below(source, path == nullptr ? "" : trimmed_path(path->text)),
                            .metadata = entries_without_lines(*values)};
    auto const kind = type == nullptr ? "" : type->text;
    if (kind == "posts") defaults.of = FolderDefaults::Of::posts;
    if (kind == "pages") defaults.of = FolderDefaults::Of::pages;
    if (kind == "drafts") continue;
    bool const collection = !kind.empty() && kind != "posts" && kind != "pages";
    if (collection && (path == nullptr || path->text.empty()))
      defaults.folder = below(collections, '_' + kind);
    set_scope(defaults);
    all.push_back(std::move(defaults));
  }
  std::ranges::stable_sort(all, {}, [](auto const& each) {
    return each.paths.empty() ? each.folder.size() : each.paths.front().size();
  });
  for (auto& each : all)
    style.defaults.push_back(std::move(each));
}

void read_directory_data(std::string const& folder, ConfiguredSite& site) {
  for_each_file(site.root / folder, [&](fs::path const& file) {
    auto const name = file.filename().string();
    auto const above = file.parent_path().filename().string();
    auto const place = place_of_folder(file, site.root);
    if (name.starts_with(above + ".11tydata.") && name.ends_with("js"))
      return read_data_program(file, place, site);
    if (name != above + ".json" && name != above + ".11tydata.json") return;
    ConfigurationText const text(file);
    if (text.problem())
      keep_folder_out(file, place, *text.problem(), site);
    else if (auto const* const tree = text.node({});
             tree != nullptr && tree->kind != Node::Kind::map)
      keep_folder_out(file, 1, "a list where an object is expected", place, site);
    else if (tree != nullptr)
      site.style.defaults.push_back({.folder = place, .metadata = entries_without_lines(*tree)});
  });
}

} // namespace recap::indexer
