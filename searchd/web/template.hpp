// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace recap::web {

using Json = nlohmann::ordered_json;

/// `& < > " '` as entities: fit for an element's text and for a quoted attribute.
[[nodiscard]] std::string escaped(std::string_view text);

/// Fills a template, a part of what Mustache has:
///   {{name}}                a value of `data`, escaped; a dot descends: {{t.search}}
///   {{{name}}}              the same as it is: only for what is escaped already
///   {{#name}}...{{/name}}   once for every item of a list, or once for an object or a true value,
///                           whose own names come first inside; {{.}} is the item itself
///   {{^name}}...{{/name}}   where name is missing, false, null, "", or an empty list or object
/// A section holds none of its own name. A name that is not there is empty. Throws std::logic_error
/// for a tag that is not closed.
[[nodiscard]] std::string fill(std::string_view page, Json const& data);

} // namespace recap::web
