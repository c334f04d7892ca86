// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/word_source.hpp"

#include "index/stored_articles.hpp"

#include <xapian.h>

namespace recap::index {
namespace {

/// Terms with a prefix begin with an upper-case letter, which words never do.
bool has_prefix(std::string const& term) {
  return term[0] >= 'A' && term[0] <= 'Z';
}

constexpr char behind_prefixes[] = {'Z' + 1, '\0'};

} // namespace

WordSource words_of(StoredArticles const& articles) {
  return articles.segments() ? words_of(*articles.segments()) : words_of(articles.database());
}

WordSource words_of(Segments const& segments) {
  return [&segments](auto const& visit) {
    TermsInForce at(segments);
    for (; at && !has_prefix(at.term()); ++at)
      visit(at.term(), at.document_frequency());
    for (TermsInForce rest(segments, behind_prefixes); rest; ++rest)
      visit(rest.term(), rest.document_frequency());
  };
}

WordSource words_of(Xapian::Database const& database) {
  return [&database](auto const& visit) {
    auto term = database.allterms_begin();
    auto const end = database.allterms_end();
    while (term != end) {
      std::string const word = *term;
      if (has_prefix(word)) {
        term.skip_to(behind_prefixes);
        continue;
      }
      visit(word, term.get_termfreq());
      ++term;
    }
  };
}

} // namespace recap::index
