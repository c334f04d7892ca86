// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/writer.hpp"

#include "index/segment/articles_writer.hpp"
#include "index/segment/inversion.hpp"
#include "index/segment/words_writer.hpp"

#include <stdexcept>

namespace recap::index {

std::vector<std::uint32_t> place_offsets(std::span<text::Token const> tokens,
                                         std::uint32_t first_position) {
  std::vector<std::uint32_t> offsets;
  std::uint32_t wanted = first_position;
  for (text::Token const& token : tokens) {
    // A token without letters of its own may skip a position.
    if (token.position < wanted) continue;
    for (; wanted <= token.position; wanted += positions_per_place)
      offsets.push_back(token.begin);
  }
  return offsets;
}

class SegmentWriter::State {
public:
  void add(SegmentArticle const& article) {
    if (article.sections.size() != article.record->sections.size() ||
        (!docids_.empty() && article.docid <= docids_.back()))
      throw std::invalid_argument("a segment takes articles in order, with places of each section");
    auto const local = static_cast<std::uint32_t>(docids_.size());
    for (ArticleTerm const& term : article.terms)
      words_.add(local, term);
    words_.end_article();
    articles_.add(*article.record, article.sections);
    docids_.push_back(article.docid);
    ends_.push_back(article.ends);
    for (Section const& section : article.record->sections)
      text_bytes_ += section.text.size();
  }

  void count_dead(std::span<ArticleTerm const> terms) {
    for (ArticleTerm const& term : terms) {
      if (term.impact > 0) words_.add_dead(term.term);
    }
  }

  [[nodiscard]] std::size_t text_bytes() const { return text_bytes_; }

  void write(std::filesystem::path const& words, std::filesystem::path const& articles) {
    WordsWriter out(words);
    words_.write(out);
    out.finish(docids_, ends_);
    articles_.write(articles);
    words_ = {};
    docids_.clear();
    ends_.clear();
    text_bytes_ = 0;
  }

private:
  Inversion words_;
  ArticleStore articles_;
  std::vector<std::uint32_t> docids_;
  std::vector<FieldEnds> ends_;
  std::size_t text_bytes_ = 0;
};

SegmentWriter::SegmentWriter()
    : state_(std::make_unique<State>()) {}

SegmentWriter::~SegmentWriter() = default;
SegmentWriter::SegmentWriter(SegmentWriter&&) noexcept = default;
SegmentWriter& SegmentWriter::operator=(SegmentWriter&&) noexcept = default;

void SegmentWriter::add(SegmentArticle const& article) {
  state_->add(article);
}

void SegmentWriter::count_dead(std::span<ArticleTerm const> terms) {
  state_->count_dead(terms);
}

std::size_t SegmentWriter::text_bytes() const {
  return state_->text_bytes();
}

void SegmentWriter::finish(std::filesystem::path const& words,
                           std::filesystem::path const& articles) {
  state_->write(words, articles);
}

} // namespace recap::index
