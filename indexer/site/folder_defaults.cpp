// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/folder_defaults.hpp"

#include "indexer/site/drafts.hpp"
#include "metadata/json.hpp"
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"

#include <algorithm>
#include <functional>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;
using metadata::Node;

/// Without a line of their own: they stand in another file.
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

/// It may have said that all articles of its folder are drafts.
SiteMap::Problem keep_folder_out(fs::path const& file, std::string const& folder,
                                 metadata::Unreadable const& problem, SiteStyle& style) {
  style.defaults.push_back(
      {.folder = folder, .metadata = {{.key = std::string(unread_folder), .values = {"true"}}}});
  return {file.lexically_normal().string(), problem.line(),
          std::string(problem.what()) + "; the articles of its folder are kept out until then"};
}

/// The files below `folder`, the upper first; links are not followed.
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

} // namespace

void add_cascade(Node const& cascade, std::string const& folder, SiteStyle& style) {
  if (cascade.kind == Node::Kind::list) {
    for (auto const& each : cascade.children)
      add_cascade(*each, folder, style);
    return;
  }
  bool const aimed =
      child_of(cascade, "_target") != nullptr || child_of(cascade, "target") != nullptr;
  if (cascade.kind != Node::Kind::map || aimed) return;
  style.defaults.push_back({.folder = folder, .metadata = entries_without_lines(cascade)});
}

FolderProblems read_cascades(fs::path const& root, std::string const& folder, SiteStyle& style) {
  FolderProblems problems;
  for_each_file(root / folder, [&](fs::path const& file) {
    if (!file.filename().string().starts_with("_index.")) return;
    auto const place = place_of_folder(file, root);
    try {
      auto const tree = front_matter_of(ConfigurationText(file));
      auto const* const cascade = tree ? child_of(*tree, "cascade") : nullptr;
      if (cascade != nullptr) add_cascade(*cascade, place, style);
    } catch (metadata::Unreadable const& problem) {
      problems.push_back(keep_folder_out(file, place, problem, style));
    }
  });
  return problems;
}

void add_jekyll_defaults(ConfigurationText const& text, SiteStyle& style) {
  auto const* const list = text.node({"defaults"});
  if (list == nullptr || list->kind != Node::Kind::list) return;
  std::vector<FolderDefaults> all;
  for (auto const& each : list->children) {
    auto const* const scope = child_of(*each, "scope");
    auto const* const values = child_of(*each, "values");
    if (scope == nullptr || values == nullptr || values->kind != Node::Kind::map) continue;
    auto const* const path = child_of(*scope, "path");
    auto const* const type = child_of(*scope, "type");
    FolderDefaults defaults{.folder = path == nullptr ? "" : path->text,
                            .metadata = entries_without_lines(*values)};
    while (defaults.folder.ends_with('/'))
      defaults.folder.pop_back();
    auto const kind = type == nullptr ? "" : type->text;
    if (kind == "posts") defaults.of = FolderDefaults::Of::posts;
    if (kind == "pages") defaults.of = FolderDefaults::Of::pages;
    if (kind == "drafts") continue;
    bool const collection = !kind.empty() && kind != "posts" && kind != "pages";
    if (collection && defaults.folder.empty()) defaults.folder = '_' + kind;
    all.push_back(std::move(defaults));
  }
  std::ranges::stable_sort(all, {}, [](auto const& each) { return each.folder.size(); });
  for (auto& each : all)
    style.defaults.push_back(std::move(each));
}

FolderProblems read_directory_data(fs::path const& root, std::string const& folder,
                                   SiteStyle& style) {
  FolderProblems problems;
  for_each_file(root / folder, [&](fs::path const& file) {
    auto const name = file.filename().string();
    auto const above = file.parent_path().filename().string();
    if (name != above + ".json" && name != above + ".11tydata.json") return;
    ConfigurationText const text(file);
    auto const place = place_of_folder(file, root);
    if (text.problem())
      problems.push_back(keep_folder_out(file, place, *text.problem(), style));
    else if (auto const* const tree = text.node({}))
      style.defaults.push_back({.folder = place, .metadata = entries_without_lines(*tree)});
  });
  return problems;
}

} // namespace recap::indexer
