// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/key_file.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace recap {
namespace {

using api::Key;
using api::Role;

/// Random keys could be far shorter and still not be guessed in a year at a thousand tries a
/// second. Shorter keys are usually words.
constexpr std::size_t shortest_key = 16;

class BadKey : public std::runtime_error {
public:
  BadKey(std::string const& reason, toml::source_region const& where)
      : std::runtime_error(reason)
      , line(where.begin.line) {}
  std::size_t line;
};

std::string text_of(toml::node const& node, std::string const& key) {
  auto const* const text = node.as_string();
  if (text == nullptr || text->get().empty())
    throw BadKey(key + " is a text in quotes", node.source());
  return text->get();
}

Role role_of(toml::node const& node) {
  auto const name = text_of(node, "role");
  if (name == "search") return Role::search;
  if (name == "editor") return Role::editor;
  if (name == "admin") return Role::admin;
  throw BadKey("role is search, editor or admin", node.source());
}

Role anonymous_role(toml::node const& node) {
  auto const name = text_of(node, "anonymous");
  if (name == "search") return Role::search;
  if (name == "none") return Role::none;
  throw BadKey("anonymous, the role without a key, is search or none", node.source());
}

std::string secret_of(toml::node const& node) {
  auto secret = text_of(node, "key");
  bool const visible = std::ranges::all_of(secret, [](char c) { return c > ' ' && c <= '~'; });
  if (!visible)
    throw BadKey("key has other characters than letters, digits and signs of ASCII", node.source());
  if (secret.size() < shortest_key)
    throw BadKey("key is shorter than " + std::to_string(shortest_key) +
                     " characters; openssl rand -hex 16 generates one",
                 node.source());
  return secret;
}

Key key_of(toml::node const& node) {
  auto const* const table = node.as_table();
  if (table == nullptr) throw BadKey("write [[key]] in a line of its own", node.source());
  Key key;
  for (auto const& [name, value] : *table) {
    if (name == "name") {
      key.name = text_of(value, "name");
    } else if (name == "role") {
      key.role = role_of(value);
    } else if (name == "key") {
      key.secret = secret_of(value);
    } else {
      throw BadKey("[[key]] has name, role and key, and no " + std::string(name.str()),
                   value.source());
    }
  }
  if (key.name.empty() || key.role == Role::none || key.secret.empty()) {
    throw BadKey(std::string("[[key]] lacks ") + (key.name.empty()         ? "name"
                                                  : key.role == Role::none ? "role"
                                                                           : "key"),
                 node.source());
  }
  return key;
}

void require_own(std::vector<Key> const& keys, Key const& added, toml::source_region const& where) {
  for (auto const& other : keys) {
    if (other.name == added.name) throw BadKey("the name " + added.name + " is given twice", where);
    if (other.secret == added.secret) throw BadKey("this key is also that of " + other.name, where);
  }
}

api::Keys keys_of(toml::table const& file) {
  std::vector<Key> keys;
  auto anonymous = Role::none;
  for (auto const& [name, value] : file) {
    if (name == "anonymous") {
      anonymous = anonymous_role(value);
      continue;
    }
    auto const* const list = value.as_array();
    if (name != "key" || list == nullptr) {
      throw BadKey("unknown name " + std::string(name.str()) + "; use [[key]] or anonymous",
                   name.source());
    }
    for (auto const& one : *list) {
      auto key = key_of(one);
      require_own(keys, key, one.source());
      keys.push_back(std::move(key));
    }
  }
  return {std::move(keys), anonymous};
}

} // namespace

std::shared_ptr<api::Keys const> KeyFile::read_if_changed() {
  return file_.read_if_changed([&](std::string const& content) {
    std::string const place = path().string() + ':';
    try {
      return std::make_shared<api::Keys const>(keys_of(toml::parse(content)));
    } catch (toml::parse_error const& error) {
      // The description may quote part of a key.
      throw std::invalid_argument(place + std::to_string(error.source().begin.line) +
                                  ": not TOML here");
    } catch (BadKey const& error) {
      throw std::invalid_argument(place + std::to_string(error.line) + ": " + error.what());
    }
  });
}

bool KeyFile::is_open_to_all() const {
  std::error_code unknown;
  auto const allowed = std::filesystem::status(path(), unknown).permissions();
  return !unknown &&
         (allowed & std::filesystem::perms::others_read) != std::filesystem::perms::none;
}

} // namespace recap
