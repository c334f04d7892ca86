// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/authors.hpp"

#include "index/fields.hpp"

#include <algorithm>

namespace recap::api {
namespace {

std::string author_key(std::string_view id) {
  return index::value_term(index::field(index::FieldId::author), id);
}

} // namespace

bool AuthorTable::add(std::string_view id, Author author) {
  return rows_.emplace(author_key(id), std::move(author)).second;
}

Author const* AuthorTable::find(std::string_view id) const {
  if (rows_.empty()) return nullptr;
  auto const row = rows_.find(author_key(id));
  return row == rows_.end() ? nullptr : &row->second;
}

std::string AuthorTable::name_of(std::string_view id) const {
  auto const* const author = find(id);
  return author == nullptr ? std::string(id) : author->name;
}

bool AuthorTable::names_one_of(std::vector<std::string> const& ids) const {
  return std::ranges::any_of(ids, [this](auto const& id) { return find(id) != nullptr; });
}

void Authors::use(std::shared_ptr<AuthorTable const> table) {
  std::lock_guard const lock(mutex_);
  table_ = std::move(table);
}

std::shared_ptr<AuthorTable const> Authors::table() const {
  std::lock_guard const lock(mutex_);
  return table_;
}

} // namespace recap::api
