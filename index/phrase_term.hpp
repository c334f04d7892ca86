// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace recap::index {

/// Kinds of text that are completed as a whole. On disk: do not renumber.
enum class PhraseKind : std::uint8_t { title, topic, author, heading };
inline constexpr std::size_t phrase_kinds = 4;

/// Longest phrase, in bytes. Only the beginning of a longer one is stored.
inline constexpr std::size_t longest_phrase_bytes = 160;

/// The term of a title, topic, author or heading as it is written, for completion. Titles have the
/// day of publication (`YYYYMMDD`, 0 = none) before them, so that the newest are found without
/// reading their articles.
[[nodiscard]] std::string phrase_term(PhraseKind kind, std::string_view text,
                                      std::uint32_t day = 0);
inline constexpr std::string_view phrase_prefix = "XS";

} // namespace recap::index
