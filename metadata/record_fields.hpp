// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"

#include <vector>

namespace recap::metadata {

/// Fills in what the metadata of an article or a draft states, by the keys of index::fields: every
/// field but id, url, date and sections. A year or a season that is none is left out and remarked
/// on.
void read_fields(Entries const& metadata, index::Record& record, std::vector<Remark>& remarks);

} // namespace recap::metadata
