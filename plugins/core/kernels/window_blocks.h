#pragma once

#include <algorithm>
#include <cstdint>

namespace facet::kernels {

/// Rows [begin, end) of each of some windows.
struct WindowBlock {
  std::int64_t window, windows, begin, end;
  std::int64_t size() const { return end - begin; }
  std::int64_t rows() const { return windows * size(); }
};

/// All rows of all windows in blocks whose memory a core's nearest cache holds: some whole windows,
/// or a part of a long one.
class WindowBlocks {
 public:
  WindowBlocks(std::int64_t windows, std::int64_t rows)
      : windows_(windows),
        rows_(rows),
        windows_at_once_(std::max<std::int64_t>(1, rows_at_once / rows)),
        parts_((rows + rows_at_once - 1) / rows_at_once) {}

  std::int64_t size() const {
    return (windows_ + windows_at_once_ - 1) / windows_at_once_ * parts_;
  }

  WindowBlock operator[](std::int64_t i) const {
    const std::int64_t window = i / parts_ * windows_at_once_, begin = i % parts_ * rows_at_once;
    return {window, std::min(windows_at_once_, windows_ - window), begin,
            std::min(begin + rows_at_once, rows_)};
  }

 private:
  static constexpr std::int64_t rows_at_once = 96;
  std::int64_t windows_, rows_, windows_at_once_, parts_;
};

/// How many of `tasks` equal ones are worth a thread, where all together are `products`: to wake a
/// thread that sleeps takes as long as some million products.
constexpr std::int64_t tasks_of_a_thread(std::int64_t tasks, std::int64_t products) {
  constexpr std::int64_t products_of_a_thread = 1 << 22;
  return std::max<std::int64_t>(1,
                                tasks * products_of_a_thread / std::max<std::int64_t>(1, products));
}

}  // namespace facet::kernels
