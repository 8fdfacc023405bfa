#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <string>
#include <vector>

#include "facet/labels.h"

namespace facet {

/// An array as conditions compare it.
struct ConditionArray {
  at::Tensor columns;                ///< N x d float64 or int64
  std::vector<std::string> classes;  ///< of text: what 0, 1, ... stand for; -1 is none
};

/// A condition on arrays, row by row:
///
///     speed > 0.05 and not (trial == 3 or position[0] between 0.2 and 0.8)
///
/// Compared are arrays and numbers, with < <= > >= == !=, `between A and B` (both included) and
/// `in [A, B]`, and arrays of text with a text in quotes, with ==, != and in: `region == 'CA1'`,
/// `region in ['CA1', 'CA3']`. `position[0]` is a column of an array of several. A name alone holds
/// where it is not 0; `in trials` within one of the intervals `trials`, where its number is not
/// negative. Names with other characters than letters, digits, `_`, `.`, `/` and `-` are written
/// 'in quotes'. `not` binds closer than `and`, `and` closer than `or`. Nothing holds for NaN, and
/// where a text is missing, but `!=` and `not`.
class Condition {
 public:
  /// An array by its name. Throws Error where there is none of that name.
  using Arrays = std::function<ConditionArray(const std::string& name)>;

  /// Throws Error that says at which character it is wrong and what is expected there.
  explicit Condition(const std::string& text);

  /// N bool: the rows for which it holds. Throws what `arrays` throws, and Error for a column that
  /// is not there, or none named where there are several, and for a text that no row has.
  at::Tensor evaluate(const Arrays& arrays) const { return holds_(arrays); }
  /// What it compares, as it stands there: of `region == 'CA1'` also CA1, which may be an array.
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::function<at::Tensor(const Arrays&)> holds_;
  std::vector<std::string> names_;
};

/// Labels as conditions compare them. They are to outlive it.
Condition::Arrays arrays_of(const Labels& labels);

}  // namespace facet
