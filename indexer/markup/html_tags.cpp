// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/html_tags.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

constexpr auto left_out = std::to_array<GumboTag>(
    {GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_FORM,
     GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME, GUMBO_TAG_NOSCRIPT,
     GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG, GUMBO_TAG_HEAD, GUMBO_TAG_OBJECT, GUMBO_TAG_DATALIST});

/// The content of these is text, whatever it looks like.
constexpr auto raw = std::to_array<GumboTag>(
    {GUMBO_TAG_TITLE, GUMBO_TAG_XMP, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_PLAINTEXT});

constexpr auto roles_left_out =
    std::to_array<std::string_view>({"navigation", "banner", "contentinfo", "search",
                                     "complementary", "dialog", "doc-noteref", "doc-backlink"});

constexpr auto blocks = std::to_array<GumboTag>(
    {GUMBO_TAG_ADDRESS,    GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,   GUMBO_TAG_BLOCKQUOTE,
     GUMBO_TAG_BODY,       GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,  GUMBO_TAG_DD,
     GUMBO_TAG_DETAILS,    GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_DT,
     GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,  GUMBO_TAG_HEADER,  GUMBO_TAG_HGROUP,
     GUMBO_TAG_HR,         GUMBO_TAG_LI,      GUMBO_TAG_MAIN,    GUMBO_TAG_OL,
     GUMBO_TAG_P,          GUMBO_TAG_PRE,     GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY,
     GUMBO_TAG_TABLE,      GUMBO_TAG_TBODY,   GUMBO_TAG_TFOOT,   GUMBO_TAG_THEAD,
     GUMBO_TAG_TR,         GUMBO_TAG_UL});

constexpr auto apart = std::to_array<GumboTag>({GUMBO_TAG_BR, GUMBO_TAG_TD, GUMBO_TAG_TH});

template <typename List, typename Value>
bool contains(List const& list, Value const& value) {
  return std::ranges::find(list, value) != list.end();
}

} // namespace

bool breaks_line(GumboTag tag) {
  return contains(blocks, tag);
}

bool sets_apart(GumboTag tag) {
  return contains(apart, tag);
}

bool is_left_out(GumboTag tag) {
  return contains(left_out, tag);
}

bool swallows(GumboTag tag) {
  return is_left_out(tag) || contains(raw, tag) || heading_level(tag) > 0 || tag == GUMBO_TAG_PRE;
}

bool is_role_left_out(std::string_view role) {
  return contains(roles_left_out, role);
}

std::uint32_t heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
             ? static_cast<std::uint32_t>(tag - GUMBO_TAG_H1) + 1
             : 0;
}

} // namespace recap::indexer
