// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recap::indexer {

/// `https` for `https://example.org`; empty for a path, even with a colon in it. A view of
/// `address`.
[[nodiscard]] std::string_view scheme_of(std::string_view address);

/// The address stated by an article: `http://`, `https://` and `//` unchanged, a path appended to
/// `base_url` if that is not empty. nullopt for another scheme, such as `javascript:`.
[[nodiscard]] std::optional<std::string> stated_address(std::string_view stated,
                                                        std::string_view base_url);

/// `path` for an address: bytes that are reserved or not allowed there are percent-encoded (RFC
/// 3986, section 3.3).
[[nodiscard]] std::string percent_encoded(std::string_view path);

/// `text` with `%41` decoded to `A`; a `%` without two hexadecimal digits stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// The same as JavaScript's `encodeURIComponent(text)`.
[[nodiscard]] std::string encoded_component(std::string_view text);

/// An id for use after `#`: characters that are not allowed in a fragment (space, quotes, `<`, `>`)
/// are percent-encoded; letters of all languages stay. Encoding the result again changes nothing.
[[nodiscard]] std::string encoded_fragment(std::string_view id);

} // namespace recap::indexer
