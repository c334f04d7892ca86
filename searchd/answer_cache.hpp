// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/message.hpp"
#include "searchd/http/message.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace recap {

/// Recent answers, so that a search that many readers type is run once per version of the index.
/// Drops the least recently used beyond its size. Thread-safe.
class AnswerCache {
public:
  struct Answer {
    std::string version;                          ///< see api::Api::version()
    http::Response response;                      ///< as sent, compressed or not
    std::string_view route;                       ///< see api::Response
    std::shared_ptr<insights::Asked const> asked; ///< see api::Response
  };

  /// `bytes`: of keys and answers together; 0 keeps none.
  explicit AnswerCache(std::size_t bytes)
      : most_bytes_(bytes) {}

  /// The answer kept under `key`; null if there is none of this version.
  [[nodiscard]] std::shared_ptr<Answer const> find(std::string_view key, std::string_view version);

  /// Stores `answer` under `key`, replacing any other. Ignores answers that would fill more than a
  /// sixteenth of the cache.
  void keep(std::string key, Answer answer);

  /// Bytes in use: of keys and answers, and a fixed number per answer.
  [[nodiscard]] std::size_t bytes() const;
  /// How often find() found an answer.
  [[nodiscard]] std::uint64_t hits() const;

private:
  struct Entry {
    std::string key;
    std::shared_ptr<Answer const> answer;
    std::size_t bytes = 0;
  };
  using Entries = std::list<Entry>; ///< the latest first

  void drop(Entries::iterator entry);

  std::size_t most_bytes_;
  mutable std::mutex mutex_; ///< guards all below
  Entries entries_;
  std::unordered_map<std::string_view, Entries::iterator> by_key_; ///< keys are those of entries
  std::size_t bytes_ = 0;
  std::uint64_t hits_ = 0;
};

} // namespace recap
