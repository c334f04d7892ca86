// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/articles_writer.hpp"

#include "index/segment/bytes.hpp"

namespace recap::index {
namespace {

std::string_view bytes_of(ArticlesHeader const& header) {
  return {reinterpret_cast<char const*>(&header), sizeof header};
}

} // namespace

ArticlesWriter::ArticlesWriter(std::filesystem::path const& file)
    : file_(file) {
  file_.write(bytes_of({}));
  begin_ = file_.size();
}

void ArticlesWriter::add(std::size_t dictionary, std::string_view body) {
  std::string number;
  put_varint(number, dictionary);
  file_.write(number);
  file_.write(body);
  offsets_.push_back(file_.size() - begin_);
}

void ArticlesWriter::finish(std::span<std::string_view const> dictionaries) {
  file_.pad(0);
  ArticlesHeader header{.mark = articles_mark,
                        .articles = static_cast<std::uint32_t>(offsets_.size() - 1),
                        .dictionaries = static_cast<std::uint32_t>(dictionaries.size()),
                        .article_bytes = file_.size() - begin_};
  file_.write_array(std::span<std::uint64_t const>(offsets_));
  std::vector<std::uint64_t> ends{0};
  for (auto const dictionary : dictionaries)
    ends.push_back(ends.back() + dictionary.size());
  header.dictionary_bytes = ends.back();
  file_.write_array(std::span<std::uint64_t const>(ends));
  for (auto const dictionary : dictionaries)
    file_.write(dictionary);
  file_.finish(bytes_of(header));
}

void add_samples(std::string_view text, std::vector<std::string_view>& samples) {
  for (; !text.empty(); text.remove_prefix(samples.back().size()))
    samples.push_back(text.substr(0, chunk_bytes));
}

void ArticleStore::add(Record const& record, std::span<SectionPlaces const> sections) {
  if (compressor_) return encode(record, sections);
  for (Section const& section : record.sections)
    waiting_bytes_ += section.text.size();
  waiting_.push_back({record, {sections.begin(), sections.end()}});
  if (waiting_bytes_ >= training_bytes) train();
}

void ArticleStore::encode(Record const& record, std::span<SectionPlaces const> sections) {
  bodies_ += encode_article(record, sections, *compressor_);
  ends_.push_back(bodies_.size());
}

void ArticleStore::train() {
  std::vector<std::string_view> samples;
  for (Waiting const& article : waiting_) {
    for (Section const& section : article.record.sections)
      add_samples(section.text, samples);
  }
  dictionary_ = train_dictionary(samples);
  compressor_.emplace(dictionary_);
  for (Waiting const& article : waiting_)
    encode(article.record, article.sections);
  waiting_ = {};
}

void ArticleStore::write(std::filesystem::path const& file) {
  if (!compressor_) train();
  ArticlesWriter out(file);
  std::size_t begin = 0;
  for (auto const end : ends_) {
    out.add(dictionary_.empty() ? 0 : 1, std::string_view(bodies_).substr(begin, end - begin));
    begin = end;
  }
  std::vector<std::string_view> dictionaries;
  if (!dictionary_.empty()) dictionaries.emplace_back(dictionary_);
  out.finish(dictionaries);
  bodies_.clear();
  ends_.clear();
  if (waiting_bytes_ < training_bytes || dictionary_.empty()) {
    compressor_.reset();
    waiting_bytes_ = 0;
  }
}

} // namespace recap::index
