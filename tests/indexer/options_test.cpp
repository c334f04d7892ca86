// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/options.hpp"

#include "configuration/command_line.hpp"
#include "tests/index/store_fixture.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::indexer;

namespace {

using Texts = std::vector<std::string>;

/// The options of a command line, or why it is refused.
struct Command {
  explicit Command(Texts arguments) {
    CLI::App app;
    declare_options(app, options);
    arguments.insert(arguments.begin(), "recap-indexer");
    std::vector<char const*> words;
    for (auto const& argument : arguments)
      words.push_back(argument.c_str());
    try {
      configuration::parse(app, static_cast<int>(words.size()), words.data());
      check_options(options);
    } catch (CLI::ParseError const& error) {
      refusal = error.what();
    }
  }

  Options options;
  std::string refusal = "accepted";
};

std::string refusal(Texts arguments) {
  return Command(std::move(arguments)).refusal;
}

bool says(std::string const& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("sources are indexed with defaults unless options say otherwise") {
  Command const plain({"--db", "d", "a", "b"});
  REQUIRE(plain.refusal == "accepted");
  CHECK(plain.options.action == Action::index);
  CHECK(plain.options.run.sources == Texts{"a", "b"});
  CHECK(plain.options.run.database == "d");
  CHECK(plain.options.run.keep == 2);
  CHECK(plain.options.run.shards == 1);
  CHECK(plain.options.run.max_shrink == 30);
  CHECK(plain.options.run.reading.max_article_bytes == 1'048'576);
  CHECK(plain.options.run.reading.max_article_seconds == 5);
  CHECK_FALSE(plain.options.format);
  Command const given(
      {"--db",        "d",     "--keep",      "7",    "--shards", "2",           "--rebuild",
       "--json",      "a",     "--include",   "*.md", "b",        "--include",   "*.html",
       "--languages", "ko,en", "--url-style", "hugo", "c",        "--url-style", "posts=/:slug/"});
  REQUIRE(given.refusal == "accepted");
  CHECK(given.options.run.keep == 7);
  CHECK(given.options.run.shards == 2);
  CHECK(given.options.run.rebuild);
  CHECK(given.options.json);
  CHECK(given.options.run.sources == Texts{"a", "b", "c"});
  CHECK(given.options.run.filter.include == Texts{"*.md", "*.html"});
  CHECK(given.options.site.languages == Texts{"ko", "en"});
  CHECK(given.options.site.url_style == Texts{"hugo", "posts=/:slug/"});
}

TEST_CASE("every action has an option, and only one can be given") {
  struct {
    Action action;
    Texts arguments;
  } const actions[] = {
      {Action::watch, {"--db", "d", "--watch", "a"}},
      {Action::dry_run, {"--db", "d", "--dry-run", "a"}},
      {Action::check, {"--check", "--format", "github", "a"}},
      {Action::rollback, {"--db", "d", "--rollback"}},
      {Action::verify, {"--db", "d", "--verify"}},
      {Action::statistics, {"--db", "d", "--stats"}},
      {Action::export_articles, {"--db", "d", "--export"}},
  };
  for (auto const& [action, arguments] : actions) {
    INFO(arguments.back());
    Command const command(arguments);
    CHECK(command.refusal == "accepted");
    CHECK(command.options.action == action);
  }
  CHECK(Command({"--check", "--format", "github", "a"}).options.format == FindingFormat::github);
  CHECK(refusal({"--db", "d", "--verify", "--stats"}) != "accepted");
  CHECK(refusal({"--db", "d", "--dry-run", "--watch", "a"}) != "accepted");
}

TEST_CASE("an action has the sources and the folder that it needs, and no others") {
  for (Texts const& arguments :
       {Texts{"--db", "d"}, {"--db", "d", "--watch"}, {"--db", "d", "--dry-run"}, {"--check"}})
    CHECK(says(refusal(arguments), "name the files or folders to read"));
  for (auto const* action : {"--rollback", "--verify", "--stats", "--export"}) {
    INFO(action);
    CHECK(refusal({"--db", "d", action}) == "accepted");
    CHECK(says(refusal({"--db", "d", action, "a"}), "name no sources"));
    CHECK(says(refusal({action}), "name the folder of the index"));
  }
  CHECK(refusal({"--check", "a"}) == "accepted");
  CHECK(refusal({"--db", "d", "-"}) == "accepted");
  CHECK(says(refusal({"--db", "d", "--watch", "a", "-"}), "standard input cannot be watched"));
  CHECK(says(refusal({"--db", "d", "--format", "json", "a"}), "needs --check"));
  CHECK(says(refusal({"--db=--json", "a"}), "--json looks like an option; write ./ before it"));
}

TEST_CASE("a number outside its range is refused") {
  struct {
    char const* option;
    Texts accepted, refused;
  } const ranges[] = {
      {"--keep", {"1", "1000"}, {"0", "1001", "-1", "x"}},
      {"--shards", {"1"}, {"0", "1000000"}},
      {"--max-shrink", {"0", "100"}, {"101", "-1"}},
      {"--jobs", {"0", "64"}, {"65", "1.5"}},
      {"--max-article-bytes", {"1024", "67108864"}, {"1023", "67108865", ""}},
      {"--max-article-seconds", {"1", "600"}, {"0", "601"}},
  };
  for (auto const& [option, accepted, refused] : ranges) {
    for (auto const& value : accepted) {
      INFO(option << ' ' << value);
      CHECK(refusal({"--db", "d", option, value, "a"}) == "accepted");
    }
    for (auto const& value : refused) {
      INFO(option << ' ' << value);
      CHECK(says(refusal({"--db", "d", option, value, "a"}), option));
    }
  }
}

TEST_CASE("a name that is not known is refused with those that are") {
  CHECK(says(refusal({"--db", "d", "--site", "hexo", "a"}), "\"hexo\" is not one of path, html, "));
  CHECK(says(refusal({"--db", "d", "--anchors", "x", "a"}), "\"x\" is not one of github, "));
  CHECK(says(refusal({"--check", "--format", "xml", "a"}), "\"xml\" is not one of text, json"));
  CHECK(says(refusal({"--db", "d", "--languages", "en,k", "a"}), "\"k\" is not a language code"));
  CHECK(says(refusal({"--db", "d", "--time-zone", "Mars", "a"}), "\"Mars\" is not a time zone"));
  CHECK(says(refusal({"--db", "d", "--base-url", "e.org", "a"}), "is not the address of a site"));
  CHECK(refusal({"--db", "d", "--site", "zola", "--anchors", "none", "--languages", "pt-br",
                 "--time-zone", "Asia/Seoul", "--base-url", "https://e.org/a", "b"}) == "accepted");
  CHECK(refusal({"--db", "d", "--nothing", "a"}) != "accepted");
}

TEST_CASE("the file of options sets what the command line does not, and its mistakes have a line") {
  tests::TemporaryFolder const folder;
  auto const file = (folder.path() / "recap.toml").string();
  index::write_file(file, "db = 'd'\nkeep = 3\nsources = ['a', 'b']\nurl-style = ['hugo']\n");
  Command const read({"--config", file});
  REQUIRE(read.refusal == "accepted");
  CHECK(read.options.run.keep == 3);
  CHECK(read.options.run.sources == Texts{"a", "b"});
  CHECK(Command({"--config", file, "--keep", "4"}).options.run.keep == 4);
  index::write_file(file, "db = 'd'\nkeep = 0\n");
  CHECK(says(refusal({"--config", file, "a"}), file + ":2: --keep: "));
}
