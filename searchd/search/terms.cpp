// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/terms.hpp"

#include "index/fields.hpp"

#include <algorithm>

namespace recap::search {

using Xapian::Query;

Query query_of_term(std::string const& term) {
  if (!index::is_stem_term(term)) return Query(term);
  return {Query::OP_OR, Query(term), Query(index::word_for_stem(term))};
}

Xapian::doccount articles_with(Xapian::Database const& database, std::string const& term) {
  auto const under_word =
      index::is_stem_term(term) ? database.get_termfreq(index::word_for_stem(term)) : 0;
  return database.get_termfreq(term) + under_word;
}

Xapian::termcount largest_impact_of(Xapian::Database const& database, std::string const& term) {
  auto const under_word =
      index::is_stem_term(term) ? database.get_wdf_upper_bound(index::word_for_stem(term)) : 0;
  return std::max(database.get_wdf_upper_bound(term), under_word);
}

bool is_own_stem(text::Analyser& analyser, std::string_view word) {
  return std::ranges::any_of(analyser.analyse(word), [&](text::Token const& token) {
    return token.word == word && token.stem == word;
  });
}

TermArticles::TermArticles(Xapian::Database const& database, std::string const& term)
    : lists_{database.postlist_begin(term), {}} {
  if (index::is_stem_term(term)) lists_[1] = database.postlist_begin(index::word_for_stem(term));
}

bool TermArticles::skip_to(Xapian::docid article) {
  Xapian::PostingIterator const end;
  for (auto& list : lists_) {
    if (list != end && *list < article) list.skip_to(article);
  }
  if (lists_[0] == end || lists_[1] == end) {
    at_ = lists_[0] == end ? 1 : 0;
    return lists_[at_] != end;
  }
  at_ = *lists_[0] < *lists_[1] ? 0 : 1;
  return true;
}

} // namespace recap::search
