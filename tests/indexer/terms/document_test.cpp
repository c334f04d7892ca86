// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/terms/document.hpp"

#include "index/fields.hpp"
#include "index/whole_title.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <map>
#include <vector>

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

TEST_CASE("a whole title has a term of its stems, ignoring what is between them") {
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

TEST_CASE("a Korean noun has one term with any particle") {
  auto const impacts = terms("t", "인턴십을");
  CHECK(impacts.contains("인턴십을"));
  CHECK(impacts.contains("인턴십"));
  CHECK_FALSE(impacts.contains("Z인턴십"));
}

TEST_CASE("a stem under its word keeps its own positions and counts nowhere") {
  index::Record record;
  record.title = "t";
  record.sections.emplace_back().text = "run runs walking";
  indexer::TermBuilder builder({});
  std::map<std::string, index::ArticleTerm> found;
  for (auto const& term : builder.build(record).terms)
    found.emplace(term.term, term);
  auto const first = record.sections.front().first_position;
  auto const& stem = found.at("Zrun");
  CHECK(stem.impact == 0);
  CHECK(std::ranges::equal(stem.positions, std::vector{first + 1}));
  CHECK_FALSE(stem.is_stem);
  CHECK(found.at("run").is_stem);
  CHECK(std::ranges::equal(found.at("run").positions, std::vector{first}));
  CHECK(found.at("Zwalk").is_stem);
  CHECK_FALSE(found.at("runs").is_stem);
  CHECK_FALSE(found.contains("ZSrun"));
}

TEST_CASE("the places of a section's words are those of its text after the heading") {
  index::Record record;
  record.title = "t";
  auto& section = record.sections.emplace_back();
  section.heading = "two words";
  for (int i = 0; i < 40; ++i)
    section.text += "word ";
  indexer::TermBuilder builder({});
  auto const& places = builder.build(record).sections;
  REQUIRE(places.size() == 1);
  CHECK(places.front().heading_words == 2);
  CHECK(places.front().offsets == std::vector<std::uint32_t>{0, 16 * 5, 32 * 5});
}

TEST_CASE("a small document has terms for filters, sorting and completion, but no words") {
  index::Record record;
  record.id = "a";
  record.title = "Kernels";
  record.author = {"Ann", "ANN"};
  record.date = "2020-01-02";
  record.sections.emplace_back().text = "running text";
  auto const document = indexer::small_document(record);
  std::map<std::string, Xapian::termcount> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    terms.emplace(*term, term.get_wdf());
  CHECK(terms == std::map<std::string, Xapian::termcount>{{"D2020", 1},
                                                          {"D2020-01", 1},
                                                          {"D2020-01-02", 1},
                                                          {"Qa", 1},
                                                          {"XAann", 2},
                                                          {"XSAANN", 0},
                                                          {"XSAAnn", 0},
                                                          {"XST20200102Kernels", 0}});
  CHECK(document.get_data().empty());
  CHECK(document.get_value(index::field(index::FieldId::date).slot) == "20200102");
  CHECK(document.get_value(index::positions_slot).empty());
}
