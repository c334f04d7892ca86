// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/request_id.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <random>
#include <string_view>

namespace recap::http {
namespace {

constexpr std::size_t longest_id = 64;

bool is_sane(std::string_view id) {
  constexpr std::string_view signs = "-._~:+/=";
  return !id.empty() && id.size() <= longest_id && std::ranges::all_of(id, [&](char c) {
    return text::is_alphanumeric(c) || signs.find(c) != std::string_view::npos;
  });
}

/// Maps neighbouring numbers to numbers that look unrelated (SplitMix64 of Steele, Lea and Flood,
/// 2014).
std::uint64_t mixed(std::uint64_t number) {
  number = (number ^ number >> 30) * 0xbf58476d1ce4e5b9;
  number = (number ^ number >> 27) * 0x94d049bb133111eb;
  return number ^ number >> 31;
}

} // namespace

RequestIds::RequestIds() {
  std::random_device chance;
  next_ = std::uint64_t{chance()} << 32 | chance();
}

std::string RequestIds::of(NameValues const& extension_fields) {
  auto const sent =
      std::ranges::find(extension_fields, "x-request-id", &NameValues::value_type::first);
  if (sent != extension_fields.end() && is_sane(sent->second)) return sent->second;
  constexpr std::string_view digits = "0123456789abcdef";
  auto left = mixed(next_ += 0x9e3779b97f4a7c15);
  std::string id(16, '0');
  for (char& digit : id) {
    digit = digits[left & 15];
    left >>= 4;
  }
  return id;
}

} // namespace recap::http
