// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::indexer {

/// U+FFFC, a placeholder for removed code. Callers remove it from texts.
constexpr std::string_view address_mark = "\xEF\xBF\xBC";

enum class Dialect { markdown, mdx };

/// `markdown` without what a site generator would remove: Liquid and Go templates (`{% %}`, `{{
/// }}`), Hugo shortcodes (but `text="..."` is kept, because it is shown), tags of components
/// (`<Tabs value={1}>`) except a `label` or `title`, and comments of both; in MDX also expressions,
/// imports and exports. Code is kept, except shortcodes and the tags of `{% raw %}`. Text between
/// shortcodes such as `{{< highlight >}}` becomes a fenced block. In an address, `address_mark`
/// replaces the code. Every line keeps its number.
[[nodiscard]] std::string without_template_code(std::string_view markdown, Dialect dialect);

} // namespace recap::indexer
