// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"

#include <vector>

namespace recap::metadata {

/// Fills in the fields that the metadata of an article or a draft states, by the keys of
/// index::fields: every field except id, url, date and sections. Skips an invalid year or season,
/// with a remark.
void read_fields(Entries const& metadata, index::Record& record, std::vector<Remark>& remarks);

} // namespace recap::metadata
