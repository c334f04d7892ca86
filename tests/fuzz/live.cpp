// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/live_articles.hpp"

#include "index/error.hpp"
#include "tests/fuzz/memory_file.hpp"
#include "tests/fuzz/target.hpp"

void recap::fuzz::read(std::string_view bytes) {
  using namespace recap::index;
  MemoryFile const file(bytes);
  for (std::size_t segments = 0; segments < 3; ++segments) {
    try {
      LiveArticles const live(file.path(), segments);
      for (std::uint32_t docid = 0; docid < 64; ++docid)
        require(live.segment(docid).value_or(0) < std::max<std::size_t>(1, segments),
                "a segment is one of those there are");
    } catch (Error const& error) {
      require(error.code() == ErrorCode::damaged, "damage is called so");
    }
  }
}
