// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace recap::text {

/// The anchor that GitHub gives a heading: lower case; letters, digits, marks, `_` and `-` are
/// kept, spaces become `-`, everything else is dropped. Korean letters are kept. `"What I Worked
/// On!"` gives `what-i-worked-on`.
[[nodiscard]] std::string slug(std::string_view heading);

/// A letter, digit or mark in lower case; nullopt for any other character.
[[nodiscard]] std::optional<char32_t> slug_character(char32_t character);

/// Anchors of one page: a repeated slug gets `-1`, `-2`, ...; as on GitHub, a number is skipped if
/// another heading has that anchor.
class Slugger {
public:
  [[nodiscard]] std::string anchor(std::string_view heading);

private:
  std::unordered_map<std::string, unsigned> seen_;
};

} // namespace recap::text
