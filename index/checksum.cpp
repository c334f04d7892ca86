// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/checksum.hpp"

#include "index/error.hpp"

#include <xxhash.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <memory>
#include <vector>

namespace recap::index {
namespace {

std::string hexadecimal(std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out(16, '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, value >>= 4) {
    *digit = digits[value & 0xF];
  }
  return out;
}

} // namespace

std::string checksum(std::string_view bytes) {
  return hexadecimal(XXH3_64bits(bytes.data(), bytes.size()));
}

std::string checksum_of_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> const state(XXH3_createState(),
                                                                       &XXH3_freeState);
  XXH3_64bits_reset(state.get());
  std::vector<char> piece(1 << 20);
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    XXH3_64bits_update(state.get(), piece.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.eof()) {
    throw Error(ErrorCode::damaged, file.string() + ": cannot be read; index again with --rebuild");
  }
  return hexadecimal(XXH3_64bits_digest(state.get()));
}

} // namespace recap::index
