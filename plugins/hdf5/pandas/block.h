#pragma once

#include <ATen/core/Tensor.h>
#include <hdf5.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "../dataset.h"

namespace facet::hdf5::pandas {

/// What the values of a column are, and how they lie in memory.
struct ValueType {
  enum class Kind { number, boolean, text, time };
  Kind kind = Kind::number;
  hid_t memory = -1;                  ///< of HDF5; of text its own, of `size` bytes
  std::size_t size = 8;               ///< bytes
  at::ScalarType stored = at::kLong;  ///< of the tensor that takes them; of text none
  std::int64_t per_second = 1;        ///< of times: they are counts of parts of a second

  /// Of the tensor that is given.
  at::ScalarType given() const;
};

/// Columns of one type that lie side by side: a dataset of rows x columns, or a field of one of
/// records.
struct Block {
  std::string path;
  std::string dataset;
  std::string field;  ///< empty: the dataset itself
  std::int64_t num_rows = 0, num_columns = 1;
  ValueType type = {};
  std::string missing = "nan";  ///< of text: how what is missing is written
};

/// What stands there; `type` is pandas' word for it, `datetime64[us]`, `bool`. Nothing: no numbers,
/// booleans, times or texts of one length. Throws Error where it is damaged.
std::optional<Block> block_of(const std::string& path, const Dataset& dataset,
                              const std::string& name, const std::string& field,
                              const std::string& type);

/// Hands the rows over, some at a time: `count` from `first` on, num_columns values in each. Throws
/// Error, which continues the name of what is read.
using TakeRows =
    std::function<void(const std::byte* values, std::int64_t first, std::int64_t count)>;
void for_rows(const Block& block, const TakeRows& take);

}  // namespace facet::hdf5::pandas
