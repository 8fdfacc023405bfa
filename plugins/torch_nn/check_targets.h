#pragma once

#include <ATen/core/Tensor.h>

#include <optional>
#include <string>
#include <vector>

// What losses take as targets, checked: libtorch would broadcast a target of another shape and give
// a wrong loss, and a class that there is not ends the process on a GPU. All throw Error that names
// the loss, what it got and what would be right.
namespace facet {

/// `512 x 3`
std::string shape(const at::Tensor& tensor);

/// `what` (a target, a variance) has the prediction's shape.
void require_same_shape(const char* loss, const at::Tensor& prediction, const at::Tensor& tensor,
                        const char* what = "target");

/// The target as numbers of the prediction's shape and type; a discrete label of B samples is the
/// column B x 1.
at::Tensor numbers(const char* loss, const at::Tensor& prediction, const at::Tensor& target);
/// The same, of -1 and 1.
at::Tensor signs(const char* loss, const at::Tensor& prediction, const at::Tensor& target);
/// The same, from 0 to 1.
at::Tensor probabilities(const char* loss, const at::Tensor& prediction, const at::Tensor& target);

/// B numbers -1 or 1, one for each row of the prediction, from B or B x 1.
at::Tensor row_signs(const char* loss, const at::Tensor& prediction, const at::Tensor& target);

/// B classes of those that the B x C prediction has scores of; `ignored` may occur, too.
void require_classes(const char* loss, const at::Tensor& prediction, const at::Tensor& target,
                     std::optional<std::int64_t> ignored = std::nullopt);
/// B x C int64: in each row classes, then -1 up to its end.
at::Tensor class_lists(const char* loss, const at::Tensor& prediction, const at::Tensor& target);

/// The option `name` as a tensor: one number for each column of the prediction; undefined where
/// none was given.
at::Tensor column_weights(const char* loss, const char* name, const std::vector<double>& weights,
                          const at::Tensor& prediction);

/// No element is below `lowest` or above `highest`, which `range` says in words.
void require_range(const char* loss, const char* what, const at::Tensor& tensor, double lowest,
                   double highest, const char* range);

}  // namespace facet
