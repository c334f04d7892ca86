// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/databases.hpp"
#include "index/error.hpp"
#include "indexer/process/wire.hpp"
#include "indexer/terms/document.hpp"
#include "indexer/write/last_resort.hpp"
#include "indexer/write/segment_pieces.hpp"
#include "indexer/write/shard_writers.hpp"

#include <xapian.h>

#include <optional>

namespace recap::indexer {
namespace {

/// Xapian collects a batch in search trees; small trees are faster and take less memory.
constexpr std::size_t batch_bytes = 2 * 1024 * 1024;
/// Assumed size of a small document, however long its article is.
constexpr std::size_t small_bytes = 1024;

class ShardProcess {
public:
  explicit ShardProcess(ShardWriters::Plan const& plan)
      : shards_(plan.shards)
      , builder_(plan.average_lengths) {}

  /// Returns the words of the body for a put, else 0.
  std::uint64_t obey(std::string_view message) {
    auto const order = static_cast<ShardOrder>(message.front());
    std::string_view const content = message.substr(1);
    if (order == ShardOrder::begin) {
      folder_ = content;
      // Only complete shards are ever used, so nothing in them must survive a crash: the merged
      // database is synced when it is published.
      database_ =
          index::open_writable_databases(folder_, shards_, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    } else if (order == ShardOrder::put) {
      return put(content);
    } else {
      commit();
      database_.reset();
      auto const names = segment_names(0);
      if (shards_ == 1) segment_.finish(folder_ / names.words, folder_ / names.articles);
    }
    return 0;
  }

private:
  std::uint64_t put(std::string_view encoded) {
    auto record = index::decode(encoded);
    auto const& terms = builder_.build(record);
    if (shards_ > 1) {
      database_->add_document(whole_document(record, terms));
      batched_bytes_ += encoded.size();
    } else {
      auto const docid = database_->add_document(small_document(record));
      segment_.add(segment_article(docid, record, terms));
      batched_bytes_ += small_bytes;
    }
    if (batched_bytes_ > batch_bytes) commit();
    return terms.body_words();
  }

  void commit() {
    database_->commit();
    batched_bytes_ = 0;
  }

  unsigned shards_;
  TermBuilder builder_;
  std::filesystem::path folder_;
  std::size_t batched_bytes_ = 0;
  std::optional<Xapian::WritableDatabase> database_;
  index::SegmentWriter segment_;
};

} // namespace

void serve_shards(int descriptor, ShardWriters::Plan const& plan) {
  auto const answer = [descriptor](std::uint64_t words, std::string const& problem) {
    Packer out;
    out.number(words).text(problem);
    write_message(descriptor, out.message());
  };
  LastResort const last_resort([&](std::string const& reason) { answer(0, reason); });
  ShardProcess process(plan);
  for (std::string message; read_message(descriptor, message);) {
    std::uint64_t words = 0;
    std::string problem;
    try {
      words = process.obey(message);
    } catch (Xapian::Error const& error) {
      problem = error.get_msg() + " " + (error.get_error_string() ? error.get_error_string() : "");
    } catch (std::exception const& error) {
      problem = error.what();
    }
    answer(words, problem);
    if (!problem.empty()) return;
  }
}

} // namespace recap::indexer
