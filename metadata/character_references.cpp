// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/character_references.hpp"

#include <gumbo.h>

#include <cstddef>
#include <memory>

namespace recap::metadata {
namespace {

/// Length of the reference at the beginning of `text`; 0 if there is none.
std::size_t reference_bytes(std::string_view text) {
  constexpr std::size_t longest = 34; // &CounterClockwiseContourIntegral; is HTML's longest
  auto const end = text.substr(0, longest).find_first_of("; \t\n<&", 1);
  return end != std::string_view::npos && text[end] == ';' && end > 1 ? end + 1 : 0;
}

/// Parses `html` like a title: tags are text, references are decoded.
std::string title_text(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_TITLE;
  auto const free = [&](GumboOutput* page) { gumbo_destroy_output(&options, page); };
  std::unique_ptr<GumboOutput, decltype(free)> const page(
      gumbo_parse_with_options(&options, html.data(), html.size()), free);
  std::string text;
  GumboVector const& children = page->root->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    text += static_cast<GumboNode const*>(children.data[i])->v.text.text;
  return text;
}

} // namespace

std::string decoded_references(std::string_view text) {
  std::string html;
  bool any = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool const reference = text[at] == '&' && reference_bytes(text.substr(at)) > 0;
    any = any || reference;
    html += text[at];
    if (text[at] == '&' && !reference) html += "amp;";
  }
  return any ? title_text(html) : std::string(text);
}

} // namespace recap::metadata
