// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/tree.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recap::metadata {

/// A key of front matter or of a JSON object, in any notation.
struct Entry {
  enum class Kind { text, list, nested };
  std::string key; ///< trimmed, lower case: sites write `LinkTitle`, `Title `
  Kind kind = Kind::text;
  std::vector<std::string> values =
      {};                 ///< one for text (none for null), any number for a list; none for nested
  std::size_t line = 0;   ///< in the file, from 1
  std::size_t column = 0; ///< of the key, from 1; 0 = unknown
  bool for_page = false;  ///< written for a page, so `&amp;` means `&`
  std::size_t unread_line = 0; ///< of the first part that is not a value; 0 = none
};

using Entries = std::vector<Entry>;

/// The entry with this key, or nullptr.
[[nodiscard]] Entry const* find(Entries const& metadata, std::string_view key);

/// The keys of `map` as entries, in the order of their lines. Nested lists are flattened. From a
/// map, the first of `name label key title slug date created` is taken, from one about a picture
/// the first of `src url path image file feature teaser thumbnail`. From Zola's `taxonomies` and
/// `extra`, Hugo's `params` and `build`, the keys that describe an article are added unless they
/// exist already.
[[nodiscard]] Entries entries_of(Node const& map, bool for_page);

/// Parse YAML between `---` lines, TOML between `+++` lines, JSON. `first_line`: the line of the
/// file where `text` begins. Throw Unreadable with the line: not a map, a tab in the indentation,
/// an unclosed quote, any syntax error. In YAML, `<<` merges the keys of other maps.
[[nodiscard]] Entries read_yaml(std::string_view text, std::size_t first_line);
[[nodiscard]] Entries read_toml(std::string_view text, std::size_t first_line);
[[nodiscard]] Entries read_json(std::string_view text, std::size_t first_line);

/// The map of a configuration file, unchanged. Of equal keys in YAML, the last counts. Throw as
/// read_yaml() does.
[[nodiscard]] std::shared_ptr<Node const> yaml_tree(std::string_view text);
[[nodiscard]] std::shared_ptr<Node const> toml_tree(std::string_view text);

/// `Key: value` lines, as MkDocs and Pelican read them; an indented line continues the value before
/// it. Never throws.
[[nodiscard]] Entries read_headers(std::string_view text, std::size_t first_line);

/// A file, split into front matter and body.
struct FrontMatter {
  Entries metadata = {};
  std::string_view body;     ///< the text after the front matter
  std::size_t body_line = 1; ///< line of the file where the body begins
};

/// Splits a file: `---` YAML `---`, `+++` TOML `+++`, JSON in braces or before `;;;`, optionally
/// with the name of the notation after the opening line (`---json`), lines of `Key: value` up to a
/// blank one, or no front matter. Accepts a BOM and CRLF. `file` must outlive the result. Keeps
/// duplicate keys with the same value. Throws Unreadable, also for front matter that is never
/// closed, for a key with two values, and for an unknown notation, by its name, because it may
/// declare a draft.
[[nodiscard]] FrontMatter split_front_matter(std::string_view file);

/// Bytes of front matter between fences, valid or not, including the fences; 0 if there is none.
[[nodiscard]] std::size_t front_matter_bytes(std::string_view file);

} // namespace recap::metadata
