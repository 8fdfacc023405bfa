#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "framework/sampling/loader.h"

// Where what a run draws could not teach it anything although nothing fails: a sentence each, for
// the user, with what to do about it.
namespace facet {

/// The first batches of a loader: about a thousand references.
std::vector<SampleBatch> first_batches(const Loader& loader);

/// Objectives whose positives are nearly always the reference itself.
std::vector<std::string> check_positives(const std::vector<SampleBatch>& batches);

/// The label by which an objective compares bins.
struct ComparedLabel {
  std::string name;
  at::Tensor values;  ///< a row for each bin, on the CPU
};

/// Objectives of whose negatives nearly all have the labels of their reference, for example since
/// there is but one class. `labels`: of each objective, perhaps none.
std::vector<std::string> check_negatives(const std::vector<SampleBatch>& batches,
                                         const std::vector<std::vector<ComparedLabel>>& labels);

/// Several sessions that no objective compares with one another.
std::vector<std::string> check_sessions(const std::vector<SampleBatch>& batches);

}  // namespace facet
