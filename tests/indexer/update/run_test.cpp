// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/run.hpp"

#include "indexer/sources/state.hpp"
#include "tests/indexer/publication.hpp"

#include <stdexcept>

using namespace recap;
using namespace recap::indexer;

namespace {

std::string of_words(int count) {
  std::string text = "# Title\n\n";
  for (int i = 0; i < count; ++i)
    text += "word" + std::to_string(i) + ' ';
  return text;
}

/// Writes articles named `a0.md`, `a1.md` and so on.
void write_articles(Publication const& publication, int count) {
  for (int i = 0; i < count; ++i)
    publication.write('a' + std::to_string(i) + ".md", of_words(10 + i));
}

std::string refusal_of_run(Publication const& publication) {
  try {
    static_cast<void>(publication.run());
  } catch (std::invalid_argument const& error) {
    return error.what();
  }
  return {};
}

std::string text_of_article(Publication const& publication, std::string const& id) {
  return publication.articles().at(id).sections.front().text;
}

double average_body(Publication const& publication) {
  return publication.manifest().average_lengths[static_cast<std::size_t>(index::Part::body)];
}

} // namespace

TEST_CASE("a run writes what differs from the index, and nothing if nothing does") {
  Publication const site;
  site.write("a.md", "first");
  site.write("b.md", "second");
  site.write("c.md", "third");
  CHECK(site.run().added == 3);
  site.write("a.md", "changed");
  site.remove("b.md");
  site.write("d.md", "new");
  auto const report = site.run();
  CHECK(report.added == 1);
  CHECK(report.changed == 1);
  CHECK(report.removed == 1);
  CHECK(report.unchanged == 1);
  CHECK(report.generation == 2);
  CHECK(report.status() == ExitStatus::done);
  CHECK(text_of_article(site, "a") == "changed");
  CHECK_FALSE(site.articles().contains("b"));
  auto const again = site.run();
  CHECK(again.unchanged == 3);
  CHECK(again.generation == 2);
  CHECK(site.manifest().generation == 2);
}

TEST_CASE("an article that becomes unreadable keeps its last indexed version until it is fixed") {
  Publication const site;
  site.write("a.md", "before");
  site.write("b.md", "other");
  static_cast<void>(site.run());
  site.write("a.md", "---\ntitle: [\n---\nafter");
  site.write("b.md", "changed");
  auto const report = site.run();
  CHECK(report.status() == ExitStatus::skipped);
  REQUIRE(report.skips.size() == 1);
  CHECK(report.skips[0].path == (site.sources() / "a.md").string());
  CHECK(report.skips[0].reason.ends_with("; its last indexed version is kept"));
  CHECK(report.removed == 0);
  CHECK(text_of_article(site, "a") == "before");
  site.write("a.md", "after");
  CHECK(site.run().changed == 1);
  CHECK(text_of_article(site, "a") == "after");
}

TEST_CASE("a run that would remove too many articles is refused, and the index stays as it is") {
  Publication site;
  write_articles(site, 10);
  static_cast<void>(site.run());
  for (auto const* const name : {"a0.md", "a1.md", "a2.md", "a3.md"})
    site.remove(name);
  CHECK(refusal_of_run(site).starts_with("4 of 10 articles would be removed (a0, a1, a2, ...)"));
  CHECK(site.articles().size() == 10);
  site.options.max_shrink = 40;
  CHECK(site.run().removed == 4);
  for (auto const* const name : {"a4.md", "a5.md", "a6.md"})
    site.remove(name);
  CHECK_FALSE(refusal_of_run(site).empty());
  site.options.allow_shrink = true;
  CHECK(site.run().removed == 3);
}

TEST_CASE("a single article may be removed from a small index, but not the last one") {
  Publication const site;
  write_articles(site, 2);
  static_cast<void>(site.run());
  site.remove("a0.md");
  CHECK(site.run().removed == 1);
  site.remove("a1.md");
  CHECK(refusal_of_run(site).starts_with("no articles found in the sources"));
  CHECK(site.articles().size() == 1);
}

TEST_CASE("a second article with an id is skipped, naming the file of the first") {
  Publication const site;
  site.write("a.md", "---\nid: same\n---\nfirst");
  site.write("b.md", "---\nid: same\n---\nsecond");
  auto const report = site.run();
  CHECK(report.added == 1);
  REQUIRE(report.skips.size() == 1);
  CHECK(report.skips[0].path.ends_with("b.md"));
  CHECK(report.skips[0].reason.find("a.md") != std::string::npos);
  CHECK(text_of_article(site, "same") == "first");
}

TEST_CASE("another base address or number of shards rebuilds the index") {
  Publication site;
  write_articles(site, 3);
  static_cast<void>(site.run());
  site.options.reading.base_url = "https://example.org";
  CHECK(site.run().added == 3);
  CHECK(site.articles().at("a0").url == "https://example.org/a0");
  site.options.shards = 2;
  auto const report = site.run();
  CHECK(report.added == 3);
  CHECK(report.other_shards == 1);
  CHECK(site.manifest().shards == 2);
  CHECK(site.run().unchanged == 3);
}

TEST_CASE("impacts are recomputed when articles have become much longer, not before") {
  Publication const site;
  write_articles(site, 4);
  static_cast<void>(site.run());
  auto const before = average_body(site);
  site.write("a0.md", of_words(14));
  CHECK(site.run().changed == 1);
  CHECK(average_body(site) == before);
  site.write("a0.md", of_words(100));
  CHECK(site.run().added == 4);
  CHECK(average_body(site) > 2 * before);
}

TEST_CASE("a draft that is published without a change of its bytes is indexed by the next run") {
  Publication const site;
  site.write("a.md", "text");
  site.write("b.md", "---\npublishDate: 2999-01-01\n---\nlater");
  auto const report = site.run();
  CHECK(report.added == 1);
  CHECK(report.drafts == 1);
  auto const notes = read_state(site.folder() / index::sources_name);
  auto const& noted = *notes.find((site.sources() / "b.md").string());
  CHECK(noted.checksum.empty());
  REQUIRE(noted.articles.size() == 1);
  CHECK(noted.articles[0].hash.empty());
}
