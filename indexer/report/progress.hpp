// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace recap::indexer {

/// Shows the progress of a run on standard error: a bar on a terminal, a line every few seconds in
/// a log, nothing if it is disabled or the run is short.
class Progress {
public:
  enum class Form { none, bar, lines };
  using Clock = std::chrono::steady_clock;
  /// The bar if standard error is a terminal, else lines.
  [[nodiscard]] static Form form_for_standard_error();

  explicit Progress(Form form = Form::none, Clock::time_point (*now)() = Clock::now)
      : form_(form)
      , now_(now) {}
  ~Progress() { end(); }
  Progress(Progress const&) = delete;
  Progress& operator=(Progress const&) = delete;

  /// Sets the total.
  void begin(std::uint64_t bytes);
  /// Adds to the progress.
  void advance(std::uint64_t bytes, std::uint64_t articles);
  /// Names the phase after the articles: "merging".
  void enter(std::string const& phase);
  /// Removes the bar.
  void end();

private:
  void draw(std::string const& text);
  [[nodiscard]] std::string text() const;

  Form form_;
  Clock::time_point (*now_)();
  Clock::time_point begun_ = now_();
  Clock::time_point drawn_ = begun_;
  std::uint64_t total_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t articles_ = 0;
  bool shown_ = false;
};

} // namespace recap::indexer
