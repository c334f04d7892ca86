// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/analyser.hpp"

#include "tests/fuzz/target.hpp"

void recap::fuzz::read(std::string_view bytes) {
  static text::Analyser analyser;
  std::uint32_t last = 1;
  for (auto const& token : analyser.analyse(bytes)) {
    require(token.begin < token.end && token.end <= bytes.size(), "a word lies in the text");
    require(token.begin <= token.stem_end && token.stem_end <= token.end,
            "a stem lies in its word");
    require(token.position >= last, "positions do not go back");
    last = token.position;
    require(!token.word.empty(), "a word has letters");
    static_cast<void>(text::bigrams(token.word));
  }
}
