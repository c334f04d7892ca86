// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/article.hpp"
#include "indexer/metadata.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

using Keys = std::initializer_list<std::string_view>;

/// The parts between separators, also those that are empty.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// Throws Unreadable with the place of `entry`, its key, its value and `reason`: for what may keep
/// a draft from its readers.
[[noreturn]] void refuse(MetadataEntry const& entry, std::string const& reason);

/// The same of an article that is indexed without the value.
[[nodiscard]] Remark remark_on(MetadataEntry const& entry, std::string const& reason);

/// The first of `keys` that is there with a value, or nullptr.
[[nodiscard]] MetadataEntry const* first_of(Metadata const& metadata, Keys keys);

/// Its value on one line, or empty.
[[nodiscard]] std::string text_of(Metadata const& metadata, Keys keys);

/// The same as it is read on a page: where it was written for one, HTML's character references are
/// decoded. Tags stay, as text.
[[nodiscard]] std::string prose_of(Metadata const& metadata, Keys keys);

/// What a value of a list is.
enum class Values {
  plain,
  with_commas, ///< a single text may be a list, at its commas
  prose,       ///< as prose_of() reads it
};

/// Values of all of `keys`, each once, in order.
[[nodiscard]] std::vector<std::string> list_of(Metadata const& metadata, Keys keys, Values values);

/// `[text](address)` is `text`.
[[nodiscard]] std::string without_links(std::string_view text);

} // namespace recap::indexer
