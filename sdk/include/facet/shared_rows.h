#pragma once

#include <cstdint>

#include "facet/export.h"

namespace facet {

/// The rows of a batch that this process works on, where several processes share them. While it
/// lives, Random::uniform_rows and normal_rows give these rows what they would have in one process
/// that works on all. The engine makes it around its calls, of one thread; a component asks Random.
class FACET_API SharedRows {
 public:
  /// The rows from `begin` of `total`.
  SharedRows(std::int64_t begin, std::int64_t total);
  ~SharedRows();
  SharedRows(const SharedRows&) = delete;
  SharedRows& operator=(const SharedRows&) = delete;

  /// That of this thread; null: all rows are its own.
  static const SharedRows* now();

  std::int64_t begin() const { return begin_; }
  std::int64_t total() const { return total_; }

 private:
  const std::int64_t begin_, total_;
  const SharedRows* const outer_;
};

}  // namespace facet
