// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/live_articles.hpp"

#include "index/error.hpp"

#include <algorithm>
#include <fstream>
#include <string>

namespace recap::index {

LiveArticles::LiveArticles(std::filesystem::path const& file, std::size_t segments)
    : mapped_(file) {
  if (std::ranges::any_of(bytes(), [&](auto const number) { return number > segments; })) {
    throw Error(ErrorCode::damaged,
                file.string() + ": names more segments than there are; index again with --rebuild");
  }
  articles_ = bytes().size() - static_cast<std::size_t>(std::ranges::count(bytes(), 0));
}

std::span<std::uint8_t const> LiveArticles::bytes() const {
  auto const content = mapped_.bytes();
  return {reinterpret_cast<std::uint8_t const*>(content.data()), content.size()};
}

void write_live_articles(std::span<std::uint8_t const> segments,
                         std::filesystem::path const& file) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<char const*>(segments.data()),
            static_cast<std::streamsize>(segments.size()));
  out.close();
  if (!out) {
    throw Error(ErrorCode::unwritable,
                file.string() + ": cannot be written; free space, then index again");
  }
}

} // namespace recap::index
