#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "framework/data/condition.h"

namespace facet {

/// One side of a comparison in a condition: a number, a column of an array, or what stands in
/// quotes, which is a text where the other side holds text, else the name of an array.
struct ComparedSide {
  std::optional<double> number;
  std::string name;
  std::optional<std::int64_t> index;  ///< of the column
  bool quoted = false;
};

/// N x 1 bool: the rows in which it holds. `symbol` is one of < <= > >= == !=. Throws Error for a
/// column that is not there, none named where there are several, and texts that cannot be compared.
at::Tensor compare(const ComparedSide& left, const std::string& symbol, const ComparedSide& right,
                   const Condition::Arrays& arrays);

/// The numbers of a column. Throws Error as above, and where it holds text.
at::Tensor numbers_of(const ComparedSide& side, const Condition::Arrays& arrays);

}  // namespace facet
