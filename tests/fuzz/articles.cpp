// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/articles.hpp"

#include "tests/fuzz/memory_file.hpp"
#include "tests/fuzz/target.hpp"

using namespace recap::index;

void recap::fuzz::read(std::string_view bytes) {
  MemoryFile const file(bytes);
  attempt([&] {
    SegmentArticles const articles(file.path());
    auto const count = std::min(articles.articles(), 16U);
    for (std::uint32_t local = 0; local < count; ++local) {
      attempt([&] { static_cast<void>(articles.record(local)); });
      attempt([&] { static_cast<void>(articles.fields(local)); });
      for (std::size_t section = 0; section < 3; ++section) {
        attempt([&] { static_cast<void>(articles.places(local, section)); });
        for (std::uint32_t const position : {0U, 1U, 70U, 0xffffffffU})
          attempt([&] { static_cast<void>(articles.window(local, section, position, 20, 200)); });
      }
    }
  });
}
