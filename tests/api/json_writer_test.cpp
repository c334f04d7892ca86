// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/json_writer.hpp"

#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

#include <limits>

using namespace recap;
using Json = nlohmann::ordered_json;

namespace {

std::string written(auto const& value) {
  api::JsonWriter json;
  json.value(value);
  return json.take();
}

} // namespace

TEST_CASE("members and elements are separated by commas, however they nest") {
  api::JsonWriter json;
  json.object([&] {
    json.key("empty");
    json.array([] {});
    json.key("list");
    json.array([&] {
      json.value(1U);
      json.object([&] { json.member("a", true); });
      json.object([] {});
      json.value(std::vector<std::string>{"x", "y"});
    });
    json.text_or_null("none", "");
    json.text_or_null("some", "text");
  });
  CHECK(json.take() ==
        R"({"empty":[],"list":[1,{"a":true},{},["x","y"]],"none":null,"some":"text"})"
        "\n");
}

TEST_CASE("a text reads back unchanged, whatever it contains") {
  std::string every;
  for (int byte = 1; byte < 0x80; ++byte)
    every += static_cast<char>(byte);
  std::string const with_nul("a\0b", 3);
  for (auto const& text : {std::string(), every, with_nul, std::string("인턴 🙂 é\u2028</script>")})
    CHECK(Json::parse(written(text)).get<std::string>() == text);
}

TEST_CASE("bytes that are not UTF-8 are replaced, and their neighbours kept") {
  for (std::string const text : {"a\xff z", "\xc3", "x\xed\xa0\x80y", "\xf0\x9f\x99 end"}) {
    auto const read = Json::parse(written(text)).get<std::string>();
    CHECK(read.find("\xEF\xBF\xBD") != std::string::npos);
    CHECK(read.back() == (text == "\xc3" ? '\xBD' : text.back()));
  }
}

TEST_CASE("numbers are written so that they read back the same, others as null") {
  for (double const number : {0.0, 0.1, -1.5, 5.3782, 1e-7, 1e300})
    CHECK(Json::parse(written(number)).get<double>() == number);
  CHECK(written(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615\n");
  CHECK(written(-3) == "-3\n");
  CHECK(written(std::numeric_limits<double>::infinity()) == "null\n");
}
