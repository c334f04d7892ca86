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

/// `path` as it stands in an address: bytes that have a meaning there, or may not stand in one, are
/// percent-encoded (RFC 3986, section 3.3).
[[nodiscard]] std::string percent_encoded(std::string_view path);

/// `%41` is `A`; what is no such figure stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// `text` as JavaScript's encodeURIComponent has it.
[[nodiscard]] std::string encoded_component(std::string_view text);

/// An id as it stands behind `#`: characters that no fragment has (space, quotes, `<`, `>`) are
/// percent-encoded, and letters of all languages stay. The same for the same when it is done again.
[[nodiscard]] std::string encoded_fragment(std::string_view id);

} // namespace recap::indexer
