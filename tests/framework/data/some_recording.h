#pragma once

#include <ATen/Functions.h>

#include <string>
#include <vector>

#include "framework/data/arrays.h"
#include "framework/data/recording_configs.h"
#include "framework/data/make_recording.h"
#include "message_of.h"

namespace facet {

/// Four bins of two channels, and one array of every sort.
inline std::vector<NamedTensor> some_arrays() {
  return {{"neural", floats({0, 1, 2, 3, 4, 5, 6, 7}, 2)},
          {"speed", at::tensor({.5F, 1.F, 2.F, 4.F})},
          {"position", floats({0, 1, 2, 3, 4, 5, 6, 7}, 2)},
          {"trial", integers({1, 1, 2, 2}).to(at::kInt)},
          {"still", at::tensor({1, 0, 0, 1}).to(at::kBool)},
          {"map", at::ones({6, 2})},
          {"cube", at::zeros({4, 1, 1})}};
}

inline FileArrays in_memory(const std::vector<NamedTensor>& arrays) {
  return {arrays.begin(), arrays.end()};
}

inline LoadedRecording make(const RecordingConfig& config = {}) {
  return make_recording("rat.npz", in_memory(some_arrays()), config);
}

inline std::string refusal(const std::vector<NamedTensor>& arrays,
                           const RecordingConfig& config = {}) {
  return message_of([&] { make_recording("rat.npz", in_memory(arrays), config); });
}

/// Three bins; four units in columns of their own, and what is known of each.
inline FileArrays units() {
  return {{"unit_10", integers({1, 2, 3})},
          {"unit_2", integers({4, 5, 6})},
          {"speed", at::tensor({.5F, 1.F, 2.F})},
          {"lfp", floats({7, 8, 9, 10, 11, 12}, 2)},
          {"place", integers({1, 0, 1, 0})},
          {"depth", at::tensor({10.F, 20.F, 30.F, 40.F})},
          FileArray::unreadable("notes", "holds text")};
}

inline LoadedRecording make_units(RecordingConfig config = {}) {
  config.signals = {"lfp", "unit_*"};
  return make_recording("rat.csv", units(), config);
}

}  // namespace facet
