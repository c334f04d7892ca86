// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/databases.hpp"
#include "index/error.hpp"
#include "index/fields.hpp"
#include "indexer/document.hpp"
#include "indexer/last_resort.hpp"
#include "indexer/shard_writers.hpp"
#include "indexer/wire.hpp"

#include <xapian.h>

#include <optional>

namespace recap::indexer {
namespace {

/// Xapian collects a batch in search trees, which are the faster the smaller they are, and takes
/// memory for it.
constexpr std::size_t batch_bytes = 2 * 1024 * 1024;

class ShardProcess {
public:
  explicit ShardProcess(ShardWriters::Plan const& plan)
      : shards_(plan.shards)
      , builder_(plan.average_lengths) {}

  /// Words of the body for a put, else 0.
  std::uint64_t obey(std::string_view message) {
    auto const order = static_cast<ShardOrder>(message.front());
    std::string_view const content = message.substr(1);
    if (order == ShardOrder::begin) {
      // Only whole shards are ever used, so nothing in them has to survive on its own: the
      // merged database is synced when it is published.
      database_ =
          index::open_writable_databases(content, shards_, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    } else if (order == ShardOrder::put) {
      auto record = index::decode(content);
      auto const& terms = builder_.build(record);
      auto document = whole_document(record, terms);
      if (shards_ > 1) document.add_value(index::id_slot, record.id);
      database_->add_document(document);
      batched_bytes_ += content.size();
      if (batched_bytes_ > batch_bytes) commit();
      return terms.body_words();
    } else {
      commit();
      database_.reset();
    }
    return 0;
  }

private:
  void commit() {
    database_->commit();
    batched_bytes_ = 0;
  }

  unsigned shards_;
  TermBuilder builder_;
  std::size_t batched_bytes_ = 0;
  std::optional<Xapian::WritableDatabase> database_;
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
