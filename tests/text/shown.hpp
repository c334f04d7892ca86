// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "text/analyser.hpp"

#include <string>
#include <string_view>

namespace recap::text {

/// The tokens of `text` in one line, each `word@position`, with `>stem` where that
/// differs, a compound in brackets with its last position: `[backendai]@1-2 backend@1 ai@2`.
inline std::string shown(std::string_view text) {
  Analyser analyser;
  std::string line;
  for (Token const& token : analyser.analyse(text)) {
    if (!line.empty()) line += ' ';
    bool const compound = token.kind == TokenKind::compound;
    line += compound ? '[' + token.word + ']' : token.word;
    if (token.stem != token.word) line += '>' + token.stem;
    line += '@' + std::to_string(token.position);
    if (token.parts > 1) line += '-' + std::to_string(token.position + token.parts - 1);
  }
  return line;
}

} // namespace recap::text
