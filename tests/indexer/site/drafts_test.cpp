// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/drafts.hpp"

#include "metadata/problem.hpp"
#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

using namespace std::chrono_literals;

bool draft(std::string_view yaml, std::string const& site = "path",
           std::string_view path = "a.md") {
  return is_draft(metadata::read_yaml(yaml, 1), path, site_style({site}));
}

bool scheduled(std::string_view yaml, std::string const& site, std::string_view path = "a.md") {
  return is_scheduled(metadata::read_yaml(yaml, 1), path, site_style({site}),
                      std::chrono::sys_days(2024y / 5 / 6));
}

} // namespace

TEST_CASE("keys that hide an article make it a draft") {
  for (auto const* yaml :
       {"draft: yes", "published: false", "publish: off", "unlisted: true", "render: false",
        "noindex: 1", "robots: noindex, follow", "robots: none", "status: Draft (do not publish)",
        "search: {exclude: true}", "redirect_to: /x", "pagefind: false"}) {
    INFO(yaml);
    CHECK(draft(yaml));
  }
  for (auto const* yaml : {"draft: no", "published: 2020-01-01", "draft:", "robots: index",
                           "status: published", "private: ''"}) {
    INFO(yaml);
    CHECK_FALSE(draft(yaml));
  }
  CHECK_THROWS_AS(draft("draft: perhaps"), metadata::Unreadable);
}

TEST_CASE("a folder of drafts and a headless bundle depend on the generator") {
  CHECK(draft("a: b", "jekyll", "x/_drafts/a.md"));
  CHECK_FALSE(draft("a: b", "hugo", "x/_drafts/a.md"));
  CHECK(draft("headless: true", "hugo", "x/index.md"));
  CHECK_FALSE(draft("headless: true", "hugo", "x/a.md"));
  CHECK_FALSE(draft("headless: true", "jekyll", "x/index.md"));
  CHECK(draft("permalink: false", "eleventy"));
}

TEST_CASE("an article is scheduled where its generator schedules it") {
  CHECK(scheduled("date: 2024-05-07", "hugo"));
  CHECK_FALSE(scheduled("date: 2024-05-05", "hugo"));
  CHECK_FALSE(scheduled("date: 2024-05-07", "mkdocs"));
  CHECK(scheduled("publishDate: 2024-05-07", "mkdocs"));
  CHECK(scheduled("a: b", "jekyll", "_posts/2024-05-07-a.md"));
  CHECK_FALSE(scheduled("a: b", "hugo", "posts/2024-05-07-a.md"));
}

TEST_CASE("an error page is that of the site or of a language") {
  auto const page = [](std::string const& path, std::string_view yaml = "a: b") {
    auto const style = site_style({"hugo"});
    return is_error_page(metadata::read_yaml(yaml, 1), {.path = path}, style);
  };
  CHECK(page("404"));
  CHECK(page("ko/404"));
  CHECK(page("lost", "permalink: /404.html"));
  CHECK_FALSE(page("404", "permalink: /the-number/"));
  CHECK_FALSE(page("blog/404"));
}

TEST_CASE("only some keys can hide an article") {
  CHECK(may_hide(metadata::read_yaml("expiryDate: 2020-01-01", 1)));
  CHECK_FALSE(may_hide(metadata::read_yaml("type: docs\nauthor: x", 1)));
}
