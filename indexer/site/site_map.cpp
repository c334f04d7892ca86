// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_map.hpp"

#include "indexer/site/address.hpp"
#include "metadata/date.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <utility>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_bytes = std::uintmax_t{50} << 20;
constexpr std::size_t most_files = 100;
constexpr std::size_t most_pages = 500'000;

/// Feeds first, because their dates take precedence.
constexpr auto names = std::to_array<std::string_view>(
    {"feed.xml", "rss.xml", "atom.xml", "index.xml", "feed/index.xml", "feed/feed.xml",
     "rss/index.xml", "blog/rss.xml", "blog/atom.xml", "blog/index.xml", "blog/feed.xml",
     "posts/index.xml", "sitemap.xml", "sitemap-index.xml", "sitemap_index.xml"});

std::string_view path_of(std::string_view address) {
  auto const host = address.find("://");
  auto const begin = host == std::string_view::npos ? 0 : address.find('/', host + 3);
  return begin == std::string_view::npos ? "/" : address.substr(begin);
}

class SiteMapReader {
public:
  explicit SiteMapReader(fs::path const& folder)
      : folder_(folder) {}

  SiteMap read() {
    for (auto const name : names)
      file(std::string(name));
    // Sitemaps named by an index.
    for (std::size_t i = 0; i < waiting_.size(); ++i)
      file(waiting_[i]);
    std::string const root = root_path();
    for (auto& [address, date] : pages_) {
      auto const path = path_of(address).substr(root.size());
      map_.pages.try_emplace(built_page_key(path), KnownPage{address, std::move(date)});
    }
    return std::move(map_);
  }

private:
  void file(std::string const& name) {
    fs::path const path = folder_ / name;
    std::error_code error;
    if (!fs::is_regular_file(path, error) || !seen_.insert(name).second) return;
    if (map_.files.size() >= most_files) return;
    if (fs::file_size(path, error) > most_bytes)
      return problem(path, 0, "larger than 50 MiB; not read");
    std::ifstream in(path, std::ios::binary);
    std::string const text((std::istreambuf_iterator<char>(in)), {});
    if (auto const byte = text::invalid_utf8(text))
      return problem(path, line(text, *byte), "not UTF-8; not read");
    pugi::xml_document document;
    auto const parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
      auto const at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
      return problem(path, line(text, at), std::string("not XML: ") + parsed.description());
    }
    map_.files.push_back(path.string());
    for (auto const& url : document.child("urlset").children("url"))
      page(url.child("loc").text().get(), url.child("lastmod").text().get());
    for (auto const& other : document.child("sitemapindex").children("sitemap"))
      follow(other.child("loc").text().get());
    for (auto const& item : document.child("rss").child("channel").children("item"))
      page(item.child("link").text().get(), first_text(item, {"pubDate", "dc:date"}));
    for (auto const& entry : document.child("feed").children("entry"))
      page(link_of(entry), first_text(entry, {"published", "updated"}));
  }

  static std::size_t line(std::string_view text, std::size_t byte) {
    auto const before = text.substr(0, byte);
    return 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
  }

  static std::string first_text(pugi::xml_node const& node,
                                std::initializer_list<char const*> children) {
    for (char const* const name : children) {
      std::string text = node.child(name).text().get();
      if (!text.empty()) return text;
    }
    return {};
  }

  static std::string link_of(pugi::xml_node const& entry) {
    for (auto const& link : entry.children("link")) {
      std::string_view const rel = link.attribute("rel").value();
      if (rel.empty() || rel == "alternate") return link.attribute("href").value();
    }
    return {};
  }

  void problem(fs::path const& path, std::size_t at, std::string reason) {
    map_.problems.push_back({path.string(), at, std::move(reason)});
  }

  void page(std::string_view address, std::string const& date) {
    std::string const clean(text::trimmed(address, " \t\r\n"));
    auto const scheme = scheme_of(clean);
    bool const usable = (scheme == "http" || scheme == "https") &&
                        clean.find_first_of("?# \"<>") == std::string::npos;
    if (!usable || pages_.size() >= most_pages) return;
    auto& known = pages_[clean];
    if (known.empty()) known = metadata::parse_date(date).value_or("");
  }

  /// Queues a sitemap of an index, looked up in the same folder by its last name.
  void follow(std::string_view address) {
    auto const path = path_of(text::trimmed(address, " \t\r\n"));
    auto const name = path.substr(path.rfind('/') + 1);
    if (name.ends_with(".xml") && waiting_.size() < most_files) waiting_.emplace_back(name);
  }

  /// The longest path, up to a slash, with which all addresses begin: that of the site.
  [[nodiscard]] std::string root_path() const {
    std::string_view shortest;
    for (auto const& [address, date] : pages_) {
      auto const path = path_of(address);
      auto const folder = path.substr(0, path.rfind('/') + 1);
      if (shortest.empty() || folder.size() < shortest.size()) shortest = folder;
    }
    for (auto const& [address, date] : pages_) {
      while (!path_of(address).starts_with(shortest)) {
        shortest.remove_suffix(1);
        shortest = shortest.substr(0, shortest.rfind('/') + 1);
      }
    }
    // If all pages are in one folder, the root is unknown.
    return pages_.contains(host() + std::string(shortest)) ? std::string(shortest) : "/";
  }

  [[nodiscard]] std::string host() const {
    std::string_view const first = pages_.empty() ? "" : std::string_view(pages_.begin()->first);
    return std::string(first.substr(0, first.size() - path_of(first).size()));
  }

  fs::path folder_;
  SiteMap map_;
  std::map<std::string, std::string> pages_; ///< dates by address
  std::set<std::string> seen_;
  std::vector<std::string> waiting_;
};

} // namespace

SiteMap read_site_map(fs::path const& folder) {
  return SiteMapReader(folder).read();
}

std::string built_page_key(std::string_view path) {
  std::string key = percent_decoded(path);
  for (std::string_view const ending :
       {"index.html", "index.htm", "index.xhtml", ".html", ".htm", ".xhtml"}) {
    bool const whole_name =
        !ending.starts_with('i') || key.size() == ending.size() ||
        (key.size() > ending.size() && key[key.size() - ending.size() - 1] == '/');
    if (key.ends_with(ending) && whole_name) {
      key.resize(key.size() - ending.size());
      break;
    }
  }
  return std::string(text::trimmed(key, "/"));
}

} // namespace recap::indexer
