// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/answer_room.hpp"

#include "searchd/search/request.hpp"

#include <nlohmann/json.hpp>

namespace recap::api {
namespace {

std::size_t text_bytes(nlohmann::ordered_json const& json) {
  if (json.is_string()) return json.get_ref<std::string const&>().size();
  std::size_t bytes = 0;
  if (json.is_structured()) {
    for (auto const& member : json)
      bytes += text_bytes(member);
  }
  return bytes;
}

} // namespace

void AnswerRoom::check(std::size_t bytes) const {
  if (bytes <= left_) return;
  throw search::BadRequest(
      "the response would have more than " + std::to_string(bytes_) + " bytes; " + advice_, "");
}

void AnswerRoom::take(std::size_t bytes) {
  check(bytes);
  left_ -= bytes;
}

void AnswerRoom::take(nlohmann::ordered_json const& json) {
  take(text_bytes(json));
}

} // namespace recap::api
