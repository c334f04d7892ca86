// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/articles_format.hpp"

#include "index/segment/bytes.hpp"

#include <algorithm>

namespace recap::index {
namespace {

/// The record without the parts that encode_article() stores elsewhere.
std::string encode_fields(Record const& record) {
  Record fields = record;
  for (Section& section : fields.sections) {
    section.text.clear();
    section.first_position = 0;
  }
  return encode(fields);
}

std::string encode_places(SectionPlaces const& section) {
  std::string bytes;
  std::uint32_t last = 0;
  for (auto const offset : section.offsets) {
    put_varint(bytes, offset - last);
    last = offset;
  }
  return bytes;
}

/// Takes sections one after the other.
class SectionReader {
public:
  SectionReader(std::string_view heads, std::string_view places, std::size_t text_bytes)
      : heads_(heads)
      , places_(places)
      , text_bytes_(text_bytes) {}

  StoredArticle::Section next() {
    StoredArticle::Section section;
    section.begin = begin_;
    section.bytes = heads_.number();
    section.first_position = heads_.number();
    section.heading_words = heads_.number();
    section.places = places_.take(heads_.number());
    begin_ += section.bytes;
    if (begin_ > text_bytes_) segment_damaged();
    return section;
  }

private:
  ByteReader heads_;
  ByteReader places_;
  std::size_t text_bytes_;
  std::size_t begin_ = 0;
};

} // namespace

std::string encode_article(Record const& record, std::span<SectionPlaces const> sections,
                           Compressor& compressor) {
  std::string const shown = encode_fields(record);
  std::string heads;
  std::string places;
  std::string texts;
  for (std::size_t i = 0; i < record.sections.size(); ++i) {
    Section const& section = record.sections[i];
    SectionPlaces const& kept = sections[i];
    std::string const of_section = encode_places(kept);
    put_varint(heads, section.text.size());
    put_varint(heads, section.first_position);
    put_varint(heads, kept.heading_words);
    put_varint(heads, of_section.size());
    places += of_section;
    texts += section.text;
  }
  std::string chunk_sizes;
  std::string chunks;
  for (std::string_view rest(texts); !rest.empty();) {
    auto const chunk = rest.substr(0, chunk_bytes);
    put_varint(chunk_sizes, compressor.compress(chunk, chunks));
    rest.remove_prefix(chunk.size());
  }
  std::string out;
  put_varint(out, record.sections.size());
  put_varint(out, texts.size());
  std::array<std::string_view, 5> const parts{shown, heads, places, chunk_sizes, chunks};
  for (auto const part : std::span(parts).first(4))
    put_varint(out, part.size());
  for (auto const part : parts)
    out += part;
  return out;
}

StoredArticle::StoredArticle(std::string_view bytes) {
  ByteReader in(bytes);
  dictionary_ = in.number();
  body_ = in.rest();
  sections_ = in.number();
  text_bytes_ = in.varint();
  auto const shown = in.varint();
  auto const heads = in.varint();
  auto const places = in.varint();
  auto const chunk_sizes = in.varint();
  fields_ = in.take(shown);
  heads_ = in.take(heads);
  places_ = in.take(places);
  chunk_sizes_ = in.take(chunk_sizes);
  chunks_ = in.rest();
  // A section takes at least four bytes and a chunk two, so a damaged size cannot request too much
  // memory.
  if (sections_ > heads_.size() / 4 || text_bytes_ / chunk_bytes > chunk_sizes_.size())
    segment_damaged();
}

std::vector<StoredArticle::Section> StoredArticle::read_sections(std::size_t most) const {
  SectionReader in(heads_, places_, text_bytes_);
  std::vector<Section> all(std::min(most, sections_));
  for (auto& section : all)
    section = in.next();
  return all;
}

StoredArticle::Section StoredArticle::section(std::size_t number) const {
  SectionReader in(heads_, places_, text_bytes_);
  for (; number > 0; --number)
    in.next();
  return in.next();
}

Record StoredArticle::fields() const {
  Record record = decode(fields_);
  if (record.sections.size() != sections_) segment_damaged();
  SectionReader in(heads_, places_, text_bytes_);
  for (auto& section : record.sections)
    section.first_position = in.next().first_position;
  return record;
}

std::string StoredArticle::text(Inflater const& inflater, std::size_t begin,
                                std::size_t end) const {
  std::string text;
  end = std::min(end, text_bytes_);
  if (begin >= end) return text;
  std::size_t const first = begin / chunk_bytes;
  ByteReader sizes(chunk_sizes_);
  ByteReader chunks(chunks_);
  for (std::size_t number = 0; number * chunk_bytes < end; ++number) {
    auto const chunk = chunks.take(sizes.varint());
    if (number < first) continue;
    inflater.inflate(chunk, std::min(chunk_bytes, text_bytes_ - number * chunk_bytes), dictionary_,
                     text);
  }
  text.resize(end - first * chunk_bytes);
  text.erase(0, begin - first * chunk_bytes);
  return text;
}

} // namespace recap::index
