// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"

#include <span>

namespace recap::search {

/// Restricts the words of `plan`, with their corrections and completions, to `fields`, which must
/// be searched by word (title, author, topic).
void restrict_to_fields(std::span<index::FieldId const> fields, Plan& plan);

} // namespace recap::search
