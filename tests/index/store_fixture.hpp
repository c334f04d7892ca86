// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/generation.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace recap::index {

inline void write_file(std::filesystem::path const& file, std::string_view content) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << content;
  out.close();
  REQUIRE(out);
}

inline std::string content_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

/// The Error that `action` throws; a test that gets none fails.
template <typename Action>
Error error_of(Action&& action) {
  try {
    action();
  } catch (Error const& error) {
    return error;
  }
  FAIL("no Error was thrown");
  return {ErrorCode::absent, ""};
}

inline bool names(Error const& error, std::filesystem::path const& place) {
  return std::string(error.what()).find(place.string()) != std::string::npos;
}

/// A store in a folder of its own, and generations made of two small files.
struct StoreFixture {
  tests::TemporaryFolder temporary;
  Store store{temporary.path() / "db"};

  static void fill(NewGeneration const& draft) {
    fill_database(draft);
    write_file(draft.folder() / sources_name, "{}\n");
  }

  static void fill_database(NewGeneration const& draft) {
    std::filesystem::create_directory(draft.folder() / database_name);
    write_file(draft.folder() / database_name / "postlist.glass",
               "words of " + std::to_string(draft.number()));
  }

  std::uint64_t publish(unsigned keep = 2) const {
    Lock const lock(store);
    NewGeneration draft(store);
    fill(draft);
    Manifest manifest;
    manifest.articles = 3;
    manifest.settings = "abc";
    draft.publish(manifest, keep);
    return draft.number();
  }
};

} // namespace recap::index
