// SPDX-License-Identifier: GPL-2.0-or-later
//
// recap-load: how many questions a second a server answers, and how long each takes. A closed loop:
// each connection, in a thread of its own, asks the next line of a file as soon as it has its
// answer. Passes through the file are always complete and repeat until the time is over, so that
// all servers answer the same questions equally often.
#include "bench/load/connection.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

namespace recap::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Microseconds = std::chrono::duration<double, std::micro>;

struct Options {
  std::string address;
  std::string questions;
  std::string query; // prefix of a question, which is then percent-encoded; empty: lines are sent
                     // as they are
  std::string protocol = "http";
  std::string answers; // file for the bodies, a line each; empty: none
  std::size_t connections = 1;
  double seconds = 0;
};

std::string encoded(std::string const& text) {
  std::string safe;
  for (char const letter : text) {
    auto const byte = static_cast<unsigned char>(letter);
    if (byte < 128 && std::isalnum(byte))
      safe += letter;
    else
      safe += {'%', "0123456789ABCDEF"[byte / 16], "0123456789ABCDEF"[byte % 16]};
  }
  return safe;
}

std::vector<std::string> questions_of(Options const& options) {
  std::ifstream file(options.questions);
  std::vector<std::string> questions;
  for (std::string line; std::getline(file, line);)
    if (!line.empty())
      questions.push_back(options.query.empty() ? line : options.query + encoded(line));
  if (questions.empty()) throw std::runtime_error(options.questions + " has no questions");
  return questions;
}

boost::asio::ip::tcp::endpoint endpoint_of(std::string const& address) {
  std::size_t const colon = address.rfind(':');
  std::uint16_t port = 0;
  if (colon != address.npos)
    std::from_chars(address.data() + colon + 1, address.data() + address.size(), port);
  if (port == 0) throw std::runtime_error("an address is IP:PORT, as in 127.0.0.1:8080");
  return {boost::asio::ip::make_address(address.substr(0, colon)), port};
}

std::unique_ptr<Connection> connect(Options const& options) {
  auto const server = endpoint_of(options.address);
  return options.protocol == "http" ? connect_http(server) : connect_sphinxql(server);
}

/// Hands out the next question to all connections.
class Turns {
public:
  Turns(std::size_t questions, double seconds)
      : questions_(questions)
      , until_(Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                  std::chrono::duration<double>(seconds))) {}

  /// The number of the next question, counted over all passes; nullopt after the last pass.
  std::optional<std::size_t> next() {
    std::lock_guard const lock(mutex_);
    if (next_ % questions_ == 0 && next_ > 0 && Clock::now() >= until_) return {};
    return next_++;
  }

private:
  std::mutex mutex_;
  std::size_t questions_;
  Clock::time_point until_;
  std::size_t next_ = 0;
};

struct Tally {
  std::vector<double> microseconds;
  std::size_t failed = 0;
  std::size_t bytes = 0;
  std::string failure; // the first one's question and answer
};

Tally ask_in_turns(Options const& options, std::vector<std::string> const& questions, Turns& turns,
                   std::vector<std::string>& answers) {
  Tally tally;
  auto const connection = connect(options);
  while (auto const turn = turns.next()) {
    std::string const& question = questions[*turn % questions.size()];
    auto const begin = Clock::now();
    Reply reply = connection->ask(question);
    tally.microseconds.push_back(Microseconds(Clock::now() - begin).count());
    tally.bytes += reply.body.size();
    if (!reply.good && ++tally.failed == 1)
      tally.failure = question + ": " + reply.body.substr(0, 300);
    if (*turn < answers.size()) answers[*turn] = std::move(reply.body);
  }
  return tally;
}

void write_answers(std::string const& path, std::vector<std::string>& answers) {
  std::ofstream file(path);
  for (std::string& answer : answers) {
    std::replace(answer.begin(), answer.end(), '\n', '\v');
    file << answer << '\n';
  }
}

void report(std::vector<Tally> tallies, double seconds) {
  Tally all;
  for (Tally& tally : tallies) {
    all.microseconds.insert(all.microseconds.end(), tally.microseconds.begin(),
                            tally.microseconds.end());
    all.failed += tally.failed;
    all.bytes += tally.bytes;
    if (all.failure.empty()) all.failure = tally.failure;
  }
  std::sort(all.microseconds.begin(), all.microseconds.end());
  std::size_t const count = all.microseconds.size();
  auto const milliseconds = [&](double share) {
    return all.microseconds[std::min(
               count - 1, static_cast<std::size_t>(share * static_cast<double>(count)))] /
           1000;
  };
  std::printf("{\"requests\": %zu, \"failed\": %zu, \"seconds\": %.3f, \"rps\": %.1f, \"p50_ms\": "
              "%.3f, \"p95_ms\": %.3f, "
              "\"p99_ms\": %.3f, \"max_ms\": %.3f, \"mean_bytes\": %zu}\n",
              count, all.failed, seconds, static_cast<double>(count) / seconds, milliseconds(.5),
              milliseconds(.95), milliseconds(.99), milliseconds(1), all.bytes / count);
  if (all.failed > 0)
    std::fprintf(stderr, "recap-load: %zu failed, such as %s\n", all.failed, all.failure.c_str());
}

void run(Options const& options) {
  auto const questions = questions_of(options);
  std::vector<std::string> answers(options.answers.empty() ? 0 : questions.size());
  std::vector<Tally> tallies(options.connections);
  std::vector<std::exception_ptr> errors(options.connections);
  auto const begin = Clock::now();
  Turns turns(questions.size(), options.seconds);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < options.connections; ++i)
      threads.emplace_back([&, i] {
        try {
          tallies[i] = ask_in_turns(options, questions, turns, answers);
        } catch (...) {
          errors[i] = std::current_exception();
        }
      });
  }
  double const seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  for (auto const& error : errors)
    if (error) std::rethrow_exception(error);
  if (!options.answers.empty()) write_answers(options.answers, answers);
  report(std::move(tallies), seconds);
}

} // namespace
} // namespace recap::bench

int main(int argc, char** argv) {
  recap::bench::Options options;
  CLI::App app("Asks a server the lines of a file, in a closed loop, and prints requests a second "
               "and milliseconds.");
  app.add_option("ADDRESS", options.address, "IP:PORT of the server")->required();
  app.add_option("FILE", options.questions,
                 "questions, a line each: targets, or statements of SphinxQL")
      ->required();
  app.add_option("--query", options.query,
                 "lines are words; they are encoded behind this, as in /v1/search?q=");
  app.add_option("--protocol", options.protocol, "http or sphinxql")
      ->check(CLI::IsMember({"http", "sphinxql"}));
  app.add_option("--connections", options.connections, "at once, a thread each (1)")
      ->check(CLI::Range(1, 1024));
  app.add_option("--seconds", options.seconds,
                 "passes over the file are begun until then (0: one pass)");
  app.add_option("--answers", options.answers,
                 "file for the bodies of the first pass, a line each; ends of lines are VT");
  CLI11_PARSE(app, argc, argv);
  try {
    recap::bench::run(options);
    return 0;
  } catch (std::exception const& error) {
    std::cerr << "recap-load: " << error.what() << '\n';
    return 2;
  }
}
