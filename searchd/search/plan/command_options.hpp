// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"
#include "searchd/search/query/query.hpp"

namespace recap::search {

/// Tells options of commands (`tar -xvf`) from words that are to be excluded: what an article
/// writes as an option is one, and so is a stop word that most articles have (`exec -it`), since
/// nobody excludes these. `reader` has to outlive it.
[[nodiscard]] IsOption options_of(Reader& reader);

} // namespace recap::search
