// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/generation.hpp"
#include "indexer/document.hpp"
#include "indexer/state.hpp"

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace recap::indexer {

/// Writes the next generation: the articles of `base`, or none, and the changes to them.
/// Anything that fails throws index::Error and leaves CURRENT as it was; a writer
/// that has thrown is only good for being destroyed, since Xapian drops a failed batch silently.
class GenerationWriter {
public:
  /// `base`: number of a generation whose files are whole (they are checked here).
  GenerationWriter(index::Store const& store, std::optional<std::uint64_t> base,
                   index::FieldLengths const& average_lengths);

  /// Adds the article, in place of one with the same id. Gives the words of its body.
  std::uint64_t put(index::Record& record);
  void remove(std::string const& id);

  struct Publication {
    std::string settings;
    index::FieldLengths average_lengths{};
    std::uint64_t body_words = 0;
    unsigned keep = 2;
  };
  /// Makes it the current generation. Gives its number.
  std::uint64_t publish(Publication const& publication, std::vector<KnownFile> const& files);

private:
  void open_base(index::Store const& store, std::optional<std::uint64_t> base);
  void count_change(std::size_t bytes);
  void finish();

  index::Draft draft_;
  std::filesystem::path work_;
  std::optional<Xapian::WritableDatabase> database_;
  DocumentBuilder builder_;
  std::size_t changes_ = 0;
  std::size_t batch_changes_ = 0;
  std::size_t batch_bytes_ = 0;
  std::uint64_t articles_ = 0;
};

} // namespace recap::indexer
