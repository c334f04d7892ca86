// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/command_options.hpp"

#include "index/fields.hpp"
#include "searchd/search/query/stop_word_list.hpp"

#include <algorithm>

namespace recap::search {

IsOption options_of(Reader& reader) {
  return [&reader](std::string_view word) {
    auto const with = [&](std::string const& term) { return reader.document_frequency(term); };
    auto const tokens = reader.analyser.analyse(word);
    if (std::ranges::any_of(tokens, [&](text::Token const& token) {
          return token.begin == 0 && with(index::option_term(token.word)) > 0;
        }))
      return true;
    return reader.levers.stop_words->has(word) &&
           with(index::word_term({}, word)) * 2 > static_cast<double>(reader.articles());
  };
}

} // namespace recap::search
