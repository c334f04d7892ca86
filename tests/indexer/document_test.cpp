// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document.hpp"

#include "index/whole_title.hpp"

#include "tests/catch.hpp"

#include <map>

using namespace recap;

namespace {

/// The impacts of the terms of an article with one section of `text`.
std::map<std::string, Xapian::termcount> terms(std::string title, std::string text) {
  index::Record record;
  record.title = std::move(title);
  record.sections.emplace_back().text = std::move(text);
  indexer::TermBuilder builder({});
  auto const document = indexer::whole_document(record, builder.build(record));
  std::map<std::string, Xapian::termcount> impacts;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    impacts.emplace(*term, term.get_wdf());
  return impacts;
}

} // namespace

TEST_CASE("a word counts for its stem, whose own term is for articles without that word") {
  auto const inflected = terms("t", "runs running");
  CHECK(inflected.contains("Zrun"));
  CHECK_FALSE(inflected.contains("run"));
  auto const plain = terms("t", "runs running run");
  CHECK_FALSE(plain.contains("Zrun"));
  CHECK(plain.at("run") == terms("t", "run run run").at("run"));
  CHECK(plain.contains("runs"));
  CHECK(plain.at("runs") < plain.at("run"));
}

TEST_CASE("words of a field are counted in the same way") {
  CHECK(terms("kernels", "t").contains("ZSkernel"));
  auto const plain = terms("kernel kernels", "t");
  CHECK_FALSE(plain.contains("ZSkernel"));
  CHECK(plain.contains("Skernel"));
}

TEST_CASE("a whole title has a term, of its stems whatever stands between them") {
  text::Analyser analyser;
  auto const term = index::whole_title_term(analyser, "open-source policies");
  CHECK(term == index::whole_title_term(analyser, "Open source: policy"));
  CHECK(term != index::whole_title_term(analyser, "open source policy 2"));
  CHECK(terms("Open Source Policy", "t").contains(term));
  CHECK(index::whole_title_term(analyser, "...").empty());
  std::string long_title;
  for (int i = 0; i < 60; ++i)
    long_title += "word" + std::to_string(i) + ' ';
  CHECK(index::whole_title_term(analyser, long_title).size() < 200);
  CHECK(index::whole_title_term(analyser, long_title) !=
        index::whole_title_term(analyser, long_title + "x"));
}

TEST_CASE("a Korean noun has one term whatever its particle") {
  auto const impacts = terms("t", "인턴십을");
  CHECK(impacts.contains("인턴십을"));
  CHECK(impacts.contains("인턴십"));
  CHECK_FALSE(impacts.contains("Z인턴십"));
}
