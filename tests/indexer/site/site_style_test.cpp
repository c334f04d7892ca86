// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_style.hpp"

#include "indexer/site/preset.hpp"
#include "tests/catch.hpp"

#include <functional>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

using namespace recap::indexer;

namespace {

using Styles = std::vector<std::string>;

/// What site_style() says about `styles`.
std::string complaint(Styles const& styles) {
  try {
    static_cast<void>(site_style(styles));
  } catch (std::invalid_argument const& error) {
    return error.what();
  }
  return "";
}

} // namespace

TEST_CASE("an unknown style is refused with what to write") {
  for (auto const* const style : {"path", "hugo", "jekyll", "/:title"})
    CHECK(complaint({style}).empty());
  for (auto const* const style : {"", "Hugo", "wordpress", ":title"})
    CHECK(complaint({style}).find("write one of path, html, hugo, jekyll") != std::string::npos);
  CHECK(complaint({"hugo", "posts=/:foo/"})
            .starts_with("\"/:foo/\": :foo is not a placeholder of Hugo"));
  CHECK(complaint({"hugo", "posts=/:sections[1:]/"}).find(": :sections[1:] is not") !=
        std::string::npos);
  CHECK(complaint({"/:years/"})
            .find(":years is not a placeholder of Jekyll; these are: :categories :year ") !=
        std::string::npos);
  CHECK(complaint({"/:year_:month/"}).empty());
  CHECK(complaint({"hugo", "jekyll"}).find("already has the style hugo") != std::string::npos);
  CHECK(complaint({"hugo", "a=/b/", "a=/c/"}).find("already has a pattern") != std::string::npos);
  CHECK(complaint({"posts=/:title/"}).find("also give --url-style hugo or jekyll") !=
        std::string::npos);
  CHECK(complaint({"hugo", "posts=:title"}).find("begins with /") != std::string::npos);
  CHECK(complaint({"hugo", "posts/2020=/:title"}).find("first folder alone") != std::string::npos);
}

TEST_CASE("a style keeps the rules of the site that it is given for") {
  SiteStyle base = site_style({"hugo"});
  base.time_zone = "Asia/Seoul";
  base.folders["a"] = "/a/:slug/";
  auto const style = site_style({"pretty", "b=/b/:title/", "/a/=/c/:title/"}, base);
  CHECK(style.site->name == "hugo");
  CHECK(style.addresses->name == "jekyll");
  CHECK(style.pattern == "/:categories/:year/:month/:day/:title/");
  CHECK(style.time_zone == "Asia/Seoul");
  CHECK(style.folders.at("a") == "/c/:title/");
  CHECK(style.folders.at("b") == "/b/:title/");
  CHECK(to_string(site_style({}, base)) == to_string(base));
}

TEST_CASE("a pattern of pages is the generator's own, or Jekyll's without one") {
  CHECK(site_style({"/:title/"}).addresses->name == "jekyll");
  CHECK(site_style({"/:title/"}, site_style({"hugo"})).addresses->name == "jekyll");
  CHECK(site_style({"/:path/"}, site_style({"mkdocs"})).addresses->name == "mkdocs");
  CHECK(complaint({"vitepress", "a=/:title/"}).find(":title is not a placeholder of VitePress") !=
        std::string::npos);
}

TEST_CASE("ids of headings are those that are stated, else the generator's") {
  SiteStyle style = site_style({"zola"});
  CHECK(heading_style_of(style).name == "zola");
  style.headings = &heading_style("none");
  CHECK(heading_style_of(style).name == "none");
}

TEST_CASE("styles with any difference have different texts, on one line") {
  std::vector<std::function<void(SiteStyle&)>> const changes{
      [](auto&) {},
      [](auto& style) { style.site = preset_named("jekyll"); },
      [](auto& style) { style.addresses = preset_named("jekyll"); },
      [](auto& style) { style.headings = &heading_style("none"); },
      [](auto& style) { style.pattern = "/:slug/"; },
      [](auto& style) { style.folders["a"] = "/:slug/"; },
      [](auto& style) { style.languages = {"ko", "en"}; },
      [](auto& style) { style.disabled_languages = {"ko"}; },
      [](auto& style) { style.time_zone = "Asia/Seoul"; },
      [](auto& style) { style.configured = true; },
      [](auto& style) { style.future = true; },
      [](auto& style) { style.needs_front_matter = true; },
      [](auto& style) { style.content = {{.folder = "a"}}; },
      [](auto& style) { style.content = {{.folder = "a", .route = "/b"}}; },
      [](auto& style) { style.content = {{.folder = "a", .language = "ko"}}; },
      [](auto& style) { style.content = {{.folder = "a", .of_preset = "b"}}; },
      [](auto& style) { style.defaults = {{.folder = "a"}}; },
      [](auto& style) { style.defaults = {{.folder = "a", .paths = {"b"}}}; },
      [](auto& style) { style.defaults = {{.folder = "a", .target_path = "b"}}; },
      [](auto& style) { style.defaults = {{.folder = "a", .of = FolderDefaults::Of::posts}}; },
      [](auto& style) {
        style.defaults = {{.folder = "a", .metadata = {{.key = "lang", .values = {"a\nb"}}}}};
      },
      [](auto& style) {
        style.pages = std::make_shared<KnownPages const>(KnownPages{{"a", {"/a/", "2024-01-02"}}});
      },
      [](auto& style) {
        style.pages = std::make_shared<KnownPages const>(KnownPages{{"a", {"/a/", "2024-01-03"}}});
      },
  };
  std::set<std::string> texts;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    INFO(i);
    SiteStyle style = site_style({"hugo"});
    changes[i](style);
    auto const text = to_string(style);
    CHECK(texts.insert(text).second);
    CHECK(text.find('\n') == std::string::npos);
    SiteStyle again = site_style({"hugo"});
    changes[i](again);
    CHECK(to_string(again) == text);
  }
}

TEST_CASE("a code of a language begins with two letters") {
  for (auto const* const code : {"ko", "pt-br", "zh-Hans", "none"})
    CHECK(is_language_code(code));
  for (auto const* const code : {"", "k", "k/o", "../", "12", "ko_KR"})
    CHECK_FALSE(is_language_code(code));
}
