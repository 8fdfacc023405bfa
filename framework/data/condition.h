#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <string>

namespace facet {

/// A condition on arrays, row by row:
///
///     speed > 0.05 and not (trial == 3 or position[0] between 0.2 and 0.8)
///
/// Compared are arrays and numbers, with < <= > >= == != and `between A and B` (both included).
/// `position[0]` is a column of an array of several. A name alone holds where it is not 0. Names
/// with other characters than letters, digits, `_`, `.`, `/` and `-` are written 'in quotes'.
/// `not` binds closer than `and`, `and` closer than `or`. Nothing holds for NaN but `!=` and `not`.
class Condition {
 public:
  /// The columns of an array: N x d float64. Throws Error where there is none of that name.
  using Columns = std::function<at::Tensor(const std::string& name)>;

  /// Throws Error that says at which character it is wrong and what is expected there.
  explicit Condition(const std::string& text);

  /// N bool: the rows for which it holds. Throws what `columns` throws, and Error for a column that
  /// is not there, or none named where there are several.
  at::Tensor evaluate(const Columns& columns) const { return holds_(columns); }

 private:
  std::function<at::Tensor(const Columns&)> holds_;
};

}  // namespace facet
