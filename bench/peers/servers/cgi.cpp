// SPDX-License-Identifier: GPL-2.0-or-later
//
// Usage: recap-bench-cgi PROGRAM THREADS
//
// Serves a CGI program over HTTP: each request starts PROGRAM, as every CGI server must, with the
// query of the target as QUERY_STRING, and returns its output after the head. Stands in for nginx
// in front of Omega, because nginx would need a second program for CGI.
#include "bench/peers/servers/server.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <exception>
#include <iostream>
#include <stdexcept>

namespace {

/// Both ends of a pipe, which the destructor closes.
class Pipe {
public:
  Pipe() {
    if (pipe2(ends_.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe can be made");
  }
  ~Pipe() {
    close_writing();
    close(ends_[0]);
  }
  Pipe(Pipe const&) = delete;
  Pipe& operator=(Pipe const&) = delete;

  int writing() const { return ends_[1]; }

  void close_writing() {
    if (ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }

  std::string read_all() const {
    std::string content;
    std::array<char, 65536> part;
    for (ssize_t got = 0; (got = read(ends_[0], part.data(), part.size())) > 0;)
      content.append(part.data(), static_cast<std::size_t>(got));
    return content;
  }

private:
  std::array<int, 2> ends_{-1, -1};
};

pid_t started(char* program, std::string& query_string, int output) {
  std::string method = "REQUEST_METHOD=GET";
  std::vector<char*> variables{method.data(), query_string.data()};
  for (char** variable = environ; *variable; ++variable)
    variables.push_back(*variable);
  variables.push_back(nullptr);
  std::array<char*, 2> const arguments{program, nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  pid_t child = 0;
  int const status =
      posix_spawn(&child, program, &actions, nullptr, arguments.data(), variables.data());
  posix_spawn_file_actions_destroy(&actions);
  if (status != 0) throw std::runtime_error(std::string(program) + " cannot be started");
  return child;
}

std::string answer(char* program, std::string_view target) {
  std::string query_string = "QUERY_STRING=" + std::string(recap::bench::query_of(target));
  Pipe pipe;
  pid_t const child = started(program, query_string, pipe.writing());
  pipe.close_writing();
  std::string const written = pipe.read_all();
  int status = 0;
  waitpid(child, &status, 0);
  std::size_t const end_of_head = written.find("\n\n");
  if (status != 0 || end_of_head == written.npos)
    throw std::runtime_error("the program failed: " + written);
  return written.substr(end_of_head + 2);
}

} // namespace

int main(int argc, char** argv) {
  try {
    std::size_t const threads = recap::bench::threads_argument({argv, argv + argc}, 2);
    auto const handle = [program = argv[1]](std::string_view target) {
      return answer(program, target);
    };
    recap::bench::serve(std::vector<recap::bench::Handler>(threads, handle));
    return 0;
  } catch (std::exception const& error) {
    std::cerr << "recap-bench-cgi: " << error.what() << '\n';
    return 2;
  }
}
