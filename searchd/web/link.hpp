// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/message.hpp"

#include <string>
#include <string_view>

namespace recap::web {

/// The search page, as linked from the other pages. Pages and their files refer to each other
/// relatively, so that they work below a path of another host if a proxy removes the path.
inline constexpr std::string_view search_page = "./";

/// The list of all articles; those of a year or topic are below it.
inline constexpr std::string_view browse_path = "/browse";

/// `url` if a page may link to it: relative, or with the scheme http or https; else empty. The
/// address of an article may be anything, even `javascript:`.
[[nodiscard]] std::string safe_link(std::string_view url);

/// The relative path from an address of this host, as sent, to the search page: empty, or `../`
/// repeated. `%2F` does not separate path segments.
[[nodiscard]] std::string way_to_root(std::string_view target);

/// `text` with every byte other than a letter, a digit or one of `-._~:` as `%XX`.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// `path?name=value&...`, percent-encoded (URL Standard), without empty values.
[[nodiscard]] std::string address(std::string_view path, NameValues const& parameters);

} // namespace recap::web
