#include "framework/attribution/ground_truth.h"

#include <ATen/TensorOperators.h>

#include <algorithm>
#include <sstream>

#include "facet/error.h"

namespace facet {

namespace {

bool all_alike(const at::Tensor& connected) {
  return connected.all().item<bool>() || !connected.any().item<bool>();
}

}  // namespace

GroundTruth::GroundTruth(const std::string& name, const at::Tensor& array,
                         std::vector<FeatureRange> objectives, std::int64_t num_outputs,
                         std::int64_t num_neurons)
    : connected_(array.ne(0)), objectives_(std::move(objectives)), num_outputs_(num_outputs) {
  if (connected_.dim() == 1) connected_ = connected_.unsqueeze(0);
  const auto num_objectives = static_cast<std::int64_t>(objectives_.size());
  const auto fits = [&](std::int64_t rows) {
    return rows == 1 || rows == num_outputs || rows == num_objectives;
  };
  if (connected_.dim() != 2 || connected_.size(1) != num_neurons || !fits(connected_.size(0))) {
    std::ostringstream shape;
    shape << array.sizes();
    throw Error("'" + name + "' has shape " + shape.str() + ", a ground truth has one entry for " +
                "each of the " + std::to_string(num_neurons) + " neurons, or " +
                std::to_string(num_outputs) + " (outputs) or " + std::to_string(num_objectives) +
                " (objectives) rows of them");
  }
  if (all_alike(connected_)) throw Error("'" + name + "' has no zeros or nothing else");
}

at::Tensor GroundTruth::rows(const FeatureRange& facet) const {
  const std::int64_t num_rows = connected_.size(0);
  if (num_rows == 1) return connected_;
  if (num_rows == num_outputs_) return connected_.narrow(0, facet.begin, facet.size());
  const auto found = std::find(objectives_.begin(), objectives_.end(), facet);
  if (found == objectives_.end()) return {};
  return connected_[found - objectives_.begin()].expand({facet.size(), -1});
}

std::optional<at::Tensor> GroundTruth::of(const FeatureRange& facet) const {
  const at::Tensor connected = rows(facet);
  if (!connected.defined() || all_alike(connected)) return std::nullopt;
  return connected;
}

}  // namespace facet
