// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/parse/parser_process.hpp"

#include "indexer/formats/article_facts.hpp"
#include "indexer/formats/format.hpp"
#include "indexer/process/wire.hpp"
#include "indexer/terms/article_terms.hpp"

#include <signal.h>
#include <sys/resource.h>

#include <algorithm>
#include <new>

namespace recap::indexer {
namespace {

/// Address space of the program and its libraries, before any article.
constexpr std::uint64_t own_bytes = 512ULL << 20;

/// cmark-gfm takes about 230 bytes per byte of hostile Markdown.
constexpr std::uint64_t bytes_per_article_byte = 300;

std::uint64_t memory_bound(ReadOptions const& options) {
  return own_bytes + bytes_per_article_byte * options.max_article_bytes;
}

void bound(int resource, rlim_t most) {
  rlimit limit{};
  ::getrlimit(static_cast<__rlimit_resource>(resource), &limit);
  limit.rlim_cur = std::min(most, limit.rlim_max);
  ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

void bound_memory([[maybe_unused]] ReadOptions const& options) {
#ifndef RECAP_SANITIZED // sanitizers reserve terabytes of address space
  bound(RLIMIT_AS, memory_bound(options));
#endif
  bound(RLIMIT_CORE, 0);
}

/// The limit applies to the whole life of a process, so it is raised with each article.
void bound_time(ReadOptions const& options) {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  bound(RLIMIT_CPU, static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 +
                        options.max_article_seconds);
}

Parsed parse(std::string_view task, ReadOptions const& options, text::Analyser& analyser) {
  Unpacker in(task);
  auto const goal = static_cast<ParseGoal>(in.number());
  SourceFile file;
  file.format = &formats()[in.number()];
  file.relative = in.text();
  file.path = file.relative;
  file.place = in.text();
  RawArticle raw;
  raw.line = in.number();
  raw.too_large = in.number() != 0;
  raw.bytes = in.text();
  Parsed parsed;
  try {
    Article article = parse_article(raw, file, options);
    parsed.readable = true;
    parsed.draft = article.draft;
    parsed.scheduled = article.scheduled;
    parsed.remarks = std::move(article.remarks);
    parsed.id = article.record.id;
    if (goal == ParseGoal::lengths) {
      parsed.lengths = count_words(analyser, article.record);
    } else {
      parsed.record = index::encode(article.record);
      if (goal == ParseGoal::facts) parsed.facts = pack(file.format->facts(raw));
    }
  } catch (metadata::Unreadable const& error) {
    parsed.line = error.line();
    parsed.column = error.column();
    parsed.reason = error.what();
  } catch (std::bad_alloc const&) {
    parsed.line = raw.line;
    parsed.reason = "takes more than " + std::to_string(memory_bound(options) >> 20) +
                    " MiB of memory to parse; simplify it";
  }
  return parsed;
}

} // namespace

std::string pack_task(RawArticle const& raw, SourceFile const& file, ParseGoal goal) {
  Packer out;
  out.number(static_cast<std::uint64_t>(goal))
      .number(static_cast<std::uint64_t>(file.format - formats().data()));
  out.text(file.relative)
      .text(file.place)
      .number(raw.line)
      .number(raw.too_large ? 1 : 0)
      .text(raw.bytes);
  return out.message();
}

Parsed unpack_result(std::string_view message) {
  Unpacker in(message);
  Parsed parsed;
  parsed.readable = in.number() != 0;
  parsed.line = in.number();
  parsed.column = in.number();
  parsed.reason = in.text();
  parsed.draft = in.number() != 0;
  parsed.scheduled = in.number() != 0;
  parsed.id = in.text();
  parsed.record = in.text();
  parsed.facts = in.text();
  for (double& length : parsed.lengths)
    length = in.real();
  parsed.remarks.resize(in.number());
  for (metadata::Remark& remark : parsed.remarks) {
    remark.line = in.number();
    remark.column = in.number();
    remark.text = in.text();
  }
  return parsed;
}

void serve_parser(int descriptor, ReadOptions const& options) {
  bound_memory(options);
  text::Analyser analyser;
  for (std::string task; read_message(descriptor, task);) {
    bound_time(options);
    Parsed const parsed = parse(task, options, analyser);
    Packer out;
    out.number(parsed.readable ? 1 : 0)
        .number(parsed.line)
        .number(parsed.column)
        .text(parsed.reason);
    out.number(parsed.draft ? 1 : 0)
        .number(parsed.scheduled ? 1 : 0)
        .text(parsed.id)
        .text(parsed.record)
        .text(parsed.facts);
    for (double const length : parsed.lengths)
      out.real(length);
    out.number(parsed.remarks.size());
    for (metadata::Remark const& remark : parsed.remarks)
      out.number(remark.line).number(remark.column).text(remark.text);
    write_message(descriptor, out.message());
  }
}

std::string reason_of_death(int signal, ReadOptions const& options) {
  if (signal == SIGXCPU) {
    return "takes more than " + std::to_string(options.max_article_seconds) +
           " s to parse; simplify it, or raise --max-article-seconds";
  }
  return "its parser was killed by signal " + std::to_string(signal) +
         "; if that happens again, simplify the article and report it";
}

} // namespace recap::indexer
