// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace recap::indexer {

/// Longer than any tag, or expression of a component; bounds the work on text that only looks like
/// the beginning of one.
inline constexpr std::size_t longest_tag = 4096;

/// `{{< name ... >}}`, `{{% name ... %}}`, `{{ ... }}` or `{% name ... %}`. Views of the text that
/// it was found in.
struct TemplateTag {
  std::string_view text;   ///< with its brackets
  std::string_view inside; ///< between them, without space and Liquid's `-` at both ends
  std::string_view name;   ///< the first word inside, without the `/` of a closing shortcode
  bool shortcode = false;  ///< Hugo's, which are run in code, too
  bool liquid = false;     ///< `{% %}`
  bool closes = false;     ///< `{{< /name >}}`, `{% endname %}`
};

/// The tag that `text` begins with, of at most 4096 bytes.
[[nodiscard]] std::optional<TemplateTag> template_tag_at(std::string_view text);

/// Where the tag stands that closes `opening`, with which `text` begins. Nothing when there is none
/// or another tag of its name is opened before, so that looking from each costs no more than
/// looking once.
[[nodiscard]] std::optional<std::size_t> closing_tag(std::string_view text,
                                                     TemplateTag const& opening);

/// The value of `text="..."` in a shortcode, which is shown; empty without.
[[nodiscard]] std::string_view shown_text(TemplateTag const& tag);

/// True for shortcodes between whose tags stands code: Hugo's `highlight`, and those of many sites.
[[nodiscard]] bool holds_code(TemplateTag const& tag);

/// Past the bracket that closes the `{` that `text` begins with; 0 when none does.
[[nodiscard]] std::size_t balanced_bytes(std::string_view text);

/// The bytes of a module's code that `text` begins with: up to the first blank line that is in no
/// bracket. Nothing where a bracket stays open for 64 KiB.
[[nodiscard]] std::optional<std::size_t> module_bytes(std::string_view text);

/// The object behind the `=` of `export const frontmatter = {`, as `metadata` and `meta`, too, in a
/// text of MDX; empty without.
[[nodiscard]] std::string_view exported_object(std::string_view text);

/// The bytes of a component's tag, `<Tabs value={1}>` or `</Tabs>`, that `text` begins with; 0 when
/// it begins with none.
[[nodiscard]] std::size_t component_tag_bytes(std::string_view text);

} // namespace recap::indexer
