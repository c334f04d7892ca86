// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"

#include <span>

namespace recap::search {

/// Has the words of `plan`, with their corrections and completions, count only where they stand in
/// one of `fields`, which have words of their own (title, author, topic).
void keep_to(std::span<index::FieldId const> fields, Plan& plan);

} // namespace recap::search
