// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::indexer {

enum class Dialect { markdown, mdx };

/// `markdown` without what a site generator would have taken out of it: Liquid and Go templates
/// (`{% %}`, `{{ }}`), Hugo shortcodes (of which `text="..."` stays, since it is shown), tags of
/// components (`<Tabs value={1}>`); of MDX also expressions, imports and exports. Code blocks and
/// code spans stay as they are, and every line keeps its number.
[[nodiscard]] std::string without_template_code(std::string_view markdown, Dialect dialect);

} // namespace recap::indexer
