// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::api {

/// The parameters of one item by name, in any encoding. Values are JSON, or text from a URL-encoded
/// `params`, which is parsed as the expected type: `3`, `true`, `["a"]` or `a,b`. null counts as
/// absent. All functions throw search::BadRequest, naming the parameter, for a value of another
/// type.
class AlgoliaParameters {
public:
  /// `item`: an object; its `params` may be an object or URL-encoded text.
  explicit AlgoliaParameters(nlohmann::json const& item);

  [[nodiscard]] nlohmann::json const* find(std::string const& name) const;
  [[nodiscard]] std::optional<std::string> text(std::string const& name) const;
  [[nodiscard]] std::optional<std::size_t> number(std::string const& name) const;
  [[nodiscard]] std::optional<bool> flag(std::string const& name) const;
  /// A list of strings, or a single string; at most `most_listed`, with `most_listed_bytes`
  /// altogether.
  [[nodiscard]] std::optional<std::vector<std::string>> list(std::string const& name) const;

  /// All parameters except the name of the index, URL-encoded.
  [[nodiscard]] std::string encoded() const;

private:
  nlohmann::json values_ = nlohmann::json::object();
};

} // namespace recap::api
