#include "apps/facet/init/transposed.h"

#include <algorithm>
#include <vector>

#include "apps/facet/init/array_kinds.h"
#include "facet/text.h"

namespace facet {

namespace {

/// Of an array that is laid out otherwise: one like it says nothing.
bool has_rows(const FileArrays& arrays, std::int64_t rows, const FileArray& but) {
  return std::ranges::any_of(arrays, [&](const FileArray& other) {
    return can_be_read(other) && other.shape() != but.shape() && other.facts().of.empty() &&
           !other.shape().empty() && other.shape()[0] == rows;
  });
}

/// Such as which of the cells are cells, where a file says of what it tells.
bool has_channels(const FileArrays& arrays, std::int64_t channels) {
  return std::ranges::any_of(arrays, [&](const FileArray& other) {
    return !other.facts().of.empty() && !other.shape().empty() && other.shape()[0] == channels;
  });
}

}  // namespace

std::string why_transposed(const FileArray& array, const FileArrays& arrays) {
  const std::vector<std::int64_t>& shape = array.shape();
  if (array.is_ragged() || array.facts().role != ArrayRole::unknown) return "";
  if (shape.size() == 3)
    return has_rows(arrays, shape[2], array) && !has_rows(arrays, shape[0], array)
               ? "it is channels x time x trials: another array has a row for each trial"
               : "";
  if (shape.size() != 2 || shape[0] >= shape[1] || has_channels(arrays, shape[1])) return "";
  const bool rows_are_bins =
      has_rows(arrays, shape[0], array) && !has_rows(arrays, shape[1], array);
  if (rows_are_bins) return "";
  return "it is " + shape_text(shape) + ": channels x bins, if there are more bins than channels";
}

}  // namespace facet
