// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/check/check.hpp"

#include "index/fields.hpp"
#include "indexer/check/link_check.hpp"
#include "indexer/check/topic_check.hpp"
#include "indexer/formats/format.hpp"
#include "indexer/parse/parser_pool.hpp"
#include "indexer/sources/standard_input.hpp"
#include "metadata/known_keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <tuple>

namespace recap::indexer {
namespace {

/// Tomorrow, because that day may have begun east of this machine.
std::string latest_date() {
  constexpr std::time_t day_seconds = 24 * 60 * 60;
  std::time_t const tomorrow = std::time(nullptr) + day_seconds;
  std::tm utc{};
  gmtime_r(&tomorrow, &utc);
  std::array<char, 16> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &utc);
  return text.data();
}

/// True if the article states a title or has a heading.
bool has_title(CheckedArticle const& article) {
  bool const stated = std::ranges::any_of(
      article.facts.keys, [](auto const& key) { return text::fold(key.text) == "title"; });
  bool const headed = std::ranges::any_of(
      article.record.sections, [](auto const& section) { return !section.heading.empty(); });
  bool const page =
      article.facts.keys.empty() && article.relative.find(".htm") != std::string::npos;
  return stated || headed || (page && article.record.title != article.record.id);
}

class Check {
public:
  void skip(Skip const& skip) {
    add(Level::error, "unreadable", skip.path, {skip.line, 0}, skip.reason);
  }

  /// Reports the parts of the site's configuration that are not read.
  void remark(Skip const& remark) {
    add(Level::warning, "site", remark.path, {remark.line, 0}, remark.reason);
  }

  void receive(SourceFile const& file, std::size_t line, Parsed parsed) {
    ++result_.articles;
    if (!parsed.readable) {
      bool const in_front = parsed.line != 0 && !file.format->many;
      return add(Level::error, in_front ? "front-matter" : "unreadable", file.name,
                 {parsed.line, parsed.column}, parsed.reason);
    }
    CheckedArticle article{.file = file.name,
                           .relative = file.format->many ? "" : file.relative,
                           .line = line,
                           .record = index::decode(parsed.record),
                           .facts = unpack_facts(parsed.facts)};
    check_keys(article);
    if (parsed.draft) return;
    for (auto const& remark : parsed.remarks)
      add(Level::warning, "unread-value", file.name, {remark.line, remark.column}, remark.text);
    check_alone(article);
    for (auto& section : article.record.sections)
      section.text.clear();
    articles_.push_back(std::move(article));
  }

  CheckResult finish(std::string const& base_url) {
    check_ids();
    check_titles();
    check_topics(articles_, result_.findings);
    LinkCheck(articles_, base_url).check(result_.findings);
    for (auto const& [key, use] : unknown_keys_) {
      add(Level::note, "unknown-key", use.path, {use.line, 0},
          "key \"" + key + "\" is unknown and not indexed (" + std::to_string(use.articles) +
              (use.articles == 1 ? " article)" : " articles, this is the first)"));
    }
    std::ranges::stable_sort(result_.findings, {}, [](Finding const& finding) {
      return std::tie(finding.path, finding.line, finding.column);
    });
    return std::move(result_);
  }

private:
  struct Place {
    std::size_t line;
    std::size_t column;
  };
  struct KeyUse {
    std::string path;
    std::size_t line = 0;
    std::size_t articles = 0;
  };

  void add(Level level, char const* rule, std::string const& path, Place place,
           std::string const& message) {
    result_.findings.push_back({.level = level,
                                .rule = rule,
                                .path = path,
                                .line = place.line,
                                .column = place.column,
                                .message = message});
  }

  void warn(CheckedArticle const& article, char const* rule, std::string const& message,
            std::span<std::string_view const> keys = {}) {
    add(Level::warning, rule, article.file, {line_of_key(article, keys), 0}, message);
  }

  void check_keys(CheckedArticle const& article) {
    std::map<std::string_view, std::size_t> first_lines;
    for (auto const& key : article.facts.keys) {
      auto const [first, is_new] = first_lines.emplace(key.text, key.line);
      if (!is_new) {
        add(Level::warning, "repeated-key", article.file, {key.line, 0},
            "duplicate key \"" + key.text + "\", on line " + std::to_string(first->second) +
                " with the same value; keep one");
        continue;
      }
      if (metadata::is_known_key(text::fold(key.text))) continue;
      auto& use = unknown_keys_[key.text];
      if (use.articles++ == 0) use = {article.file, key.line, 1};
    }
  }

  void check_alone(CheckedArticle const& article) {
    auto const& record = article.record;
    if (record.date > latest_) {
      warn(article, "future-date",
           "date " + record.date + " is in the future; mark the article as draft, or fix the date",
           index::keys_of(index::FieldId::date));
    }
    if (!has_title(article))
      warn(article, "no-title", "no title and no heading; give the front matter a title");
    bool const empty = std::ranges::all_of(
        record.sections, [](auto const& section) { return section.text.empty(); });
    // A list page of Hugo has no text of its own.
    bool const list_page =
        std::filesystem::path(article.relative).filename().native().starts_with("_index.");
    if (empty && !list_page) warn(article, "no-text", "no text below the title");
  }

  void check_ids() {
    std::map<std::string, CheckedArticle const*> owners;
    for (auto const& article : articles_) {
      auto const [owner, is_new] = owners.emplace(article.record.id, &article);
      if (is_new) continue;
      constexpr auto id_keys = std::to_array<std::string_view>({"id", "slug"});
      add(Level::error, "duplicate-id", article.file, {line_of_key(article, id_keys), 0},
          taken_id(article.record.id, owner->second->file));
    }
  }

  void check_titles() {
    std::map<std::string, CheckedArticle const*> owners;
    for (auto const& article : articles_) {
      if (!has_title(article)) continue; // the file name takes its place
      auto const key = text::fold(article.record.title) + '\n' + article.record.lang;
      auto const [owner, is_new] = owners.emplace(key, &article);
      if (!is_new && owner->second->record.id != article.record.id) {
        warn(article, "duplicate-title",
             "title \"" + article.record.title + "\" is also that of " + owner->second->file,
             index::keys_of(index::FieldId::title));
      }
    }
  }

  CheckResult result_;
  std::vector<CheckedArticle> articles_;
  std::map<std::string, KeyUse> unknown_keys_;
  std::string latest_ = latest_date();
};

} // namespace

CheckResult check(RunOptions const& options) {
  MessageLoop loop;
  // Links are compared with addresses, which need the address of a site.
  ReadOptions reading = options.reading;
  if (reading.base_url.empty()) reading.base_url = "/";
  ParserPool pool(loop, jobs_of(options), reading);
  Report listed;
  std::vector<std::string> places = options.sources;
  std::optional<StandardInput> input;
  if (std::erase(places, "-") > 0) input.emplace(std::filesystem::temp_directory_path());
  auto files = list_sources(places, options.filter, listed);
  if (input) files.push_back(input->source());
  Check check;
  for (auto const& remark : options.remarks)
    check.remark(remark);
  for (auto const& skip : listed.skips)
    check.skip(skip);
  for (auto const& file : files) {
    try {
      for_each_article(file, options.reading, [&](RawArticle const& raw) {
        pool.parse(raw, file, ParseGoal::facts, [&check, &file, line = raw.line](Parsed parsed) {
          check.receive(file, line, std::move(parsed));
        });
      });
    } catch (metadata::Unreadable const& error) {
      check.skip({file.name, error.line(), error.what()});
    }
  }
  pool.finish();
  return check.finish(options.reading.base_url);
}

} // namespace recap::indexer
