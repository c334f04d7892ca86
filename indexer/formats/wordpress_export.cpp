// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/wordpress_export.hpp"

#include "indexer/formats/file_reader.hpp"
#include "text/unicode.hpp"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace recap::indexer {
namespace {

using nlohmann::json;

/// WordPress splits a text that contains `]]>` into several CDATA sections.
std::string text_of(pugi::xml_node const& node) {
  std::string text;
  for (auto const& child : node.children())
    text += child.value();
  return text;
}

std::string text_of(pugi::xml_node const& parent, char const* name) {
  return text_of(parent.child(name));
}

/// Offsets of line ends, to find the line of a byte.
class LineNumbers {
public:
  explicit LineNumbers(std::string_view content) {
    for (auto at = content.find('\n'); at != std::string_view::npos;
         at = content.find('\n', at + 1))
      ends_.push_back(at);
  }
  [[nodiscard]] std::size_t of(std::size_t byte) const {
    return 1 + static_cast<std::size_t>(std::ranges::lower_bound(ends_, byte) - ends_.begin());
  }

private:
  std::vector<std::size_t> ends_;
};

/// Data of the channel for all its items.
struct Channel {
  std::map<std::string, std::string> authors = {}; ///< display names, by login
  std::string language;
};

Channel channel_of(pugi::xml_node const& node) {
  Channel channel{.language = text_of(node, "language")};
  for (auto const& author : node.children("wp:author"))
    channel.authors[text_of(author, "wp:author_login")] = text_of(author, "wp:author_display_name");
  return channel;
}

/// The path of an address, which is unique where slugs are not; empty for a plain permalink,
/// `/?p=12`.
std::string path_of(std::string_view link) {
  auto const host = link.find("://");
  auto const slash = host == std::string_view::npos ? host : link.find('/', host + 3);
  if (slash == std::string_view::npos || link.find('?') != std::string_view::npos) return {};
  auto path = link.substr(slash + 1);
  while (path.ends_with('/'))
    path.remove_suffix(1);
  return std::string(path);
}

/// Only `publish` is public: plugins add statuses of their own.
std::string status_of(pugi::xml_node const& item) {
  if (!text_of(item, "wp:post_password").empty()) return "private";
  return text_of(item, "wp:status") == "publish" ? "" : "private";
}

json line_of(pugi::xml_node const& item, Channel const& channel) {
  auto const link = text_of(item, "link");
  auto id = path_of(link);
  if (id.empty()) id = "post-" + text_of(item, "wp:post_id");
  json line{{"id", id}, {"html", wordpress_html(text_of(item, "content:encoded"))}};
  auto const add = [&](char const* name, std::string const& value) {
    if (!value.empty()) line[name] = value;
  };
  add("title", text_of(item, "title"));
  add("url", link.find("://") == std::string::npos ? "" : link);
  add("date", text_of(item, "wp:post_date"));
  add("summary", text_of(item, "excerpt:encoded"));
  add("status", status_of(item));
  auto const login = text_of(item, "dc:creator");
  auto const author = channel.authors.find(login);
  add("author", author == channel.authors.end() || author->second.empty() ? login : author->second);
  std::string language = channel.language;
  json topics = json::array();
  for (auto const& category : item.children("category")) {
    std::string_view const domain = category.attribute("domain").value();
    std::string_view const name = category.attribute("nicename").value();
    // From the plugin Polylang, for sites in several languages.
    if (domain == "language") language = name;
    // In WordPress, `uncategorized` means no category.
    bool const is_topic = (domain == "category" && name != "uncategorized") || domain == "post_tag";
    if (is_topic) topics.push_back(text_of(category));
  }
  if (!topics.empty()) line["topics"] = std::move(topics);
  add("lang", language);
  return line;
}

bool is_article(pugi::xml_node const& item) {
  auto const type = text_of(item, "wp:post_type");
  return type == "post" || type == "page";
}

} // namespace

void read_wordpress_export(SourceFile const& file, ReadOptions const& options,
                           RawVisit const& visit) {
  auto const content = read_file(file);
  LineNumbers const lines(content);
  if (auto const offset = text::invalid_utf8(content)) {
    throw metadata::Unreadable("byte " + std::to_string(*offset) +
                                   " is not UTF-8; save the file as UTF-8",
                               lines.of(*offset));
  }
  pugi::xml_document document;
  auto const parsed =
      document.load_buffer(content.data(), content.size(),
                           pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
  if (!parsed) {
    throw metadata::Unreadable(std::string("not XML: ") + parsed.description() +
                                   "; export the site from WordPress again",
                               lines.of(static_cast<std::size_t>(parsed.offset)));
  }
  auto const channel_node = document.child("rss").child("channel");
  if (!channel_node.child("wp:wxr_version")) {
    throw metadata::Unreadable("not an export of WordPress, which has <wp:wxr_version>; feeds and "
                               "sitemaps are not exports");
  }
  auto const channel = channel_of(channel_node);
  for (auto const& item : channel_node.children("item")) {
    if (!is_article(item)) continue;
    // A reference such as &#xD800; is not a character.
    auto const line = line_of(item, channel).dump(-1, ' ', false, json::error_handler_t::replace);
    visit({.bytes = line,
           .line = lines.of(static_cast<std::size_t>(item.offset_debug())),
           .too_large = line.size() > options.max_article_bytes});
  }
}

} // namespace recap::indexer
