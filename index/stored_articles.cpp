// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/stored_articles.hpp"

#include "index/databases.hpp"
#include "index/fields.hpp"

namespace recap::index {

StoredArticles::StoredArticles(std::filesystem::path const& folder, Manifest const& manifest)
    : database_(open_databases(folder, manifest.shards)) {
  if (manifest.shards == 1) segments_.emplace(folder, manifest.segments);
}

Record StoredArticles::record(std::uint32_t docid) const {
  return segments_ ? segments_->record(docid) : decode(database_.get_document(docid).get_data());
}

std::optional<std::uint32_t> StoredArticles::find(std::string const& id) const {
  auto const term = value_term(field(FieldId::id), id);
  auto const at = database_.postlist_begin(term);
  if (at == database_.postlist_end(term)) return std::nullopt;
  return *at;
}

} // namespace recap::index
