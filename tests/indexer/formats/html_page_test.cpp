// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/html_page.hpp"

#include "indexer/formats/article.hpp"
#include "tests/catch.hpp"

using namespace recap::indexer;

namespace {

std::vector<std::string> values(HtmlPage const& page, std::string_view key) {
  auto const* const entry = find(page.metadata, key);
  return entry == nullptr ? std::vector<std::string>{} : entry->values;
}

} // namespace

TEST_CASE("the article of a page is read without its surroundings") {
  auto const page = read_html(R"(<!doctype html><html lang="ko"><head><title>Deploys | Blog</title>
<style>p{}</style><script>var hidden</script></head><body><header>Blog</header><nav>Home</nav>
<main><article><header><h1 id="top">Deploys</h1><p>By Ann</p></header>
<p>First <b>bold</b>word.<br>Next</p><aside>Note.</aside><h2 id="why">Why <a href="#why">#</a></h2>
<ul><li>one</li><li>two</li></ul><footer>Share</footer></article><div>More posts</div></main>
<footer>Imprint</footer></body></html>)");
  REQUIRE(page.sections.size() == 2);
  CHECK(page.sections[0].heading == "Deploys");
  CHECK(page.sections[0].anchor == "top");
  CHECK(page.sections[0].level == 1);
  CHECK(page.sections[0].text == "By Ann\nFirst boldword. Next\nNote.");
  CHECK(page.sections[1].heading == "Why");
  CHECK(page.sections[1].anchor == "why");
  CHECK(page.sections[1].text == "one\ntwo");
  CHECK(values(page, "title") == std::vector<std::string>{"Deploys"});
  CHECK(values(page, "lang") == std::vector<std::string>{"ko"});
}
