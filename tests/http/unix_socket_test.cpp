// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "tests/catch.hpp"
#include "tests/http/test_server.hpp"
#include "tests/temporary_folder.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <fstream>
#include <iterator>

using namespace recap::http;
using Local = boost::asio::local::stream_protocol;

namespace {

std::string answer_at(std::filesystem::path const& file) {
  boost::asio::io_context io;
  Local::socket socket(io);
  socket.connect(Local::endpoint(file.string()));
  boost::asio::write(socket, boost::asio::buffer(std::string(
                                 "GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")));
  std::string all;
  boost::system::error_code end;
  boost::asio::read(socket, boost::asio::dynamic_buffer(all), end);
  return all;
}

std::function<void(Options&)> at(std::filesystem::path const& file) {
  return [=](Options& options) { options.socket = file; };
}

} // namespace

TEST_CASE("a server listens on a Unix domain socket and removes it at the end") {
  recap::tests::TemporaryFolder const folder;
  auto const file = folder.path() / "socket";
  {
    TestServer const server(echo, at(file));
    CHECK(answer_at(file).starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(answer_at(file).ends_with("GET /a\n"));
  }
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("a socket that a killed server left is replaced, one in use is not") {
  recap::tests::TemporaryFolder const folder;
  auto const file = folder.path() / "socket";
  {
    boost::asio::io_context io;
    Local::acceptor const left(io, Local::endpoint(file.string()));
  }
  REQUIRE(std::filesystem::is_socket(file));
  TestServer const server(echo, at(file));
  CHECK(answer_at(file).starts_with("HTTP/1.1 200"));
  CHECK_THROWS_WITH(TestServer(echo, at(file)),
                    Catch::Contains("cannot listen on " + file.string()));
  CHECK(answer_at(file).starts_with("HTTP/1.1 200"));
}

TEST_CASE("a file that is not a socket is left alone") {
  recap::tests::TemporaryFolder const folder;
  auto const file = folder.path() / "article";
  std::ofstream(file) << "words";
  CHECK_THROWS_WITH(TestServer(echo, at(file)),
                    Catch::Contains("cannot listen on " + file.string()));
  std::ifstream stream(file);
  CHECK(std::string(std::istreambuf_iterator<char>(stream), {}) == "words");
}

TEST_CASE("a name that is too long for a socket is named") {
  CHECK_THROWS_WITH(TestServer(echo, at("/tmp/" + std::string(200, 'x'))),
                    Catch::Contains("cannot listen on /tmp/xxx"));
}
