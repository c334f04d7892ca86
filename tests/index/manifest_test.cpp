// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/manifest.hpp"

#include "index/databases.hpp"
#include "index/fields.hpp"
#include "tests/index/store_fixture.hpp"
#include "text/analyser.hpp"

#include <nlohmann/json.hpp>

#include <string>

using namespace recap;
using namespace recap::index;

namespace {

Manifest made() {
  Manifest manifest;
  manifest.schema = schema_version;
  manifest.analyser = text::analyser_version;
  return manifest;
}

/// Why a manifest is refused.
Error refusal(nlohmann::json const& json) {
  return error_of([&] { static_cast<void>(from_json(json.dump(), "a/manifest.json")); });
}

} // namespace

TEST_CASE("a manifest is read as it was written") {
  Manifest const manifest{
      .schema = schema_version,
      .analyser = text::analyser_version,
      .generation = 7,
      .created = "2023-01-30T00:00:00Z",
      .articles = 150'000,
      .shards = 3,
      .mark = "7 abc",
      .segments = {{"words-5", "articles-5"}, {"words-7", "articles-7"}},
      .settings = "f00",
      .average_lengths = {1.5, 0, 0.1, 1.0 / 3, 2, 3, 4, 1234.5678},
      .body_words = std::uint64_t{1} << 40,
      .files = {{"a/b", std::uint64_t{1} << 33, "0123456789abcdef"}},
  };
  Manifest const again = from_json(to_json(manifest), "manifest.json");
  CHECK(again.generation == manifest.generation);
  CHECK(again.created == manifest.created);
  CHECK(again.articles == manifest.articles);
  CHECK(again.shards == manifest.shards);
  CHECK(again.mark == manifest.mark);
  CHECK(again.segments == manifest.segments);
  CHECK(again.settings == manifest.settings);
  CHECK(again.average_lengths == manifest.average_lengths);
  CHECK(again.body_words == manifest.body_words);
  CHECK(again.files == manifest.files);
}

TEST_CASE("a manifest without a number of shards has one") {
  Manifest manifest;
  manifest.schema = schema_version;
  manifest.analyser = text::analyser_version;
  auto json = nlohmann::json::parse(to_json(manifest));
  json.erase("shards");
  json.erase("mark");
  CHECK(from_json(json.dump(), "manifest.json").shards == 1);
  json["shards"] = 0;
  auto const error = error_of([&] { static_cast<void>(from_json(json.dump(), "manifest.json")); });
  CHECK(error.code() == ErrorCode::damaged);
}

TEST_CASE("versions are read first, since anything else may then mean something else") {
  auto json = nlohmann::json::parse(to_json(made()));
  json["files"] = "in another notation";
  CHECK(refusal(json).code() == ErrorCode::damaged);
  json["analyser"] = text::analyser_version + 1;
  auto const newer = refusal(json);
  CHECK(newer.code() == ErrorCode::newer);
  CHECK(std::string(newer.what()).starts_with("a/manifest.json: analyser "));
  json["schema"] = schema_version - 1;
  auto const older = refusal(json);
  CHECK(older.code() == ErrorCode::older);
  CHECK(std::string(older.what()).starts_with("a/manifest.json: schema "));
}

TEST_CASE("a manifest that lacks a part, or has one of another kind, is damaged") {
  auto const whole = nlohmann::json::parse(to_json(made()));
  for (auto const& [key, value] : whole.items()) {
    if (key == "shards" || key == "mark") continue; // older manifests had none
    INFO(key);
    auto lacking = whole;
    lacking.erase(key);
    CHECK(refusal(lacking).code() == ErrorCode::damaged);
    auto other = whole;
    other[key] = nlohmann::json::object({{"a", nullptr}});
    CHECK(refusal(other).code() == ErrorCode::damaged);
  }
  auto many = whole;
  many["shards"] = most_shards + 1;
  CHECK(refusal(many).code() == ErrorCode::damaged);
  many["shards"] = most_shards;
  CHECK(from_json(many.dump(), "a").shards == most_shards);
}
