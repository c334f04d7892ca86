// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace recap::indexer {

/// Longer than any real tag or component expression; bounds the work for text that only looks like
/// one.
inline constexpr std::size_t longest_tag = 4096;

/// `{{< name ... >}}`, `{{% name ... %}}`, `{{ ... }}` or `{% name ... %}`. Views of the text in
/// which it was found.
struct TemplateTag {
  std::string_view text;      ///< with its brackets
  std::string_view inside;    ///< between them, without space and Liquid's `-` at both ends
  std::string_view name = {}; ///< the first word inside, without the `/` of a closing shortcode
  bool shortcode = false;     ///< Hugo also runs them in code
  bool liquid = false;        ///< `{% %}`
  bool closes = false;        ///< `{{< /name >}}`, `{% endname %}`
};

/// The tag at the beginning of `text`, at most 4096 bytes long.
[[nodiscard]] std::optional<TemplateTag> template_tag_at(std::string_view text);

/// Position of the tag that closes `opening`, which is at the beginning of `text`. nullopt if there
/// is none, or if another tag with this name is opened before it, so that searching from every tag
/// takes linear time.
[[nodiscard]] std::optional<std::size_t> closing_tag(std::string_view text,
                                                     TemplateTag const& opening);

/// The value of `text="..."` in a shortcode, which is shown; empty if it is missing.
[[nodiscard]] std::string_view shown_text(TemplateTag const& tag);

/// True for shortcodes whose content is code: Hugo's `highlight`, and others that many sites
/// define.
[[nodiscard]] bool holds_code(TemplateTag const& tag);

/// Bytes up to the bracket that closes the `{` at the beginning of `text`; 0 if none does.
[[nodiscard]] std::size_t balanced_bytes(std::string_view text);

/// Length of the module code at the beginning of `text`: up to the first blank line outside
/// brackets. nullopt if a bracket stays open for 64 KiB.
[[nodiscard]] std::optional<std::size_t> module_bytes(std::string_view text);

/// The object that MDX exports as its metadata, `{...}` in `export const frontmatter = {...}` (also
/// named `metadata` or `meta`); empty without one.
[[nodiscard]] std::string_view exported_object(std::string_view text);

/// Length of the component's tag at the beginning of `text`, `<Tabs value={1}>` or `</Tabs>`; 0 if
/// there is none.
[[nodiscard]] std::size_t component_tag_bytes(std::string_view text);

} // namespace recap::indexer
