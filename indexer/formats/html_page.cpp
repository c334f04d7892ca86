// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/html_page.hpp"

#include "indexer/markup/html_sections.hpp"

namespace recap::indexer {

HtmlPage read_html(std::string_view html) {
  HtmlTree const tree(html);
  auto const* const content = html_content(tree);
  return {.metadata = html_metadata(tree, content), .sections = html_sections(content)};
}

} // namespace recap::indexer
