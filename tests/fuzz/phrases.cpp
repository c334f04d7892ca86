// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/phrases.hpp"

#include "tests/fuzz/memory_file.hpp"
#include "tests/fuzz/target.hpp"

using namespace recap::index;

void recap::fuzz::read(std::string_view bytes) {
  MemoryFile const file(bytes);
  attempt([&] {
    Phrases const phrases(file.path());
    for (std::size_t kind = 0; kind < phrase_kinds; ++kind) {
      for (std::string_view const keys : {"", "o", "onboarding", "dls", "\xff"}) {
        for (auto const by : {Phrases::By::keys, Phrases::By::initials}) {
          attempt([&] {
            static_cast<void>(phrases.beginning(static_cast<PhraseKind>(kind), keys, 10, by));
          });
        }
      }
    }
  });
}
