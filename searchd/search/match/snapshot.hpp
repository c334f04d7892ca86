// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/cut_files.hpp"
#include "index/generation.hpp"
#include "index/phrases.hpp"
#include "index/segments.hpp"
#include "index/vocabulary.hpp"
#include "searchd/search/match/columns.hpp"
#include "searchd/search/match/remote_address.hpp"

#include <xapian.h>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace recap::text {
class Analyser;
}

namespace recap::search {

class Reader;

/// A generation opened for searching. Immutable, except for the pool of readers, which holds as
/// many as threads ever searched at once.
class Snapshot : public std::enable_shared_from_this<Snapshot> {
public:
  /// Opens and checks generation `number`; throws index::Error.
  Snapshot(index::Store const& store, std::uint64_t number, RemoteShards const& remote);
  ~Snapshot();
  Snapshot(Snapshot const&) = delete;
  Snapshot& operator=(Snapshot const&) = delete;

  [[nodiscard]] index::Manifest const& manifest() const { return manifest_; }

  /// A string that differs for different content, even under the same number and time.
  [[nodiscard]] std::string const& version() const { return version_; }

  /// True if pages of mapped files have disappeared since it was opened, in this generation or in
  /// another open one. Its answers are then unreliable. See index::survive_cut_files().
  [[nodiscard]] bool is_cut() const { return index::missing_pages() != missing_pages_; }

  [[nodiscard]] index::Vocabulary const& vocabulary() const { return vocabulary_; }
  [[nodiscard]] index::Phrases const& phrases() const { return phrases_; }
  [[nodiscard]] Column const& column(index::FieldId field) const { return columns_.at(field); }

  /// When an article was published, YYYYMMDD; 0 = unknown.
  [[nodiscard]] std::uint32_t day(Xapian::docid id) const {
    return id < days_.size() ? days_[id] : 0;
  }

  /// Of the newest article, `YYYYMMDD`, or empty.
  [[nodiscard]] std::string const& newest_date() const { return newest_date_; }

  /// The stems of each topic, in the order of its column's dictionary: first the whole topic as one
  /// word, if it is one (`front-end`), then its words. Computed on first use.
  [[nodiscard]] std::vector<std::vector<std::string>> const&
  topic_stems(text::Analyser& analyser) const;

  /// Lends a reader to one thread, and keeps the snapshot alive meanwhile.
  class Lease {
  public:
    Lease(std::shared_ptr<Snapshot> snapshot, std::unique_ptr<Reader> reader);
    ~Lease();
    Lease(Lease const&) = delete;
    Lease& operator=(Lease const&) = delete;
    Reader* operator->() const { return reader_.get(); }
    Reader& operator*() const { return *reader_; }

    /// Closes this reader and the idle ones, because the exchange with another host was
    /// interrupted.
    void discard();

  private:
    std::shared_ptr<Snapshot> snapshot_;
    std::unique_ptr<Reader> reader_;
  };
  /// Waits for another thread's reader if no more can be opened; a thread may hold only one. Throws
  /// index::Error(unavailable), repeated without a new attempt for a second, and Xapian::Error if
  /// there is no other reader.
  [[nodiscard]] Lease lease();

private:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] std::unique_ptr<Reader> open() const;
  /// Precondition: `mutex_` is held and a reader is idle.
  [[nodiscard]] std::unique_ptr<Reader> take_idle();
  /// Waits for another thread's reader; null if there is none.
  [[nodiscard]] std::unique_ptr<Reader> wait_for_idle();
  [[nodiscard]] std::unique_ptr<Reader> new_reader();

  std::uint64_t missing_pages_ = index::missing_pages(); ///< when it was opened
  std::filesystem::path folder_;
  RemoteShards remote_;
  index::Manifest manifest_;
  index::Vocabulary vocabulary_;
  index::Phrases phrases_;
  std::string version_;
  std::optional<index::Segments> segments_; ///< of an unsharded generation
  std::map<index::FieldId, Column> columns_;
  std::vector<std::uint32_t> days_; ///< by docid
  std::string newest_date_;
  mutable std::once_flag topics_read_;
  mutable std::vector<std::vector<std::string>> topic_stems_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Reader>> idle_;
  std::size_t readers_ = 0; ///< idle and lent, or being opened
  std::optional<index::Error> last_failure_;
  Clock::time_point failed_at_;
};

} // namespace recap::search
