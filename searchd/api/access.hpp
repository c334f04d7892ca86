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

/// Roles. Each includes those before it.
enum class Role {
  none,   ///< check the daemon's health, and read the files of pages
  search, ///< search and read: pages, `/v1`, the protocol of Algolia's clients
  editor, ///< functions for writers: `/editor`, `POST /v1/related`, `/v1/insights`
  admin,  ///< `/metrics`
};

struct Key {
  std::string name; ///< for display
  std::string secret;
  Role role = Role::none;
};

/// Compares two secrets in time that does not depend on where they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

/// The keys of a daemon. Immutable.
class Keys {
public:
  /// `anonymous`: the role of requests without a key.
  Keys(std::vector<Key> keys, Role anonymous)
      : keys_(std::move(keys))
      , anonymous_(anonymous) {}

  /// The role of the key with this secret; nullopt if there is none. Compares with all keys.
  [[nodiscard]] std::optional<Role> role_of(std::string_view secret) const;

  [[nodiscard]] Role anonymous() const { return anonymous_; }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

private:
  std::vector<Key> keys_;
  Role anonymous_;
};

/// Decides which requests are allowed. Thread-safe.
class Access {
public:
  /// Requires these keys for all later requests; null = everything is allowed.
  void use(std::shared_ptr<Keys const> keys);

  /// The response to a request that is not allowed, else nullopt: 401 without a key or with an
  /// unknown one, 403 if its role is insufficient; for Algolia's clients always 403, in their form.
  /// A key is sent as `Authorization: Bearer KEY`, as the password of `Basic`, which browsers
  /// request for pages, and below `/1/` as the header or parameter `X-Algolia-API-Key`.
  [[nodiscard]] std::optional<Response> refusal(Request const& request) const;

private:
  [[nodiscard]] std::shared_ptr<Keys const> keys() const;

  mutable std::mutex mutex_;
  std::shared_ptr<Keys const> keys_;
};

} // namespace recap::api
