// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::metadata {

/// Names of keys, the preferred first. A view of its argument.
class Keys {
public:
  Keys(std::initializer_list<std::string_view> keys)
      : keys_(keys.begin(), keys.size()) {}
  Keys(std::span<std::string_view const> keys)
      : keys_(keys) {}
  [[nodiscard]] auto begin() const { return keys_.begin(); }
  [[nodiscard]] auto end() const { return keys_.end(); }

private:
  std::span<std::string_view const> keys_;
};

/// The parts between separators, including empty ones.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// Throws Unreadable with the place of `entry`, its key, its value and `reason`, for values that
/// may decide whether an article is a draft.
[[noreturn]] void refuse(Entry const& entry, std::string const& reason);

/// A remark with the same text, for an article that is indexed without the value.
[[nodiscard]] Remark remark_on(Entry const& entry, std::string const& reason);

/// The first of `keys` that has a value, or nullptr.
[[nodiscard]] Entry const* first_of(Entries const& metadata, Keys keys);

/// Its value on one line, or empty.
[[nodiscard]] std::string text_of(Entries const& metadata, Keys keys);

/// Its value as shown on a page: if it was written for one, HTML's character references are
/// decoded. Tags are kept as text.
[[nodiscard]] std::string prose_of(Entries const& metadata, Keys keys);

/// How to read the values of a list.
enum class Values {
  plain,
  with_commas, ///< a single text may be a list, at its commas
  prose,       ///< as prose_of() reads it
  names,       ///< the same; a single text may name several people (names.hpp)
};

/// Values of all of `keys`, unique, in order.
[[nodiscard]] std::vector<std::string> list_of(Entries const& metadata, Keys keys, Values values);

/// Replaces `[text](address)` by `text`.
[[nodiscard]] std::string without_links(std::string_view text);

} // namespace recap::metadata
