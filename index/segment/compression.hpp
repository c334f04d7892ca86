// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index {

/// Trains a dictionary for chunks like the samples. Empty if they are too few to justify one.
[[nodiscard]] std::string train_dictionary(std::span<std::string_view const> samples);

/// Compresses chunks with one dictionary. Without one, chunks stay as they are: they are few, and
/// inflating a chunk that brings its own tables takes several times as long. Not thread-safe.
class Compressor {
public:
  /// `dictionary` is copied; empty = none.
  explicit Compressor(std::string_view dictionary = {});
  ~Compressor();
  Compressor(Compressor&&) noexcept;
  Compressor& operator=(Compressor&&) noexcept;

  /// Appends the compressed chunk, or the chunk itself if that is not longer; returns its size.
  std::size_t compress(std::string_view chunk, std::string& out);

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Inflates the output of Compressor, with any of several dictionaries. Thread-safe.
class Inflater {
public:
  /// Copies the dictionaries, which are numbered from 1. Throws Error(damaged).
  explicit Inflater(std::span<std::string_view const> dictionaries);
  ~Inflater();

  /// Appends the `size` bytes of a chunk. Throws Error(damaged) if the chunk has a different size.
  void inflate(std::string_view chunk, std::size_t size, std::size_t dictionary,
               std::string& out) const;

private:
  struct Dictionaries;
  struct Context;
  [[nodiscard]] std::unique_ptr<Context> take() const;

  std::unique_ptr<Dictionaries> dictionaries_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Context>>
      idle_; ///< as many as threads ever inflated concurrently
};

} // namespace recap::index
