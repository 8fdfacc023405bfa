#pragma once

#include <optional>
#include <string>
#include <vector>

namespace facet::hdf5::pandas {

/// What a pickle of texts holds.
struct Item {
  enum class Kind { nothing, scalar, list, table };
  Kind kind = Kind::nothing;
  std::string text = {};         // of a scalar
  std::vector<Item> items = {};  // of a list or tuple; of a table keys and values in turn
  int depth = 0;
};

/// What a pickle of protocol 0 holds, without unpickling: lists, tuples and tables of texts, whole
/// numbers and nothing, which are eight deep at most. No object is made. Nothing is given where a
/// pickle has any other opcode, or is damaged.
std::optional<Item> read_text_pickle(const std::string& pickle);

}  // namespace facet::hdf5::pandas
