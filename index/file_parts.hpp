// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index {

/// Returns the arrays of a mapped file one after the other, and checks that they fit. Arrays of
/// wider numbers come before those of narrower ones, so that all are aligned.
class FileParts {
public:
  explicit FileParts(std::string_view bytes)
      : rest_(bytes) {}

  template <typename T>
  std::span<T const> take(std::size_t count) {
    if (count > rest_.size() / sizeof(T)) {
      fits_ = false;
      return {};
    }
    auto const* const start = reinterpret_cast<T const*>(rest_.data());
    rest_.remove_prefix(count * sizeof(T));
    return {start, count};
  }

  std::string_view take_bytes(std::size_t count) {
    auto const bytes = take<char>(count);
    return {bytes.data(), bytes.size()};
  }

  /// True if every part was present and nothing is left.
  [[nodiscard]] bool fit() const { return fits_ && rest_.empty(); }

private:
  std::string_view rest_;
  bool fits_ = true;
};

template <typename T>
void write_part(std::ofstream& out, std::vector<T> const& values) {
  out.write(reinterpret_cast<char const*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof(T)));
}

} // namespace recap::index
