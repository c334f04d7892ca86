// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/format.hpp"

#include "indexer/formats/ghost_export.hpp"
#include "indexer/formats/html_format.hpp"
#include "indexer/formats/json_lines.hpp"
#include "indexer/formats/markdown_format.hpp"
#include "indexer/formats/splitting.hpp"
#include "indexer/formats/wordpress_export.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace recap::indexer {
namespace {

using Endings = std::string_view;

constexpr auto markdown_endings = std::to_array<Endings>({".md", ".markdown"});
constexpr auto mdx_endings = std::to_array<Endings>({".mdx"});
constexpr auto html_endings = std::to_array<Endings>({".html", ".htm", ".xhtml"});
constexpr auto json_lines_endings = std::to_array<Endings>({".jsonl", ".ndjson"});
constexpr auto wordpress_endings = std::to_array<Endings>({".xml"});
constexpr auto ghost_endings = std::to_array<Endings>({".json"});

constexpr auto rows = std::to_array<Format>({
    {.name = "Markdown",
     .endings = markdown_endings,
     .split = read_whole,
     .read = read_markdown,
     .facts = markdown_facts},
    {.name = "MDX",
     .endings = mdx_endings,
     .split = read_whole,
     .read = read_mdx,
     .facts = markdown_facts},
    {.name = "HTML",
     .endings = html_endings,
     .split = read_whole,
     .read = read_html_file,
     .facts = html_facts},
    {.name = "JSON lines",
     .endings = json_lines_endings,
     .many = true,
     .split = read_lines,
     .read = read_json_line,
     .facts = json_line_facts},
    {.name = "export of WordPress",
     .endings = wordpress_endings,
     .many = true,
     .only_named = true,
     .split = read_wordpress_export,
     .read = read_json_line,
     .facts = json_line_facts},
    {.name = "export of Ghost",
     .endings = ghost_endings,
     .many = true,
     .only_named = true,
     .split = read_ghost_export,
     .read = read_json_line,
     .facts = json_line_facts},
});

} // namespace

std::span<Format const> formats() {
  return rows;
}

Format const& json_lines_format() {
  return *std::ranges::find(rows, std::string_view("JSON lines"), &Format::name);
}

Format const* format_of(std::string_view name) {
  auto const dot = name.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  auto const ending = text::lowered(name.substr(dot));
  auto const found = std::ranges::find_if(rows, [&](Format const& format) {
    return std::ranges::find(format.endings, ending) != format.endings.end();
  });
  return found == rows.end() ? nullptr : &*found;
}

std::string endings_listed(std::string_view last) {
  std::vector<std::string_view> all;
  for (auto const& format : rows)
    all.insert(all.end(), format.endings.begin(), format.endings.end());
  std::string list;
  for (auto const& ending : all) {
    if (!list.empty()) list += &ending == &all.back() ? last : ", ";
    list += ending;
  }
  return list;
}

} // namespace recap::indexer
