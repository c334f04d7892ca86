// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/expansion.hpp"
#include "searchd/search/plan/planner.hpp"
#include "tests/search/small_reader.hpp"

#include <string>
#include <utility>
#include <vector>

namespace recap::tests {

/// Plans and expands queries over a few articles, JSON lines.
class Expanded {
public:
  explicit Expanded(std::vector<std::string> const& lines)
      : index_(lines) {}

  [[nodiscard]] search::Plan of(search::Request const& request) {
    search::Plan plan;
    search::Node const query = search::parse_query(request.q, {});
    search::Planner(index_.reader(), plan).root(query);
    search::Expansion(index_.snapshot().vocabulary(), index_.reader(), request, plan).run(query);
    return plan;
  }
  [[nodiscard]] search::Plan of(std::string q) {
    search::Request request;
    request.q = std::move(q);
    return of(request);
  }

  [[nodiscard]] SmallReader& index() { return index_; }

private:
  SmallReader index_;
};

/// The same for texts, whose ids are their positions: `0`, `1`, ...
class ExpandedTexts : public Expanded {
public:
  explicit ExpandedTexts(std::vector<std::string> const& texts)
      : Expanded(lines(texts)) {}

private:
  static std::vector<std::string> lines(std::vector<std::string> const& texts) {
    std::vector<std::string> lines;
    for (auto const& text : texts) {
      auto const id = std::to_string(lines.size());
      lines.push_back(R"({"id":")" + id + R"(","title":"T","text":")" + text + R"("})");
    }
    return lines;
  }
};

} // namespace recap::tests
