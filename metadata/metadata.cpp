// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/metadata.hpp"

#include "index/fields.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace recap::metadata {
namespace {

/// Keys that identify a map, the best first. In Docusaurus, an author has `key`, and `title` is a
/// profession; MkDocs has maps of dates.
constexpr auto identifying_keys =
    std::to_array<std::string_view>({"name", "label", "key", "title", "slug", "date", "created"});

/// Keys that give the address in a map about a picture.
constexpr auto picture_keys = std::to_array<std::string_view>(
    {"src", "url", "path", "image", "file", "feature", "teaser", "thumbnail"});

/// Maps of Zola and Hugo that contain keys which others write at the top level.
constexpr auto opened_maps =
    std::to_array<std::string_view>({"taxonomies", "extra", "params", "build", "_build"});

/// Keys with the same meaning in such a map. An address or an id there belongs to something else.
constexpr auto opened_keys = std::to_array<std::string_view>(
    {"author",   "authors",     "byline",    "topics", "topic",      "tags",
     "tag",      "series",      "category",  "season", "categories", "keywords",
     "summary",  "description", "excerpt",   "lead",   "role",       "abstract",
     "subtitle", "year",        "linktitle", "draft",  "date",       "lang",
     "language", "locale",      "render",    "image",  "cover",      "thumbnail"});

/// Aliases of aliases can expand to more values than the file has bytes.
constexpr std::size_t most_looked_at = 10'000;

template <typename List>
bool contains(List const& list, std::string_view key) {
  return std::ranges::find(list, key) != list.end();
}

class Flattening {
public:
  explicit Flattening(Entry& entry)
      : entry_(entry)
      , keys_(contains(index::keys_of(index::FieldId::image), entry.key)
                  ? std::span<std::string_view const>(picture_keys)
                  : identifying_keys) {}

  void take(Node const& node) {
    if (++looked_at_ > most_looked_at) return leave_out(node);
    switch (node.kind) {
    case Node::Kind::none: return;
    case Node::Kind::text: return entry_.values.push_back(node.text);
    case Node::Kind::list:
      for (auto const& child : node.children)
        take(*child);
      return;
    case Node::Kind::map: return take_map(node);
    }
  }

private:
  void take_map(Node const& map) {
    for (auto const key : keys_) {
      auto const* const child = child_of(map, key);
      if (child != nullptr && child->kind == Node::Kind::text && !child->text.empty())
        return entry_.values.push_back(child->text);
    }
    // `{ann: {name: Ann}, bo: {name: Bo}}` and `{main: [a]}` are lists whose items have names.
    bool const of_lists =
        !map.children.empty() && std::ranges::all_of(map.children, [](auto const& child) {
          return child->kind == Node::Kind::map || child->kind == Node::Kind::list;
        });
    if (!of_lists) return leave_out(map);
    for (auto const& child : map.children)
      take(*child);
  }

  void leave_out(Node const& node) {
    if (entry_.unread_line == 0) entry_.unread_line = std::max<std::size_t>(node.line, entry_.line);
  }

  Entry& entry_;
  std::span<std::string_view const> keys_;
  std::size_t looked_at_ = 0;
};

Entry entry_of(Node::Key const& key, Node const& value, bool for_page) {
  Entry entry{.key = key.name,
              .kind = value.kind == Node::Kind::list ? Entry::Kind::list : Entry::Kind::text,
              .line = key.line,
              .column = key.column,
              .for_page = for_page};
  Flattening(entry).take(value);
  if (value.kind == Node::Kind::map && entry.values.size() != 1)
    entry.kind = entry.values.empty() ? Entry::Kind::nested : Entry::Kind::list;
  return entry;
}

/// Adds the keys of `map` that describe the article as a whole.
void open(Node const& map, bool for_page, Entries& metadata) {
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    if (contains(opened_keys, map.keys[i].name) && find(metadata, map.keys[i].name) == nullptr)
      metadata.push_back(entry_of(map.keys[i], *map.children[i], for_page));
  }
}

/// `search: {exclude: true}` of MkDocs' Material. Its other settings, such as `boost`, are ignored.
void note_search(Node const& map, Entries& metadata) {
  auto const* const search = child_of(map, "search");
  if (search == nullptr || search->kind != Node::Kind::map) return;
  std::ranges::find(metadata, "search", &Entry::key)->unread_line = 0;
  auto const* const exclude = child_of(*search, "exclude");
  if (exclude == nullptr || find(metadata, "search_exclude") != nullptr) return;
  Node::Key const key{.name = "search_exclude", .line = exclude->line};
  metadata.push_back(entry_of(key, *exclude, false));
}

} // namespace

std::string trimmed_lower(std::string_view key) {
  return text::lowered(text::trimmed(key, " \t"));
}

void add_child(Node& parent, std::shared_ptr<Node const> child) {
  parent.height = std::max(parent.height, child->height + 1);
  parent.children.push_back(std::move(child));
}

Node const* child_of(Node const& map, std::string_view key) {
  auto const found = std::ranges::find(map.keys, key, &Node::Key::name);
  if (map.kind != Node::Kind::map || found == map.keys.end()) return nullptr;
  return map.children[static_cast<std::size_t>(found - map.keys.begin())].get();
}

Entry const* find(Entries const& metadata, std::string_view key) {
  auto const found = std::ranges::find(metadata, key, &Entry::key);
  return found == metadata.end() ? nullptr : &*found;
}

Entries entries_of(Node const& map, bool for_page) {
  Entries metadata;
  for (std::size_t i = 0; i < map.keys.size(); ++i)
    metadata.push_back(entry_of(map.keys[i], *map.children[i], for_page));
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    auto const& child = *map.children[i];
    bool const opened = child.kind == Node::Kind::map && contains(opened_maps, map.keys[i].name);
    if (!opened) continue;
    metadata[i].unread_line = 0;
    open(child, for_page, metadata);
  }
  note_search(map, metadata);
  std::ranges::stable_sort(metadata, {}, &Entry::line);
  return metadata;
}

} // namespace recap::metadata
