// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/tree.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recap::metadata {

/// One key of a front matter or of a JSON object, whatever the notation.
struct Entry {
  enum class Kind { text, list, nested };
  std::string key; ///< trimmed, lower case: sites write `LinkTitle`, `Title `
  Kind kind = Kind::text;
  std::vector<std::string>
      values;             ///< one for text (none for null), any number for a list; none for nested
  std::size_t line = 0;   ///< in the file, from 1
  std::size_t column = 0; ///< of the key, from 1; 0 = not known
  bool for_page = false;  ///< written to stand in a page, so `&amp;` is `&`
  std::size_t unread_line = 0; ///< of the first part that gives no value; 0 = all of it does
};

using Entries = std::vector<Entry>;

/// The entry with this key, or nullptr.
[[nodiscard]] Entry const* find(Entries const& metadata, std::string_view key);

/// The keys of `map` as entries, in the order of their lines. A list in a list is one list; of a
/// map there is the first of `name label key title slug date created` that it has, of a picture the
/// first of `src url path image file feature teaser thumbnail`. Zola's
/// `taxonomies` and `extra`, Hugo's `params` and `build` give those of their keys that describe an
/// article and are not there already.
[[nodiscard]] Entries entries_of(Node const& map, bool for_page);

/// YAML between the `---` lines, TOML between the `+++` lines, JSON. `first_line` is the line of
/// the file where `text` begins. Throw Unreadable with the line: no map, a tab in the indentation,
/// an unclosed quote, anything that is not of the notation. Of YAML, `<<` brings the keys of other
/// maps.
[[nodiscard]] Entries read_yaml(std::string_view text, std::size_t first_line);
[[nodiscard]] Entries read_toml(std::string_view text, std::size_t first_line);
[[nodiscard]] Entries read_json(std::string_view text, std::size_t first_line);

/// The map of a file of configuration, as it is. Throw as read_yaml() does.
[[nodiscard]] std::shared_ptr<Node const> yaml_tree(std::string_view text);
[[nodiscard]] std::shared_ptr<Node const> toml_tree(std::string_view text);

/// `Key: value` lines, as MkDocs and Pelican take them: a line that is indented goes on with the
/// value before. Nothing of it throws.
[[nodiscard]] Entries read_headers(std::string_view text, std::size_t first_line);

/// A file taken apart.
struct FrontMatter {
  Entries metadata;
  std::string_view body;     ///< what follows the front matter
  std::size_t body_line = 1; ///< line of the file where it begins
};

/// Takes apart a file: `---` YAML `---`, `+++` TOML `+++`, JSON in braces or before `;;;`, with the
/// name of the notation behind the opening line (`---json`) or without, lines of `Key: value` up to
/// a blank one, or no front matter. A BOM and CRLF are fine. `file` has to outlive the answer. A
/// key that stands twice with the same value stays so. Throws Unreadable, also for a front matter
/// that is never closed, for a key with two values, and, by its name, for a notation that is not
/// known: it may hold a draft.
[[nodiscard]] FrontMatter split_front_matter(std::string_view file);

/// Bytes of a front matter between fences, read or not, fences included; 0 where there is none.
[[nodiscard]] std::size_t front_matter_bytes(std::string_view file);

} // namespace recap::metadata
