#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

// What losses take as targets, checked: libtorch would broadcast a target of another shape and give
// a wrong loss, and a class that there is not ends the process on a GPU. Shapes are checked in
// every step; values once, before training, since reading them makes a GPU wait. All throw Error
// that names the loss, what it got and what would be right.
namespace facet {

/// `what` (a target, a variance) has the prediction's shape.
void require_same_shape(const char* loss, const at::Tensor& prediction, const at::Tensor& tensor,
                        const char* what = "target");

/// The target as numbers of the prediction's shape and type; a discrete label of B samples is the
/// column B x 1.
at::Tensor numbers(const char* loss, const at::Tensor& prediction, const at::Tensor& target);

/// B numbers, one for each row of the prediction, from B or B x 1.
at::Tensor row_numbers(const char* loss, const at::Tensor& prediction, const at::Tensor& target);

/// B classes, one for each row of the prediction.
void require_one_class_each(const char* loss, const at::Tensor& prediction,
                            const at::Tensor& target);

/// The option `name` as a tensor: one number for each column of the prediction; undefined where
/// none was given.
at::Tensor column_weights(const char* loss, const char* name, const std::vector<double>& weights,
                          const at::Tensor& prediction);

/// Numbers that `what` may be, and how the error calls them.
struct NumberRange {
  double lowest = 0;
  double highest = std::numeric_limits<double>::infinity();
  const char* words = ">= 0";
};
constexpr NumberRange probabilities{0, 1, "from 0 to 1"};

/// Reads values: no element lies outside.
void require_range(const char* loss, const char* what, const at::Tensor& tensor,
                   const NumberRange& range);
/// Reads values: all are -1 or 1.
void require_signs(const char* loss, const at::Tensor& target);
/// Reads values: classes of a slice of that many dimensions; `ignored` may occur, too.
void require_classes(const char* loss, std::int64_t num_classes, const at::Tensor& target,
                     std::optional<std::int64_t> ignored = std::nullopt);
/// Reads values: in each row classes, then -1 up to its end.
void require_class_lists(const char* loss, std::int64_t num_classes, const at::Tensor& target);

}  // namespace facet
