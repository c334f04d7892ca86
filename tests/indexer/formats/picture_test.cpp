// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/picture.hpp"

#include "tests/catch.hpp"

using namespace recap;

namespace {

std::string picture(std::string_view yaml, std::string_view page = "https://e.org/blog/post/",
                    std::string_view base = "https://e.org") {
  return indexer::picture_of(metadata::read_yaml(yaml, 1), page, base);
}

} // namespace

TEST_CASE("an article's picture is an address, or a path of its site") {
  CHECK(picture("image: https://cdn.e.org/a.png?w=1") == "https://cdn.e.org/a.png?w=1");
  CHECK(picture("image: //cdn.e.org/a.png") == "//cdn.e.org/a.png");
  CHECK(picture("image: /img/a.png") == "https://e.org/img/a.png");
  CHECK(picture("image: /img/a.png", "/blog/post/", "") == "/img/a.png");
  CHECK(picture("image: javascript:alert(1)").empty());
  CHECK(picture("image: data:image/png;base64,AAAA").empty());
  CHECK(picture("title: x").empty());
}

TEST_CASE("the first value that is an address counts") {
  CHECK(picture("images: ['javascript:x', /a.png]") == "https://e.org/a.png");
  CHECK(picture("images: ['', /a.png]") == "https://e.org/a.png");
  CHECK(picture("image: nonsense\ncover: /a.png") == "https://e.org/a.png");
  CHECK(picture("image: 'http://'").empty());
}

TEST_CASE("a plain file name is a picture next to the page") {
  CHECK(picture("cover: a b.png") == "https://e.org/blog/post/a%20b.png");
  CHECK(picture("cover: ./a.png", "https://e.org/blog/post.html#x") == "https://e.org/blog/a.png");
  CHECK(picture("cover: a.png", "https://e.org") == "https://e.org/a.png");
  CHECK(picture("cover: a.png", "").empty());
  CHECK(picture("cover: ../../assets/a.png").empty());
}

TEST_CASE("a picture is found under the keys of generators and their maps") {
  for (auto const* yaml :
       {"heroImage: /a.png", "cover: {image: /a.png, alt: A}", "image: {title: T, src: /a.png}",
        "image: {path: /a.png, width: 2}", "images: [/a.png, /b.png]", "extra: {cover: /a.png}",
        "params: {image: /a.png}", "featured_image: /a.png", "thumbnail: /a.png"}) {
    CAPTURE(yaml);
    CHECK(picture(yaml) == "https://e.org/a.png");
  }
}
