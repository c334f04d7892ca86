// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace recap::indexer {

/// Tells how far a run is, on standard error: on a terminal a bar that is drawn over, in a
/// log a line every few seconds, nothing where it is not wanted or the run is short.
class Progress {
public:
  enum class Form { none, bar, lines };
  /// bar where standard error is a terminal, else lines.
  [[nodiscard]] static Form form_for_standard_error();

  explicit Progress(Form form = Form::none)
      : form_(form) {}
  ~Progress() { end(); }
  Progress(Progress const&) = delete;
  Progress& operator=(Progress const&) = delete;

  /// Everything there is to go through.
  void begin(std::uint64_t bytes);
  /// So much more has been gone through.
  void advance(std::uint64_t bytes, std::uint64_t articles);
  /// What comes behind the articles: "merging".
  void enter(std::string const& phase);
  /// Takes the bar away.
  void end();

private:
  using Clock = std::chrono::steady_clock;
  void draw(std::string const& text);
  [[nodiscard]] std::string text() const;

  Form form_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point drawn_ = Clock::now();
  std::uint64_t total_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t articles_ = 0;
  bool shown_ = false;
};

} // namespace recap::indexer
