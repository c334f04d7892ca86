// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// Messages between the indexer and its child processes: consecutive fields in the machine's byte
/// order, since both ends are the same program. Unpack in the order of packing.
class Packer {
public:
  Packer& number(std::uint64_t value) {
    message_.append(reinterpret_cast<char const*>(&value), sizeof value);
    return *this;
  }
  Packer& real(double value) {
    message_.append(reinterpret_cast<char const*>(&value), sizeof value);
    return *this;
  }
  Packer& text(std::string_view value) {
    number(value.size());
    message_.append(value);
    return *this;
  }
  [[nodiscard]] std::string const& message() const { return message_; }

private:
  std::string message_;
};

class Unpacker {
public:
  explicit Unpacker(std::string_view message)
      : rest_(message) {}
  std::uint64_t number() { return scalar<std::uint64_t>(); }
  double real() { return scalar<double>(); }
  /// A view of the message.
  std::string_view text() {
    auto const bytes = number();
    std::string_view const value = rest_.substr(0, bytes);
    rest_.remove_prefix(value.size());
    return value;
  }

private:
  template <typename T>
  T scalar() {
    T value{};
    if (rest_.size() < sizeof value) return value;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  std::string_view rest_;
};

} // namespace recap::indexer
