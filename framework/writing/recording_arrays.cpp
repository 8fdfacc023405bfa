#include "framework/writing/recording_arrays.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <set>

#include "facet/error.h"
#include "framework/reading/binned_array.h"

namespace facet {

namespace {

at::Tensor segment_of_bins(const Recording& recording) {
  const at::Tensor numbers = at::full({recording.num_bins()}, -1, at::kLong);
  std::int64_t number = 0;
  for (const Segment& segment : recording.segments)
    numbers.slice(0, segment.begin, segment.end).fill_(number++);
  return numbers;
}

/// Whole numbers some of which are missing are float64 with NaN: an array cannot say it otherwise.
FileArray array_of(const Label& label) {
  if (!label.classes.empty()) return text_in_memory(label.name, {label.values, label.classes});
  if (label.missing.defined()) return {label.name, nan_where(label.values, label.missing)};
  return {label.name, label.values};
}

}  // namespace

FileArrays arrays_of(const Recording& recording) {
  FileArrays arrays = {{"neural", recording.signals}, {"segment", segment_of_bins(recording)}};
  std::set<std::string> taken = {"neural", "segment"};
  for (const Labels* labels : {&recording.labels, &recording.channel_labels})
    for (const Label& label : labels->all()) {
      const std::string name = taken.contains(label.name) ? label.name + "_label" : label.name;
      if (!taken.insert(name).second)
        throw Error(recording.name + ": there are two arrays '" + name +
                    "': data.rename gives one another name");
      arrays.push_back(array_of(label).named(name));
    }
  return arrays;
}

}  // namespace facet
