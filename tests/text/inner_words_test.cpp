// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/inner_words.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap::text;

namespace {

/// The telling words inside, the smallest in brackets.
std::string shown(std::string_view word) {
  std::string line;
  for (InnerWord const& inner : inner_words(word)) {
    if (!inner.is_telling) continue;
    if (!line.empty()) line += ' ';
    auto const part = std::string(word.substr(inner.begin, inner.end - inner.begin));
    line += inner.is_smallest ? '[' + part + ']' : part;
  }
  return line;
}

} // namespace

TEST_CASE("case parts a word") {
  CHECK(shown("setTimeout") == "[set] [Timeout]");
  CHECK(shown("sendRawTransaction") == "[send] [Raw] RawTransaction [Transaction]");
  CHECK(shown("HTTPServer") == "[HTTP] [Server]");
  CHECK(shown("XMLHttpRequest") == "[XML] [Http] HttpRequest [Request]");
  CHECK(shown("iPhone") == "[Phone]");
  CHECK(shown("\u00C9coleNormale") == "[\u00C9cole] [Normale]");
}

TEST_CASE("numbers part a word") {
  CHECK(shown("RFC2616") == "[RFC] [2616]");
  CHECK(shown("v2") == "[v] [2]");
  CHECK(shown("5kg") == "[5] [kg]");
  CHECK(shown("5\u338F") == "[5] [\u338F]");
  CHECK(shown("python3") == "[python] [3]");
  CHECK(shown("fromUTF8Text") == "[from] UTF8 [UTF] UTF8Text [8] [Text]");
}

TEST_CASE("a word in one case has no words inside, nor has a plural of capitals or a checksum") {
  for (auto const* word : {"", "word", "Word", "WORD", "2616", "1,000", "don't", "APIs", "URLs",
                           "\u00E9t\u00E9", "a3f9c2e81b77d", "\u0441\u043B\u043E\u0432\u043E"}) {
    INFO(word);
    CHECK(shown(word).empty());
  }
}
