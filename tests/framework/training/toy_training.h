#pragma once

#include <ATen/Functions.h>

#include <memory>

#include "framework/cebra/loss_config.h"
#include "framework/cebra/multi_objective_config.h"
#include "framework/registry/registry.h"
#include "framework/toy_components.h"
#include "framework/training/solver.h"

namespace facet::toy {

inline Registry& registry() {
  static Registry instance;
  if (instance.plugins().empty()) instance.add("toy", register_components);
  return instance;
}

/// One channel that counts 0, 1, 2, ...; labels `twice` (continuous, 2t) and `parity` (discrete).
inline std::shared_ptr<const Recording> counting_recording(std::int64_t num_bins) {
  auto recording = std::make_shared<Recording>();
  recording->name = "counting";
  const at::Tensor t = at::arange(num_bins, at::kLong);
  recording->signals = t.to(at::kFloat).view({num_bins, 1});
  recording->labels =
      Labels(num_bins, {{"twice", LabelKind::continuous, (2 * t).to(at::kDouble).view({-1, 1})},
                        {"parity", LabelKind::discrete, t.remainder(2)}});
  recording->segments = {{0, num_bins}};
  return recording;
}

inline std::unique_ptr<MultiobjectiveLoader> counting_loader(
    std::int64_t num_steps = 3, std::vector<Segment> segments = {{0, 40}}, std::int64_t seed = 0,
    const Offset& offset = {0, 1}, std::int64_t batches_per_step = 1) {
  const auto recording = counting_recording(40);
  MultiobjectiveLoader::Options options;
  options.steps = num_steps;
  options.batches_per_step = batches_per_step;
  options.batch_size = 8;
  options.seed = seed;
  options.prior = ComponentChoice{"Uniform"};
  return std::make_unique<MultiobjectiveLoader>(registry(), recording, std::move(segments), offset,
                                                recording->signals, options);
}

/// A SumModel of two outputs with weight (1, 1), trained by gradient descent with rate 0.1.
inline Solver solver_for(const std::shared_ptr<MultiCriterions>& criterion,
                         Solver::Options options = {}, double rate = 0.1) {
  auto model = registry().create<Model>({"Sum"}, {1});
  auto optimizer = registry().create<Optimizer>({"Descent", {{"rate", rate}}},
                                                {trained_parameters(*model, *criterion)});
  return Solver(model, criterion, optimizer, options);
}

}  // namespace facet::toy
