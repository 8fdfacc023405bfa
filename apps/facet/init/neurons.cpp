#include "apps/facet/init/neurons.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "apps/facet/init/array_kinds.h"
#include "facet/error.h"

namespace facet {

namespace {

/// A value for each channel, and not for each interval.
bool tells_of_channels(const FileArray& array, const FileArrays& arrays, std::int64_t channels) {
  const auto of = std::ranges::find(arrays, array.facts().of, &FileArray::name);
  if (of != arrays.end() && of->facts().role == ArrayRole::intervals) return false;
  return can_be_read(array) && !array.is_ragged() && array.shape().size() == 1 &&
         array.shape()[0] == channels;
}

/// `quality` of `units.quality`.
std::string column_name(const FileArray& array) {
  return bare_name(array.name().substr(array.name().rfind('.') + 1));
}

/// Some of the channels, and not all of them, with how many that are.
std::optional<Reasoned<std::string>> where_some(const std::string& condition,
                                                const at::Tensor& holds, const std::string& what) {
  const auto count = holds.sum().item<std::int64_t>();
  if (count == 0 || count == holds.numel()) return std::nullopt;
  return Reasoned<std::string>{
      condition,
      std::to_string(count) + " of " + std::to_string(holds.numel()) + " channels are " + what};
}

std::optional<Reasoned<std::string>> cells(const FileArray& array) {
  const std::string name = column_name(array);
  if (array.type() != at::kBool || (name != "iscell" && name != "is_cell")) return std::nullopt;
  return where_some(in_condition(array.name()), array.read(), "cells");
}

std::optional<Reasoned<std::string>> good_units(const FileArray& array) {
  const std::string name = column_name(array);
  if (!array.is_text() || (name != "group" && name != "quality")) return std::nullopt;
  const TextValues text = array.read_text();
  const auto good = std::ranges::find(text.classes, "good");
  if (good == text.classes.end()) return std::nullopt;
  return where_some(in_condition(array.name()) + " == 'good'",
                    text.codes.eq(good - text.classes.begin()), "good units");
}

}  // namespace

std::optional<Reasoned<std::string>> choose_neurons(const FileArrays& arrays,
                                                    std::int64_t channels) {
  for (const FileArray& array : arrays) {
    if (!tells_of_channels(array, arrays, channels)) continue;
    if (auto chosen = cells(array)) return chosen;
    if (auto chosen = good_units(array)) return chosen;
  }
  return std::nullopt;
}

}  // namespace facet
