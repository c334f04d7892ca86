// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/answer_cache.hpp"

#include "tests/catch.hpp"

#include <string>

using recap::AnswerCache;

namespace {

AnswerCache::Answer answer(std::string body, std::string version = "1") {
  AnswerCache::Answer answer;
  answer.version = std::move(version);
  answer.response.body = std::move(body);
  return answer;
}

std::string body_of(AnswerCache& cache, std::string_view key, std::string_view version = "1") {
  auto const found = cache.find(key, version);
  return found ? found->response.body : "none";
}

} // namespace

TEST_CASE("an answer is found under its key until another one takes its place") {
  AnswerCache cache(100'000);
  CHECK(body_of(cache, "a") == "none");
  cache.keep("a", answer("one"));
  cache.keep("b", answer("two"));
  CHECK(body_of(cache, "a") == "one");
  CHECK(body_of(cache, "b") == "two");
  cache.keep("a", answer("three"));
  CHECK(body_of(cache, "a") == "three");
  CHECK(cache.hits() == 3);
}

TEST_CASE("an answer of another version is not found, and its space is freed") {
  AnswerCache cache(100'000);
  cache.keep("a", answer("one", "1"));
  CHECK(cache.bytes() > 0);
  CHECK(body_of(cache, "a", "2") == "none");
  CHECK(cache.bytes() == 0);
  CHECK(cache.hits() == 0);
}

TEST_CASE("a full cache drops the least recently used answers") {
  constexpr std::size_t most = 100'000;
  AnswerCache cache(most);
  cache.keep("first", answer(std::string(1000, 'x')));
  for (int i = 0; i < 200; ++i) {
    cache.keep(std::to_string(i), answer(std::string(1000, 'x')));
    CHECK(body_of(cache, "first") != "none"); // used, so it stays
    CHECK(cache.bytes() <= most);
  }
  CHECK(body_of(cache, "0") == "none");
  CHECK(body_of(cache, "199") != "none");
  CHECK(cache.bytes() > most / 2);
}

TEST_CASE("an answer that would drive out most others is not kept") {
  AnswerCache cache(16'000);
  cache.keep("small", answer("x"));
  cache.keep("large", answer(std::string(2000, 'x')));
  CHECK(body_of(cache, "large") == "none");
  CHECK(body_of(cache, "small") == "x");
}

TEST_CASE("a cache of no bytes keeps nothing") {
  AnswerCache cache(0);
  cache.keep("a", answer("one"));
  CHECK(body_of(cache, "a") == "none");
  CHECK(cache.bytes() == 0);
}
