// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/message.hpp"

#include <string>
#include <string_view>

namespace recap::web {

/// The search page as its neighbours link to it. The pages and their files refer to each other
/// relatively, so that they may stand below a path of another host: a proxy takes the path off.
inline constexpr std::string_view search_page = "./";

/// The list of all articles; below it are those of a year or topic.
inline constexpr std::string_view browse_path = "/browse";

/// `url` if a page may link to it: relative, or with the scheme http or https. Else empty: the
/// address of an article may be anything, `javascript:` among it.
[[nodiscard]] std::string safe_link(std::string_view url);

/// From an address of this host, as it was sent, back to that of the search page: empty, or `../`
/// as often as needed. A `%2F` is no step.
[[nodiscard]] std::string way_to_root(std::string_view target);

/// With every byte that is not a letter, a digit or one of `-._~:` as `%XX`.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// `path?name=value&...`, percent-encoded (URL Standard); values that are empty are left out.
[[nodiscard]] std::string address(std::string_view path, NameValues const& parameters);

} // namespace recap::web
