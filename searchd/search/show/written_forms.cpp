// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/written_forms.hpp"

#include "searchd/search/show/sections.hpp"

namespace recap::search {

void WrittenForms::read(std::string_view text, Forms& forms) {
  for (auto const& token : analyser_.analyse(text)) {
    bool const is_joined = token.kind == text::TokenKind::compound;
    forms.try_emplace(token.stem, is_joined ? text.substr(token.begin, token.stem_end - token.begin)
                                            : std::string_view(token.word));
  }
}

WrittenForms::Forms WrittenForms::read(std::optional<std::size_t> section) {
  Forms forms;
  for (auto const text : texts_of(record_, section))
    read(text, forms);
  return forms;
}

std::string WrittenForms::of(std::string const& stem, std::optional<std::size_t> section) {
  auto known = known_.find(section);
  if (known == known_.end()) known = known_.emplace(section, read(section)).first;
  auto const form = known->second.find(stem);
  return form != known->second.end() ? form->second : std::string();
}

} // namespace recap::search
