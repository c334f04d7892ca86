// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/articles_state.hpp"
#include "index/segment/articles_writer.hpp"
#include "index/segment/bytes.hpp"
#include "index/segment/merged_order.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace recap::index {

namespace {

/// Each has to be loaded when the segment is opened.
constexpr std::size_t most_dictionaries = 32;

std::vector<SectionPlaces> places_of(StoredArticle const& stored) {
  std::vector<SectionPlaces> all;
  for (auto const& section : stored.read_sections(stored.sections())) {
    all.push_back({.heading_words = section.heading_words});
    std::uint32_t offset = 0;
    for (ByteReader in(section.places); in.left() > 0;)
      all.back().offsets.push_back(offset += in.number());
  }
  return all;
}

} // namespace

/// Copies compressed articles with their dictionaries. Only articles without a kept dictionary are
/// compressed again.
class ArticlesMerger {
public:
  ArticlesMerger(std::span<SegmentSource const> inputs, std::span<MergedArticle const> order)
      : inputs_(inputs)
      , order_(order) {}

  void choose_dictionaries() {
    std::map<std::pair<std::uint32_t, std::size_t>, std::size_t> uses;
    for (auto const& [docid, input, local] : order_) {
      auto const dictionary = state(input).stored(local).dictionary();
      if (dictionary > state(input).dictionaries.size()) segment_damaged();
      if (dictionary > 0) ++uses[{input, dictionary}];
    }
    // Segments of one writer share a dictionary.
    std::map<std::string_view, std::size_t> articles;
    for (auto const& [which, count] : uses)
      articles[bytes_of(which)] += count;
    for (auto const& [bytes, count] : articles)
      dictionaries_.push_back(bytes);
    std::ranges::stable_sort(dictionaries_, std::greater(),
                             [&](std::string_view bytes) { return articles[bytes]; });
    dictionaries_.resize(std::min(dictionaries_.size(), most_dictionaries));
    for (auto const& [which, count] : uses) {
      auto const found = std::ranges::find(dictionaries_, bytes_of(which));
      if (found != dictionaries_.end())
        numbers_[which] = static_cast<std::size_t>(found - dictionaries_.begin()) + 1;
    }
    if (dictionaries_.empty()) train();
    if (!dictionaries_.empty()) compressor_.emplace(dictionaries_.front());
  }

  void write(std::filesystem::path const& file) {
    ArticlesWriter out(file);
    for (auto const& [docid, input, local] : order_) {
      auto const stored = state(input).stored(local);
      auto const known = numbers_.find({input, stored.dictionary()});
      if (known != numbers_.end()) {
        out.add(known->second, stored.body());
      } else if (compressor_) {
        auto const record = inputs_[input].articles->record(local);
        out.add(1, encode_article(record, places_of(stored), *compressor_));
      } else {
        out.add(0, stored.body());
      }
    }
    out.finish(dictionaries_);
  }

private:
  /// A dictionary, by its input and its number there.
  [[nodiscard]] std::string_view bytes_of(std::pair<std::uint32_t, std::size_t> which) const {
    return state(which.first).dictionaries[which.second - 1];
  }
  [[nodiscard]] SegmentArticles::State const& state(std::uint32_t input) const {
    return *inputs_[input].articles->state_;
  }

  /// Many small segments may each have been too small for a dictionary.
  void train() {
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    for (auto const& [docid, input, local] : order_) {
      if (bytes >= training_bytes) break;
      auto const stored = state(input).stored(local);
      texts.push_back(stored.text(*state(input).inflater, 0, stored.text_bytes()));
      bytes += texts.back().size();
    }
    std::vector<std::string_view> samples;
    for (auto const& text : texts)
      add_samples(text, samples);
    trained_ = train_dictionary(samples);
    if (!trained_.empty()) dictionaries_.emplace_back(trained_);
  }

  std::span<SegmentSource const> inputs_;
  std::span<MergedArticle const> order_;
  std::vector<std::string_view> dictionaries_; ///< of the result
  std::map<std::pair<std::uint32_t, std::size_t>, std::size_t> numbers_;
  std::string trained_;
  std::optional<Compressor> compressor_;
};

void merge_articles(std::span<SegmentSource const> inputs, std::span<MergedArticle const> order,
                    std::filesystem::path const& file) {
  ArticlesMerger merger(inputs, order);
  merger.choose_dictionaries();
  merger.write(file);
}

} // namespace recap::index
