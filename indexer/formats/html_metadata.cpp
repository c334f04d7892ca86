// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/fields.hpp"
#include "indexer/formats/html_page.hpp"
#include "indexer/formats/json_ld.hpp"
#include "indexer/markup/html_sections.hpp"
#include "metadata/date.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>

namespace recap::indexer {
namespace {

using Names = std::initializer_list<std::string_view>;

class MetadataReader {
public:
  MetadataReader(HtmlTree const& tree, GumboNode const* content)
      : content_(content) {
    for (auto const* const node : elements(tree.root(), [](auto const*) { return true; }))
      note(node);
  }

  metadata::Entries read() {
    // Recap's own `<meta name="recap:year">` takes precedence over any other notation.
    for (index::Field const& field : index::fields)
      add(field.member, contents({std::string("recap:").append(field.member)}));
    add("draft", contents({"recap:draft"}));
    add("title", {title()});
    add("url", contents({"og:url"}));
    for (auto const* const name : {"author", "article:author", "dc.creator"})
      add("author", not_addresses(contents({name})));
    add("author", linked_data_.authors);
    add("author", authors_);
    add("topics", contents({"article:tag"}));
    add("topics", linked_data_.topics);
    add("topics", split(contents({"keywords", "news_keywords"})));
    add("topics", tags_);
    add("summary", contents({"description"}));
    add("summary", contents({"og:description"}));
    add("summary", {linked_data_.summary});
    add("image", contents({"og:image", "og:image:url", "twitter:image"}));
    add("lang", {lang_});
    add("lang", {linked_data_.lang});
    add_date();
    if (leads_elsewhere_ || asks_not_to_be_indexed()) add("draft", {"true"});
    return std::move(metadata_);
  }

private:
  struct Meta {
    std::string name;
    std::string content;
  };

  void note(GumboNode const* node) {
    auto const tag = tag_of(node);
    if (tag == GUMBO_TAG_META) {
      std::string_view name = attribute(node, "property");
      if (name.empty()) name = attribute(node, "name");
      metas_.push_back({text::fold(name), std::string(attribute(node, "content"))});
      if (text::fold(attribute(node, "http-equiv")) == "refresh") leads_elsewhere_ = true;
    } else if (tag == GUMBO_TAG_TITLE && title_.empty()) {
      title_ = plain_text(node);
    } else if (tag == GUMBO_TAG_HTML) {
      lang_ = attribute(node, "lang");
    } else if (tag == GUMBO_TAG_SCRIPT && attribute(node, "type") == "application/ld+json") {
      merge(linked_data_, json_ld(plain_text(node)));
    } else if (tag == GUMBO_TAG_LINK && has_word(node, "rel", "canonical")) {
      add("url", {std::string(attribute(node, "href"))});
    } else if (tag == GUMBO_TAG_TIME && time_.empty() && is_content(node)) {
      time_ = attribute(node, "datetime");
    } else if (tag == GUMBO_TAG_H1 && heading_.empty() && is_content(node)) {
      heading_ = heading_text(node);
    } else if (tag == GUMBO_TAG_A && has_word(node, "rel", "author")) {
      authors_.push_back(plain_text(node));
    } else if (tag == GUMBO_TAG_A && has_word(node, "rel", "tag")) {
      tags_.push_back(plain_text(node));
    }
  }

  /// Without a permalink sign at its end.
  static std::string heading_text(GumboNode const* node) {
    auto const sections = html_sections(node);
    return sections.empty() ? "" : sections.front().heading;
  }

  [[nodiscard]] bool is_content(GumboNode const* node) const {
    while (node != nullptr && node != content_)
      node = node->parent;
    return node != nullptr;
  }

  [[nodiscard]] std::vector<std::string> contents(Names names) const {
    std::vector<std::string> found;
    for (auto const name : names) {
      for (auto const& meta : metas_) {
        if (meta.name == name && !meta.content.empty()) found.push_back(meta.content);
      }
      if (!found.empty()) break;
    }
    return found;
  }

  /// Sites append their name to the title, but not to the heading of the page.
  [[nodiscard]] std::string title() const {
    if (auto const stated = contents({"og:title"}); !stated.empty()) return stated.front();
    if (!linked_data_.title.empty()) return linked_data_.title;
    bool const within = !heading_.empty() && title_.find(heading_) != std::string::npos;
    return within || title_.empty() ? heading_ : title_;
  }

  static std::vector<std::string> not_addresses(std::vector<std::string> values) {
    std::erase_if(values, [](auto const& value) { return value.find("://") != std::string::npos; });
    return values;
  }

  static std::vector<std::string> split(std::vector<std::string> const& lists) {
    std::vector<std::string> values;
    for (std::string_view rest : lists) {
      for (std::size_t end = 0; end != std::string_view::npos; rest.remove_prefix(end + 1)) {
        end = rest.find(',');
        values.emplace_back(rest.substr(0, end));
        if (end == std::string_view::npos) break;
      }
    }
    return values;
  }

  void add_date() {
    std::vector<std::string> dates{linked_data_.date};
    for (auto const* const name : {"article:published_time", "date", "dc.date", "dcterms.created",
                                   "publish_date", "pubdate", "article:modified_time"})
      std::ranges::move(contents({name}), std::back_inserter(dates));
    dates.push_back(time_);
    for (auto const& date : dates) {
      if (metadata::parse_date(date)) return add("date", {date});
    }
  }

  [[nodiscard]] bool asks_not_to_be_indexed() const {
    return std::ranges::any_of(metas_, [](auto const& meta) {
      if (meta.name != "robots") return false;
      auto const rules = split({meta.content});
      return std::ranges::any_of(rules, [](auto const& rule) {
        auto const word = text::fold(rule);
        return word == "noindex" || word == "none" || word.starts_with("noindex ");
      });
    });
  }

  /// The first value that is not empty counts.
  void add(std::string_view key, std::vector<std::string> values) {
    std::erase(values, "");
    if (values.empty() || find(metadata_, key) != nullptr) return;
    metadata::Entry entry{.key = std::string(key),
                          .kind = values.size() > 1 ? metadata::Entry::Kind::list
                                                    : metadata::Entry::Kind::text,
                          .values = std::move(values)};
    metadata_.push_back(std::move(entry));
  }

  GumboNode const* content_;
  std::vector<Meta> metas_;
  LinkedData linked_data_;
  std::string title_;
  std::string heading_;
  std::string lang_;
  std::string time_;
  std::vector<std::string> authors_;
  std::vector<std::string> tags_;
  bool leads_elsewhere_ = false;
  metadata::Entries metadata_;
};

} // namespace

metadata::Entries html_metadata(HtmlTree const& tree, GumboNode const* content) {
  return MetadataReader(tree, content).read();
}

} // namespace recap::indexer
