// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace recap::web {

using Json = nlohmann::ordered_json;

/// Fills a template in a subset of Mustache:
///   {{name}}                a value of `data`, escaped; a dot descends: {{t.search}}
///   {{{name}}}              the value unescaped: only for text that is already escaped
///   {{#name}}...{{/name}}   once for every item of a list, or once for an object or a true value,
///                           whose own names take precedence inside; {{.}} is the item itself
///   {{^name}}...{{/name}}   if name is missing, false, null, "", or an empty list or object
/// A section must not contain another of the same name. Missing names are empty. Throws
/// std::logic_error for an unclosed tag.
[[nodiscard]] std::string fill(std::string_view page, Json const& data);

} // namespace recap::web
