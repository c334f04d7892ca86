// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/words.hpp"

#include "index/segment/posting_cursor.hpp"
#include "tests/fuzz/memory_file.hpp"
#include "tests/fuzz/target.hpp"

namespace {

using namespace recap::index;

void read_list(SegmentWords const& words, TermEntry const& entry) {
  std::vector<std::uint32_t> positions;
  PostingCursor sought(words, entry);
  if (sought.seek(words.articles() / 2)) sought.positions(positions);
  PostingCursor cursor(words, entry);
  for (auto block = cursor.next_block(words.articles()); !block.empty();
       block = cursor.next_block(words.articles())) {
    for (auto const& posting : block)
      recap::fuzz::require(posting.article < words.articles(),
                           "an article is one of the segment's");
    cursor.positions(0, positions);
    cursor.positions(block.size() - 1, positions);
  }
}

} // namespace

void recap::fuzz::read(std::string_view bytes) {
  MemoryFile const file(bytes);
  attempt([&] {
    SegmentWords const words(file.path());
    std::vector<ForwardEntry> forward;
    auto const articles = std::min(words.articles(), 64U);
    for (std::uint32_t local = 0; local < articles; ++local) {
      static_cast<void>(words.ends(local));
      attempt([&] { words.forward(local, forward); });
    }
    for (auto const& [ordinal, impact] : forward) {
      if (ordinal < words.terms())
        attempt([&, at = ordinal] { static_cast<void>(words.term(at)); });
    }
    attempt([&] {
      std::size_t seen = 0;
      for (auto at = words.terms_from(); at && seen < 64; ++at, ++seen)
        attempt([&] { read_list(words, at.entry()); });
    });
    for (auto const* const term : {"a", "Zmonitor", "zz", "인턴"}) {
      attempt([&] {
        if (auto const entry = words.find(term)) read_list(words, *entry);
      });
    }
  });
}
