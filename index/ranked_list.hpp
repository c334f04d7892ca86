// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace recap::index {

/// The weights of a sorted list with block maxima (of 16 entries, of 16 such blocks, and so on up
/// to one), so that the heaviest entries of any range are found without reading the others. A view:
/// the caller keeps the memory.
class RankedList {
public:
  RankedList() = default;
  /// Precondition: maxima.size() == maxima_size(weights.size()). Wrong maxima only give a wrong
  /// order.
  RankedList(std::span<std::uint32_t const> weights, std::span<std::uint32_t const> maxima)
      : weights_(weights)
      , maxima_(maxima) {}

  [[nodiscard]] static std::size_t maxima_size(std::size_t entries);
  [[nodiscard]] static std::vector<std::uint32_t> maxima_of(std::span<std::uint32_t const> weights);

  [[nodiscard]] std::size_t size() const { return weights_.size(); }
  [[nodiscard]] std::uint32_t weight(std::size_t entry) const { return weights_[entry]; }

  /// The entries of [first, last), heaviest first, equal ones in list order.
  class Best {
  public:
    Best(RankedList const& list, std::size_t first, std::size_t last);
    [[nodiscard]] std::optional<std::size_t> next();

  private:
    struct Node {
      std::uint32_t weight = 0;
      unsigned level = 0; ///< 0 = an entry
      std::size_t place = 0;
      [[nodiscard]] std::size_t first_entry() const;
    };
    static bool worse(Node const& a, Node const& b);
    [[nodiscard]] Node node(unsigned level, std::size_t place) const;

    RankedList const* list_;
    std::vector<Node> heap_;
  };

private:
  [[nodiscard]] std::span<std::uint32_t const> level(unsigned level) const;

  std::span<std::uint32_t const> weights_;
  std::span<std::uint32_t const> maxima_;
};

} // namespace recap::index
