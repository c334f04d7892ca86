// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/message.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::api {

/// What somebody may do; each may do what those before may.
enum class Role {
  none,   ///< ask whether the daemon is well, and get the files of pages
  search, ///< search and read: pages, `/v1`, the protocol of Algolia's clients
  editor, ///< what is for those who write: `/editor`, `POST /v1/related`, `/v1/insights`
  admin,  ///< `/metrics`
};

struct Key {
  std::string name; ///< for people
  std::string secret;
  Role role = Role::none;
};

/// Whether two secrets are the same; takes as long wherever they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

/// The keys of a daemon. Immutable.
class Keys {
public:
  /// `anonymous`: what those may do who send no key.
  Keys(std::vector<Key> keys, Role anonymous)
      : keys_(std::move(keys))
      , anonymous_(anonymous) {}

  /// The role of the key with this secret; none where there is no such key. Compares all.
  [[nodiscard]] std::optional<Role> role_of(std::string_view secret) const;

  [[nodiscard]] Role anonymous() const { return anonymous_; }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

private:
  std::vector<Key> keys_;
  Role anonymous_;
};

/// Who may ask for what. Any thread may call anything at any time.
class Access {
public:
  /// Requests that come from now on need these; null = everybody may ask for everything.
  void use(std::shared_ptr<Keys const> keys);

  /// The answer to a request that is not let in, else nothing: 401 without a key, or with one that
  /// is none, 403 where its role is not enough; 403 for Algolia's clients, in their form. A key
  /// comes as `Authorization: Bearer KEY`, as the password of `Basic`, for which browsers ask on
  /// pages, and below `/1/` as the header or parameter `X-Algolia-API-Key`.
  [[nodiscard]] std::optional<Response> refusal(Request const& request) const;

private:
  [[nodiscard]] std::shared_ptr<Keys const> keys() const;

  mutable std::mutex mutex_;
  std::shared_ptr<Keys const> keys_;
};

} // namespace recap::api
