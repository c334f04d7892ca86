// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::api {

/// The words of a paragraph of Markdown, near enough to what a parser of it gives: addresses of
/// links and images, HTML tags and comments, labels of references, template code and the signs of
/// emphasis are left out; texts of links, code and alternative texts stay. Time is linear in the
/// length, whatever is opened and never closed.
[[nodiscard]] std::string inline_text(std::string_view markdown);

} // namespace recap::api
