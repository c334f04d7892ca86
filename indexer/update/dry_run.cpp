// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/dry_run.hpp"

namespace recap::indexer {
namespace {

/// Converts Xapian's exceptions: their base class is not a std::exception.
template <typename Function>
auto guarded(Function&& function) {
  try {
    return function();
  } catch (Xapian::Error const& error) {
    throw index::Error(index::ErrorCode::damaged,
                       "the index cannot be read: " + error.get_msg() + "; see --verify");
  }
}

} // namespace

DryRun::DryRun(index::Store const& store, std::optional<std::uint64_t> base, Report& report)
    : report_(report) {
  if (!base) return;
  guarded([&] { base_.emplace(store.generation_folder(*base), store.read(*base)); });
}

std::optional<index::Record> DryRun::stored(std::string const& id) const {
  if (!base_) return std::nullopt;
  return guarded([&]() -> std::optional<index::Record> {
    auto const docid = base_->find(id);
    if (!docid) return std::nullopt;
    return base_->record(*docid);
  });
}

void DryRun::put(Parsed article, Put put) {
  auto const after = index::decode(article.record);
  Difference difference{.kind = Difference::Kind::added,
                        .id = article.id,
                        .file = put.file,
                        .line = put.line,
                        .title = after.title,
                        .bytes_after = text_bytes(after)};
  if (auto const before = put.was_there ? stored(article.id) : std::nullopt) {
    difference.kind = Difference::Kind::changed;
    difference.fields = differing_fields(*before, after);
    difference.bytes_before = text_bytes(*before);
  }
  report_.differences.push_back(std::move(difference));
  put.done(0);
}

void DryRun::remove(std::string const& id, std::string const& file) {
  auto const before = stored(id);
  report_.differences.push_back({.kind = Difference::Kind::removed,
                                 .id = id,
                                 .file = file,
                                 .title = before ? before->title : "",
                                 .bytes_before = before ? text_bytes(*before) : 0});
}

} // namespace recap::indexer
