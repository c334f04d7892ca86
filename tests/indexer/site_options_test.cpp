// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/options.hpp"
#include "indexer/site/preset.hpp"
#include "tests/indexer/site/project.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::indexer;

namespace {

using Texts = std::vector<std::string>;

/// The options for sources of a project, completed by its configurations.
struct Completed : Project {
  void complete(Texts const& sources) {
    options.run.sources.clear();
    for (auto const& source : sources)
      options.run.sources.push_back(source == "-" ? source : place(source));
    complete_options(options);
  }

  /// Why the options do not fit the sites of the sources.
  std::string refusal(Texts const& sources) {
    try {
      complete(sources);
    } catch (CLI::ValidationError const& error) {
      return error.what();
    }
    return "accepted";
  }

  [[nodiscard]] std::string place(std::string const& name) const {
    return (folder.path() / name).string();
  }
  [[nodiscard]] SourceSite const& rules(std::string const& source) const {
    return options.run.filter.sites.at(place(source));
  }
  [[nodiscard]] std::string generator() const {
    return std::string(options.run.reading.style.site->name);
  }

  Options options;
};

bool says(std::string const& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE_METHOD(Completed, "a source has the generator and address of its site's configuration") {
  write("hugo.toml", "baseURL = 'https://e.org/'\n");
  write("content/a.md");
  complete({"content"});
  CHECK(generator() == "hugo");
  CHECK(options.run.reading.base_url == "https://e.org/");
  CHECK(options.run.site == "Hugo, by " + place("hugo.toml") + ", at https://e.org/");
  CHECK(rules("content").place == "content");
  CHECK(rules("content").bundles);
  options.run.reading.base_url = "https://stated.org";
  complete({"content"});
  CHECK(options.run.reading.base_url == "https://stated.org");
  options.run.reading.base_url.clear();
  for (auto const* address : {"http://localhost:1313/", "/", "e.org"}) {
    INFO(address);
    write("hugo.toml", "baseURL = '" + std::string(address) + "'\n");
    complete({"content"});
    CHECK(options.run.reading.base_url.empty());
  }
}

TEST_CASE_METHOD(Completed, "options about the site take precedence over its configuration") {
  write("_config.yml", "timezone: Asia/Seoul\npermalink: pretty\n");
  write("_posts/2020-01-02-a.md");
  options.site.url_style = {"none"};
  options.site.anchors = "github";
  options.site.time_zone = "Europe/Berlin";
  complete({"_posts"});
  auto const& style = options.run.reading.style;
  CHECK(generator() == "jekyll");
  CHECK(style.pattern == "/:categories/:title:output_ext");
  CHECK(heading_style_of(style).name == "github");
  CHECK(style.time_zone == "Europe/Berlin");
  options.site = {.name = "path"};
  complete({"_posts"});
  CHECK(generator() == "path");
  options.site.name = "hugo"; // has no configuration here
  options.site.languages = {"ko", "en"};
  complete({"_posts"});
  CHECK(generator() == "hugo");
  CHECK(options.run.reading.style.languages == Texts{"ko", "en"});
}

TEST_CASE_METHOD(Completed, "an option that the generator does not have is refused") {
  write("a.md");
  options.site.languages = {"ko"};
  CHECK(says(refusal({"a.md"}), "needs --site hugo or zola"));
  options.site.languages.clear();
  options.site.time_zone = "Asia/Seoul";
  CHECK(says(refusal({"a.md"}), "needs a Jekyll --url-style"));
  options.site.time_zone.clear();
  options.site.url_style = {"wordpress"};
  CHECK(says(refusal({"a.md"}), "write one of path, html, hugo"));
  options.site.url_style.clear();
  CHECK(refusal({"a.md"}) == "accepted");
  write("_config.yml", "timezone: Mars\n");
  CHECK(says(refusal({"a.md"}), place("_config.yml") + ": timezone \"Mars\""));
}

TEST_CASE_METHOD(Completed, "sources of different generators have none, and say why") {
  write("x/mkdocs.yml", "site_url: https://e.org\n");
  write("x/docs/a.md");
  write("y/hugo.toml");
  write("y/content/a.md");
  complete({"x", "y"});
  CHECK(generator() == "path");
  CHECK(says(options.run.site, "belong to different generators; give --site"));
  CHECK(options.run.reading.base_url.empty());
  options.site.name = "hugo";
  complete({"x", "y"});
  CHECK(generator() == "hugo");
}

TEST_CASE_METHOD(Completed, "patterns of a project are those of a source within or above it") {
  write("site/mkdocs.yml", "exclude_docs: |\n  /a/b.md\n  *.tmp\n  !/a/c.tmp\n");
  write("site/docs/a/c.md");
  complete({"site/docs/a"});
  CHECK(rules("site/docs/a").place == "docs/a");
  CHECK(has(rules("site/docs/a").exclude, "/b.md"));
  CHECK(has(rules("site/docs/a").exclude, "*.tmp"));
  CHECK(has(rules("site/docs/a").exclude, "!/c.tmp"));
  CHECK(rules("site/docs/a").include.empty()); // the source is within what is published
  complete({"site"});
  CHECK(rules("site").include == Texts{"/docs/"});
  write("hugo/hugo.toml", "[languages.en]\n[languages.ko]\ncontentDir = 'content/ko'\n");
  write("hugo/content/ko/a.md");
  complete({"hugo/content"});
  CHECK(rules("hugo/content").include.empty());
  write("docs/mkdocs.yml", "docs_dir: text\nexclude_docs: |\n  /a.md\n  *.tmp\n");
  write("docs/text/b.md");
  complete({""});
  CHECK(rules("").below == "docs");
  CHECK(rules("").include == Texts{"/docs/text/"});
  CHECK(has(rules("").exclude, "/docs/text/a.md"));
  CHECK(has(rules("").exclude, "*.tmp"));
}

TEST_CASE_METHOD(Completed, "a folder that its site does not publish is kept out, and named") {
  write("_config.yml", "exclude: [old/]\n");
  write("old/new/a.md");
  write("_drafts/b.md");
  complete({"old/new", "_drafts"});
  CHECK(rules("old/new").exclude == Texts{"*"});
  CHECK(rules("_drafts").exclude == Texts{"*"});
  REQUIRE(options.run.remarks.size() == 2);
  CHECK(options.run.remarks[0].path == place("old/new"));
  CHECK(says(options.run.remarks[0].reason, "is not published by " + place("_config.yml")));
  CHECK(says(options.run.remarks[0].reason, "give --site path"));
}

TEST_CASE_METHOD(Completed, "a folder of drafts without a site is kept out unless it is named") {
  write("_drafts/b.md");
  complete({"_drafts"});
  CHECK(rules("_drafts").exclude == Texts{"*"});
  CHECK(says(options.run.remarks.at(0).reason, "contains drafts"));
  CHECK(says(options.run.remarks.at(0).reason, "give --site hugo"));
  options = {};
  options.site.name = "hugo";
  complete({"_drafts"});
  CHECK(options.run.filter.sites.empty());
  CHECK(options.run.remarks.empty());
}

TEST_CASE_METHOD(Completed,
                 "a built site has the dates of its sitemap, and standard input no site") {
  write("public/index.html");
  write("public/sitemap.xml",
        "<urlset><url><loc>https://e.org/</loc></url>"
        "<url><loc>https://e.org/a/</loc><lastmod>2024-02-03</lastmod></url></urlset>");
  complete({"public", "-"});
  REQUIRE(options.run.reading.style.pages);
  CHECK(options.run.reading.style.pages->at("a").date == "2024-02-03");
  CHECK(says(options.run.site, "dates and addresses of "));
  options = {};
  write("hugo.toml");
  complete({"-"});
  CHECK(generator() == "path");
}
