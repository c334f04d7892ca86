// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/terms.hpp"

#include <algorithm>

namespace recap::search {

bool is_own_stem(text::Analyser& analyser, std::string_view word) {
  return std::ranges::any_of(analyser.analyse(word), [&](text::Token const& token) {
    return token.word == word && token.stem == word;
  });
}

} // namespace recap::search
