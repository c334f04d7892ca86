// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/format.hpp"

#include "indexer/formats/html_format.hpp"
#include "indexer/formats/json_lines.hpp"
#include "indexer/formats/markdown_format.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace recap::indexer {
namespace {

using Endings = std::string_view;

constexpr auto markdown_endings = std::to_array<Endings>({".md", ".markdown"});
constexpr auto mdx_endings = std::to_array<Endings>({".mdx"});
constexpr auto html_endings = std::to_array<Endings>({".html", ".htm", ".xhtml"});
constexpr auto json_lines_endings = std::to_array<Endings>({".jsonl", ".ndjson"});

constexpr auto rows = std::to_array<Format>({
    {.name = "Markdown",
     .endings = markdown_endings,
     .read = read_markdown,
     .facts = markdown_facts},
    {.name = "MDX", .endings = mdx_endings, .read = read_mdx, .facts = markdown_facts},
    {.name = "HTML", .endings = html_endings, .read = read_html_file, .facts = html_facts},
    {.name = "JSON lines",
     .endings = json_lines_endings,
     .one_per_line = true,
     .read = read_json_line,
     .facts = json_line_facts},
});

} // namespace

std::span<Format const> formats() {
  return rows;
}

Format const& json_lines_format() {
  return *std::ranges::find(rows, true, &Format::one_per_line);
}

Format const* format_of(std::string_view name) {
  auto const dot = name.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  std::string ending(name.substr(dot));
  std::ranges::transform(ending, ending.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
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
