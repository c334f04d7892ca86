// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/dry_run.hpp"

#include "tests/indexer/publication.hpp"

#include <algorithm>

using namespace recap;
using namespace recap::indexer;

namespace {

Report dry(Publication const& publication) {
  Report report;
  dry_run(publication.options, report);
  std::ranges::sort(report.differences, {}, &Difference::id);
  return report;
}

} // namespace

TEST_CASE("a dry run lists every difference that a run then makes, and writes nothing") {
  Publication const site;
  site.write("a.md", "# A\n\nold text");
  site.write("b.md", "# B\n\ntext");
  site.write("c.md", "# C\n\ntext");
  static_cast<void>(site.run());
  site.write("a.md", "# A\n\nnew words");
  site.remove("b.md");
  site.write("d.md", "# D\n\ntext");
  auto const report = dry(site);
  REQUIRE(report.differences.size() == 3);
  auto const& changed = report.differences[0];
  CHECK(changed.kind == Difference::Kind::changed);
  CHECK(changed.id == "a");
  CHECK(changed.fields == std::vector<std::string>{"text"});
  CHECK(changed.bytes_before == 9);
  CHECK(changed.bytes_after == 10);
  auto const& removed = report.differences[1];
  CHECK(removed.kind == Difference::Kind::removed);
  CHECK(removed.title == "B");
  CHECK(removed.bytes_before == 5);
  CHECK(report.differences[2].kind == Difference::Kind::added);
  CHECK(report.differences[2].id == "d");
  CHECK(report.refusal.empty());
  CHECK(report.generation == 1);
  CHECK(site.manifest().generation == 1);
  CHECK(site.store().generations().size() == 1);

  auto const done = site.run();
  CHECK(done.added == report.added);
  CHECK(done.changed == report.changed);
  CHECK(done.removed == report.removed);
  CHECK(done.unchanged == report.unchanged);
}

TEST_CASE("a dry run lists removed articles in the order of their ids") {
  Publication site;
  std::vector<std::string> const ids{"alpha", "beta", "delta", "eta",
                                     "gamma", "iota", "kappa", "zeta"};
  for (auto const& id : ids)
    site.write(id + ".md", "text");
  static_cast<void>(site.run());
  for (auto const& id : ids)
    site.remove(id + ".md");
  Report report;
  dry_run(site.options, report);
  std::vector<std::string> removed;
  for (auto const& difference : report.differences)
    removed.push_back(difference.id);
  CHECK(removed == ids);
}

TEST_CASE("a dry run says why a run would be refused") {
  Publication const site;
  for (auto const* const name : {"a.md", "b.md", "c.md", "d.md"})
    site.write(name, "text");
  static_cast<void>(site.run());
  site.remove("a.md");
  site.remove("b.md");
  auto const report = dry(site);
  CHECK(report.refusal.starts_with("2 of 4 articles would be removed"));
  CHECK(report.status() == ExitStatus::failed);
  CHECK(report.removed == 2);
}

TEST_CASE("a dry run without an index adds everything, and creates no folder") {
  Publication const site;
  site.write("a.md", "text");
  auto const report = dry(site);
  CHECK(report.added == 1);
  CHECK(report.generation == 0);
  CHECK_FALSE(std::filesystem::exists(site.database()));
}
