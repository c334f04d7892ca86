// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::indexer {

/// U+FFFC, for something that is not there. To be taken out of texts.
constexpr std::string_view address_mark = "\xEF\xBF\xBC";

enum class Dialect { markdown, mdx };

/// `markdown` without what a site generator would have taken out of it: Liquid and Go templates
/// (`{% %}`, `{{ }}`), Hugo shortcodes (of which `text="..."` stays, since it is shown), tags of
/// components (`<Tabs value={1}>`) but for a `label` or `title`, comments of both; of MDX also
/// expressions, imports and exports. Code keeps all but shortcodes and the tags of `{% raw %}`;
/// what stands between shortcodes such as
/// `{{< highlight >}}` becomes a fenced block. In an address, `address_mark` stands for the code.
/// Every line keeps its number.
[[nodiscard]] std::string without_template_code(std::string_view markdown, Dialect dialect);

} // namespace recap::indexer
