// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/request_parser.hpp"

#include "searchd/http/head_scanner.hpp"
#include "searchd/http/target.hpp"
#include "text/ascii.hpp"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace recap::http {
namespace {

namespace beast = boost::beast;
using boost::beast::http::field;
using boost::beast::http::verb;
using BeastParser = boost::beast::http::request_parser<boost::beast::http::string_body>;
using Fields = BeastParser::value_type::header_type;
using ParseError = boost::beast::http::error;

std::string text(beast::string_view view) {
  return {view.data(), view.size()};
}

/// A message for an error of Beast.
std::string syntax_fault(beast::error_code error) {
  auto const of = [&](ParseError other) { return error == make_error_code(other); };
  if (of(ParseError::bad_method)) return "The request does not begin with a method and a space.";
  if (of(ParseError::bad_target)) return "The request line has no target, or no space after it.";
  if (of(ParseError::bad_version)) return "The request line does not end in HTTP/1.1 or HTTP/1.0.";
  if (of(ParseError::bad_field)) return "The name of a field is not a token with a colon after it.";
  if (of(ParseError::bad_value)) return "The value of a field contains an invalid character.";
  if (of(ParseError::bad_content_length))
    return "Content-Length is not a number, or is combined with Transfer-Encoding.";
  if (of(ParseError::multiple_content_length)) return "Content-Length is given twice.";
  if (of(ParseError::bad_transfer_encoding))
    return "Transfer-Encoding is given twice, or combined with Content-Length.";
  if (of(ParseError::bad_chunk)) return "A chunk of the body does not begin with its size.";
  if (of(ParseError::bad_chunk_extension))
    return "A chunk of the body has an unreadable extension.";
  return "The request is not HTTP: " + error.message() + ".";
}

/// The non-standard fields, which only the program interprets.
NameValues extension_fields(Fields const& fields) {
  NameValues found;
  for (auto const& one : fields) {
    auto name = text::lowered(one.name_string());
    if (name.starts_with("x-")) found.emplace_back(std::move(name), text(one.value()));
  }
  return found;
}

/// The values of all fields of this name, as one list (RFC 9110, section 5.3).
std::string listed(Fields const& fields, std::string_view name) {
  std::string list;
  auto const [begin, end] = fields.equal_range(beast::string_view(name.data(), name.size()));
  for (auto one = begin; one != end; ++one)
    list += (list.empty() ? "" : ", ") + text(one->value());
  return list;
}

/// True if a request line ends in an unsupported version of HTTP.
bool other_version(std::string_view line) {
  constexpr std::string_view pattern = " HTTP/d.d\r\n";
  if (line.size() < pattern.size()) return false;
  line.remove_prefix(line.size() - pattern.size());
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    auto const digit = text::is_digit(line[i]);
    if (pattern[i] == 'd' ? !digit : line[i] != pattern[i]) return false;
  }
  return line[6] != '1' || line[8] > '1';
}

/// Errors that make the end or the recipient of the request ambiguous. Beast has checked
/// Content-Length.
std::optional<Refusal> framing_fault(Fields const& fields) {
  auto const hosts = fields.count(field::host);
  if (hosts == 0 && fields.version() > 10) return Refusal{400, "The Host field is missing.", {}};
  if (hosts > 1) return Refusal{400, "The Host field is given twice.", {}};
  if (hosts == 1 && !valid_host(text(fields[field::host])))
    return Refusal{400, "The Host field is not a host with an optional port.", {}};
  if (fields.count(field::transfer_encoding) == 0) return std::nullopt;
  if (fields.version() == 10) return Refusal{400, "HTTP/1.0 has no Transfer-Encoding.", {}};
  if (!beast::iequals(fields[field::transfer_encoding], "chunked"))
    return Refusal{501, "The only supported Transfer-Encoding is chunked.", {}};
  return std::nullopt;
}

/// Other errors of a well-framed request.
std::optional<Refusal> request_fault(Fields const& fields, bool has_body) {
  NameValues const allow{{"Allow", std::string(allowed_methods)}};
  auto const method = fields.method();
  if (method == verb::unknown) return Refusal{501, "The method is unknown.", allow};
  auto const safe = method == verb::get || method == verb::head;
  if (!safe && method != verb::post && method != verb::options)
    return Refusal{405, "The method is not allowed here.", allow};
  if (safe && has_body) return Refusal{400, "A GET or HEAD request must not have a body.", {}};
  if (fields.version() > 10 && fields.count(field::expect) > 0 &&
      !beast::iequals(fields[field::expect], "100-continue"))
    return Refusal{417, "The only supported expectation is 100-continue.", {}};
  return std::nullopt;
}

} // namespace

struct RequestParser::Impl {
  explicit Impl(Limits const& limits);

  std::size_t feed_head(std::string_view bytes);
  std::size_t feed_body(std::string_view bytes);
  void read_lines();
  bool put(std::string_view lines);
  void read_head();
  void read_target();
  void decline(Refusal why);
  void refuse(Refusal why);
  void refuse(beast::error_code error);

  std::size_t max_body_bytes;
  HeadScanner scanner;
  BeastParser beast;
  bool request_line_read = false;
  bool expects_continue = false;
  State state = State::idle;
  Incoming incoming;
  Refusal refusal;
};

RequestParser::Impl::Impl(Limits const& limits)
    : max_body_bytes(limits.body_bytes)
    , scanner(limits.header_bytes, limits.header_fields) {
  beast.eager(true);
  beast.header_limit(std::numeric_limits<std::uint32_t>::max()); // HeadScanner enforces it
  beast.body_limit(limits.body_bytes);
}

