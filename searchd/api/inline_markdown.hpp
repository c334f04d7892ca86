// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::api {

/// The words of a Markdown paragraph, approximately as a parser would give them, without link and
/// image addresses, HTML tags and comments, reference labels, template code and emphasis
/// characters. Link texts, code and alternative texts are kept. Linear time, even if constructs are
/// never closed.
[[nodiscard]] std::string inline_text(std::string_view markdown);

} // namespace recap::api
