// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/vocabulary.hpp"

#include "tests/fuzz/memory_file.hpp"
#include "tests/fuzz/target.hpp"

using namespace recap::index;

void recap::fuzz::read(std::string_view bytes) {
  MemoryFile const file(bytes);
  attempt([&] {
    Vocabulary const vocabulary(file.path());
    for (std::string_view const keys : {"", "a", "monitor", "dlsxjs", "zzz", "\xff"}) {
      attempt([&] { static_cast<void>(vocabulary.find(keys)); });
      attempt([&] { static_cast<void>(vocabulary.completions(keys, 10)); });
      attempt([&] { static_cast<void>(vocabulary.with_initials(keys, 10)); });
      attempt([&] { static_cast<void>(vocabulary.near(keys, 2)); });
      attempt([&] { static_cast<void>(vocabulary.near(keys, 1, Vocabulary::FirstKey::fixed)); });
      attempt([&] { static_cast<void>(vocabulary.near_completions(keys, 1, 10)); });
    }
  });
}
