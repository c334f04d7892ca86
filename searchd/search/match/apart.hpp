// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/evaluator.hpp"

namespace recap::search {

/// Base of evaluators that collect their articles separately from those already found.
class Apart : public Evaluator {
public:
  void add(Window window, ArticleSet const& among, Scores& scores) override {
    found_.clear();
    collect(window, among, found_);
    found_.articles.for_each([&](std::uint32_t place) { scores.add(place, found_.score[place]); });
  }

  void best(Window window, ArticleSet const& among, Scores& scores) override {
    found_.clear();
    collect(window, among, found_);
    found_.articles.for_each([&](std::uint32_t place) { scores.best(place, found_.score[place]); });
  }

private:
  /// Precondition: `found` is empty.
  virtual void collect(Window window, ArticleSet const& among, Scores& found) = 0;

  Scores found_;
};

} // namespace recap::search