std::size_t RequestParser::Impl::feed_head(std::string_view bytes) {
  auto const taken = scanner.take(bytes);
  if (scanner.begun()) state = State::head;
  read_lines();
  if (scanner.refusal() && state != State::refused) refuse(*scanner.refusal());
  return taken;
}

/// Feeds Beast the request line as soon as it is complete, so that anything other than HTTP is
/// rejected immediately, and then all the fields together.
void RequestParser::Impl::read_lines() {
  if (!request_line_read && !scanner.request_line().empty()) {
    request_line_read = true;
    if (other_version(scanner.request_line()))
      refuse(Refusal{505, "Only HTTP/1.1 and HTTP/1.0 are supported.", {}});
    else if (put(scanner.request_line()))
      incoming.is_head = beast.get().method() == verb::head;
  }
  if (state != State::refused && scanner.complete() && put(scanner.fields())) read_head();
}

bool RequestParser::Impl::put(std::string_view lines) {
  beast::error_code error;
  auto const taken = beast.put(boost::asio::buffer(lines.data(), lines.size()), error);
  if (error == make_error_code(ParseError::need_more)) {
    // It needs lines still to come, or a version, if the request line ends before one.
    auto const all = taken == lines.size();
    error = all ? beast::error_code() : make_error_code(ParseError::bad_version);
  }
  if (error) refuse(error);
  return !error;
}

void RequestParser::Impl::read_head() {
  auto const& fields = beast.get().base();
  if (auto fault = framing_fault(fields)) return refuse(std::move(*fault));
  auto const has_body = !beast.is_done();
  auto& request = incoming.request;
  incoming.keep_alive = beast.keep_alive();
  incoming.is_http_1_0 = fields.version() == 10;
  incoming.is_options = fields.method() == verb::options;
  incoming.origin = text(fields[field::origin]);
  request.method = incoming.is_head ? "GET" : text(fields.method_string());
  request.target = text(fields.target());
  request.content_type = text(fields[field::content_type]);
  request.if_none_match = text(fields[field::if_none_match]);
  request.extension_fields = extension_fields(fields);
  request.accept = text(fields[field::accept]);
  request.accept_encoding = text(fields[field::accept_encoding]);
  request.accept_language = text(fields[field::accept_language]);
  request.host = text(fields[field::host]);
  request.authorization = text(fields[field::authorization]);
  incoming.forwarded = {listed(fields, "Forwarded"), listed(fields, "X-Forwarded-For")};
  expects_continue = has_body && !incoming.is_http_1_0 && fields.count(field::expect) > 0;
  state = has_body ? State::body : State::complete;
  if (auto fault = request_fault(fields, has_body)) return decline(std::move(*fault));
  read_target();
}

void RequestParser::Impl::read_target() {
  if (incoming.is_options && incoming.request.target == "*") return;
  auto target = parse_target(incoming.request.target);
  if (auto* fault = std::get_if<Refusal>(&target)) return decline(std::move(*fault));
  incoming.request.path = std::move(std::get<Target>(target).path);
  incoming.request.parameters = std::move(std::get<Target>(target).parameters);
}

std::size_t RequestParser::Impl::feed_body(std::string_view bytes) {
  if (bytes.empty()) return 0;
  expects_continue = false; // the body came without waiting
  beast::error_code error;
  auto const taken = beast.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  if (error && error != make_error_code(ParseError::need_more)) {
    refuse(error);
  } else if (beast.is_done()) {
    incoming.request.body = std::move(beast.get().body());
    state = State::complete;
  } else if (bytes.size() - taken >= max_chunk_line_bytes) {
    refuse(Refusal{400, "A chunk's first line or the trailer of the body is too long.", {}});
  }
  return taken;
}

/// Rejects a request whose end is certain: if it ends here, the connection can continue.
void RequestParser::Impl::decline(Refusal why) {
  auto const keep_alive = incoming.keep_alive && beast.is_done();
  refuse(std::move(why));
  incoming.keep_alive = keep_alive;
}

void RequestParser::Impl::refuse(Refusal why) {
  refusal = std::move(why);
  state = State::refused;
  incoming.keep_alive = false;
  if (incoming.origin.empty()) incoming.origin = text(beast.get()[field::origin]);
  if (incoming.request.target.empty()) incoming.request.target = text(beast.get().target());
}

void RequestParser::Impl::refuse(beast::error_code error) {
  if (error == make_error_code(ParseError::body_limit))
    refuse(
        Refusal{413, "The body is larger than " + std::to_string(max_body_bytes) + " bytes.", {}});
  else
    refuse(Refusal{400, syntax_fault(error), {}});
}

RequestParser::RequestParser(Limits const& limits)
    : impl_(std::make_unique<Impl>(limits)) {}

RequestParser::RequestParser(RequestParser&&) noexcept = default;

RequestParser::~RequestParser() = default;

std::size_t RequestParser::feed(std::string_view bytes) {
  std::size_t taken = 0;
  if (impl_->state == State::idle || impl_->state == State::head) taken = impl_->feed_head(bytes);
  if (impl_->state == State::body) taken += impl_->feed_body(bytes.substr(taken));
  return taken;
}

void RequestParser::refuse(Refusal refusal) {
  impl_->refuse(std::move(refusal));
}

RequestParser::State RequestParser::state() const {
  return impl_->state;
}

bool RequestParser::expects_continue() const {
  return impl_->state == State::body && impl_->expects_continue;
}

Incoming& RequestParser::incoming() {
  return impl_->incoming;
}

Refusal const& RequestParser::refusal() const {
  return impl_->refusal;
}

} // namespace recap::http
