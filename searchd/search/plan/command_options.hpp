// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"
#include "searchd/search/query/query.hpp"

namespace recap::search {

/// Distinguishes command-line options (`tar -xvf`) from excluded words. A word is an option if an
/// article has it as one, or if it is a stop word that most articles have (`exec -it`), since
/// nobody excludes these. `reader` must outlive it.
[[nodiscard]] IsOption options_of(Reader& reader);

} // namespace recap::search
