// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/check/link_check.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

using Rules = std::vector<std::string>;

/// Articles of a site, whose files need not exist.
class LinkedSite {
public:
  void add(std::string const& relative, std::string const& url = "") {
    auto& article = articles_.emplace_back();
    article.file = "/nonexistent/content/" + relative;
    article.relative = relative;
    article.record.id = relative.substr(0, relative.rfind('.'));
    article.record.url = url;
    auto& section = article.record.sections.emplace_back();
    section.heading = "What's new?";
    section.anchor = "whats-new";
  }

  /// The rules that links to `targets` in the first article break.
  [[nodiscard]] Rules broken(std::vector<std::string> const& targets) {
    for (auto const& target : targets)
      articles_.front().facts.links.push_back({target, 3});
    std::vector<Finding> findings;
    LinkCheck(articles_, "https://example.org").check(findings);
    articles_.front().facts.links.clear();
    Rules rules;
    for (auto const& finding : findings) {
      CHECK(finding.line == 3);
      rules.push_back(finding.rule);
    }
    return rules;
  }

private:
  std::vector<CheckedArticle> articles_;
};

} // namespace

TEST_CASE("a link to a source file must lead to one") {
  LinkedSite site;
  site.add("blog/a.md");
  site.add("blog/b.md");
  CHECK(site.broken({"b.md", "../blog/b.md", "b.md#whats-new", "./b.md?x=1"}).empty());
  CHECK(site.broken({"c.md", "../b.md"}) == Rules{"broken-link", "broken-link"});
}

TEST_CASE("an address is found by path, stated address and without a date or an ending") {
  LinkedSite site;
  site.add("blog/a.md");
  site.add("blog/2020-01-02-dated.md");
  site.add("blog/c.md", "https://example.org/news/stated/");
  CHECK(site.broken({"/blog/a/", "/blog/A.html", "/blog/dated/", "/news/stated",
                     "https://example.org/blog/a/", "dated"})
            .empty());
  CHECK(site.broken({"/blog/none/", "/news/none", "https://example.org/blog/none"}) ==
        Rules{"broken-link", "broken-link", "broken-link"});
}

TEST_CASE("addresses below folders without articles, of other sites and in templates are unknown") {
  LinkedSite site;
  site.add("blog/a.md");
  CHECK(site.broken({"/tags/x/", "https://other.org/blog/none", "//other.org/blog/none",
                     "mailto:x@example.org", "/blog/{{ slug }}", "../../outside/x", ""})
            .empty());
}

TEST_CASE("an anchor must be an id or a heading of its page, in the spelling of any generator") {
  LinkedSite site;
  site.add("blog/a.md");
  site.add("blog/b.md");
  CHECK(site.broken({"#whats-new", "#what-s-new", "b.md#WhatsNew", "/blog/b/#whats-new", "#top",
                     "#fn:1", "#:~:text=x", "#"})
            .empty());
  CHECK(site.broken({"#old", "b.md#old", "/blog/b/#old"}) ==
        Rules{"broken-anchor", "broken-anchor", "broken-anchor"});
}

TEST_CASE("a metadata key is found in any case, the preferred first") {
  CheckedArticle article;
  article.line = 1;
  article.facts.keys = {{"Slug", 2}, {"ID", 3}};
  auto const line = [&](std::initializer_list<std::string_view> keys) {
    return line_of_key(article, {keys.begin(), keys.size()});
  };
  CHECK(line({"id", "slug"}) == 3);
  CHECK(line({"slug", "id"}) == 2);
  CHECK(line({"title"}) == 1);
}
