// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace Xapian {
class Database;
}

namespace recap::index {

class Segments;
class StoredArticles;

/// Calls its argument with each word of the running text of an index and its document frequency, in
/// byte order: all terms without a prefix.
using WordSource =
    std::function<void(std::function<void(std::string const& word, std::uint32_t documents)>)>;

/// The words of a generation, of its segments, or of a database with whole documents, which must
/// outlive the source. It throws Xapian::Error and Error(damaged).
[[nodiscard]] WordSource words_of(StoredArticles const& articles);
[[nodiscard]] WordSource words_of(Segments const& segments);
[[nodiscard]] WordSource words_of(Xapian::Database const& database);

} // namespace recap::index
