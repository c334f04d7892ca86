// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report/progress.hpp"

#include "tests/catch.hpp"

#include <chrono>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

using namespace recap::indexer;

namespace {

using namespace std::chrono_literals;
using Form = Progress::Form;

/// A clock that stands still until it is moved, and what a progress prints meanwhile.
class Shown {
public:
  explicit Shown(Form form)
      : progress(form, now) {}
  ~Shown() { std::cerr.rdbuf(before_); }
  Shown(Shown const&) = delete;
  Shown& operator=(Shown const&) = delete;

  static void pass(Progress::Clock::duration time) { moment() += time; }

  /// What has been printed since the last call.
  [[nodiscard]] std::string text() {
    auto printed = printed_.str();
    printed_.str("");
    return printed;
  }

private:
  static Progress::Clock::time_point& moment() {
    static Progress::Clock::time_point moment;
    return moment;
  }
  static Progress::Clock::time_point now() { return moment(); }

  std::ostringstream printed_;
  std::streambuf* before_ = std::cerr.rdbuf(printed_.rdbuf());

public:
  Progress progress;
};

} // namespace

TEST_CASE("a run that is short or has no form shows nothing") {
  for (auto const& [form, time] : {std::pair(Form::none, Progress::Clock::duration(1h)),
                                   std::pair(Form::lines, Progress::Clock::duration(4999ms)),
                                   std::pair(Form::bar, Progress::Clock::duration(99ms))}) {
    Shown shown(form);
    shown.progress.begin(1000);
    Shown::pass(time);
    shown.progress.advance(500, 1);
    shown.progress.enter("merging");
    shown.progress.end();
    CHECK(shown.text().empty());
  }
}

TEST_CASE("a log has a line every five seconds, and the phase after a line") {
  Shown shown(Form::lines);
  shown.progress.begin(40'000'000);
  Shown::pass(5s);
  shown.progress.advance(6'000'000, 20);
  shown.progress.advance(4'000'000, 30);
  CHECK(shown.text() == "recap-indexer: 15 %, 20 articles, 4/s, 1.2 MB/s, 28 s left\n");
  Shown::pass(5s);
  shown.progress.advance(10'000'000, 50);
  CHECK(shown.text() == "recap-indexer: 50 %, 100 articles, 10/s, 2.0 MB/s, 10 s left\n");
  shown.progress.enter("merging");
  CHECK(shown.text() == "recap-indexer: merging\n");
  shown.progress.end();
  CHECK(shown.text().empty());
}

TEST_CASE("a bar is drawn over the one before, and removed at the end") {
  Shown shown(Form::bar);
  shown.progress.begin(4000);
  Shown::pass(1s);
  shown.progress.advance(1000, 2);
  CHECK(shown.text() ==
        "\r[######                  ] 25 %, 2 articles, 2/s, 0.0 MB/s, 3 s left\x1b[K");
  Shown::pass(50ms);
  shown.progress.advance(1000, 2);
  CHECK(shown.text().empty());
  shown.progress.enter("merging");
  CHECK(shown.text() == "\rmerging\x1b[K");
  shown.progress.end();
  CHECK(shown.text() == "\r\x1b[K");
  shown.progress.end();
  CHECK(shown.text().empty());
}

TEST_CASE("more bytes than announced are all, and none announced have no time left") {
  Shown shown(Form::lines);
  shown.progress.begin(1000);
  Shown::pass(10s);
  shown.progress.advance(5000, 1);
  CHECK(shown.text() == "recap-indexer: 100 %, 1 articles, 0/s, 0.0 MB/s, 0 s left\n");
  shown.progress.begin(0); // counts from the beginning
  Shown::pass(10s);
  shown.progress.advance(0, 20);
  CHECK(shown.text() == "recap-indexer: 0 %, 20 articles, 2/s, 0.0 MB/s\n");
}
