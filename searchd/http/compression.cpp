// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/compression.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <zlib.h>

namespace recap::http {
namespace {

/// From 1 to 9. Level 1 compresses a page of results of 32.9 KB to 6.3 KB in 0.20 ms, level 6 to
/// 5.4 KB in 0.47 ms (docs/performance.md).
constexpr int level = 1;

/// zlib's parameter for the largest window with gzip's header and trailer.
constexpr int gzip_window = 15 + 16;
constexpr int usual_memory = 8;

/// True for `q=0`, `q=0.0` and so on: not acceptable.
bool is_refused(std::string_view parameters) {
  auto const at = parameters.find('=');
  if (at == std::string_view::npos) return false;
  auto const weight = text::trimmed(parameters.substr(at + 1));
  return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

bool is_text(std::string_view content_type) {
  auto const type = text::trimmed(content_type.substr(0, content_type.find(';')));
  constexpr std::array endings{"json", "xml"};
  return type.starts_with("text/") ||
         std::ranges::any_of(endings, [type](auto const* end) { return type.ends_with(end); });
}

std::optional<std::string> gzipped(std::string const& body) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, usual_memory, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    return std::nullopt;
  std::string out(deflateBound(&stream, body.size()), '\0');
  // zlib does not write to it.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<Bytef const*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  bool const whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (!whole) return std::nullopt;
  return out;
}

} // namespace

bool takes_gzip(std::string_view accept_encoding) {
  std::optional<bool> any;
  while (!accept_encoding.empty()) {
    auto const comma = std::min(accept_encoding.find(','), accept_encoding.size());
    auto const item = accept_encoding.substr(0, comma);
    accept_encoding.remove_prefix(std::min(comma + 1, accept_encoding.size()));
    auto const semicolon = std::min(item.find(';'), item.size());
    auto const coding = text::trimmed(item.substr(0, semicolon));
    bool const taken = !is_refused(item.substr(semicolon));
    if (text::equal_letters(coding, "gzip") || text::equal_letters(coding, "x-gzip")) return taken;
    if (coding == "*") any = taken;
  }
  return any.value_or(false);
}

Response compressed(Response response, std::string_view accept_encoding) {
  if (response.body.size() < least_compressed_bytes || !is_text(response.content_type))
    return response;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!takes_gzip(accept_encoding)) return response;
  auto body = gzipped(response.body);
  if (!body || body->size() >= response.body.size()) return response;
  response.body = std::move(*body);
  response.headers.emplace_back("Content-Encoding", "gzip");
  for (auto& [name, value] : response.headers) {
    if (name == "ETag" && value.starts_with('"')) value.insert(0, "W/");
  }
  return response;
}

} // namespace recap::http
