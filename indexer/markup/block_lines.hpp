// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// The lines of a text, without their ends.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

[[nodiscard]] bool is_blank(std::string_view line);

/// Columns before the first character of `line`; a tab advances to the next multiple of four.
[[nodiscard]] std::size_t indentation(std::string_view line);

/// `line` without this many columns of its indentation, or without all of it.
[[nodiscard]] std::string without_indentation(std::string_view line, std::size_t columns);

/// A line without its indentation and quote markers.
struct QuotedLine {
  std::string_view prefix;
  std::string_view text; ///< without space at its end
};
[[nodiscard]] QuotedLine quoted(std::string_view line);

/// Bytes up to the end of a list item's marker; 0 if `line` is not an item.
[[nodiscard]] std::size_t item_bytes(std::string_view line);

[[nodiscard]] bool is_heading(std::string_view text);

/// True for a line that turns the previous one into a heading.
[[nodiscard]] bool underlines(std::string_view line);

/// `[[toc]]`, `[TOC]`, `[[_TOC_]]`.
[[nodiscard]] bool is_table_of_contents(std::string_view text);

/// `{:toc}`, which replaces the list before it.
[[nodiscard]] bool names_table_of_contents(std::string_view text);

/// `--8<-- "file"`, `<<< @/file`, `{!file!}`.
[[nodiscard]] bool includes_file(std::string_view text);

/// True for a line with only the tag of an element that just contains others: in MDX, Markdown
/// continues inside it.
[[nodiscard]] bool is_wrapper(std::string_view text);

/// The element's name if the line is only a tag whose content is Markdown, `<div markdown="1">`;
/// else empty.
[[nodiscard]] std::string_view markdown_element(std::string_view text);

/// The title, possibly empty, in `!!! note "Title"`, `??? note`, `=== "Tab"`.
[[nodiscard]] std::optional<std::string> indented_block_title(std::string_view text);

/// The same for `/// note | Title` and `///` of PyMdown.
[[nodiscard]] std::optional<std::string> slash_block_title(std::string_view text);

/// `*[HTML]: its meaning`, which a page shows only on demand.
[[nodiscard]] bool is_abbreviation(std::string_view text);

/// The same for `:::tip[Title]`, `::: info Title`, `:::`.
[[nodiscard]] std::optional<std::string> container_title(std::string_view text);

/// The title in `[!NOTE]`, `[!tip]- Title`.
[[nodiscard]] std::optional<std::string> alert_title(std::string_view text);

/// `title` as a line of text of its own, even if the source has more on the same line.
[[nodiscard]] std::string between_marks(std::string_view title);

} // namespace recap::indexer
