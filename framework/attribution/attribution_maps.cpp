#include "framework/attribution/attribution_maps.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/randperm.h>
#include <ATen/ops/tensor.h>

#include <algorithm>

#include "facet/error.h"
#include "framework/attribution/pseudo_inverse.h"
#include "framework/calls/call.h"
#include "framework/calls/promises.h"
#include "framework/calls/repeatable_operators.h"
#include "framework/data/check_recording.h"
#include "framework/data/windows.h"
#include "framework/embedding/eval_mode.h"

namespace facet {

namespace {

void add_map(std::vector<NamedTensor>& maps, const std::string& name, const at::Tensor& values,
             bool is_jacobian) {
  maps.push_back({name, values.detach().to(at::kCPU)});
  if (!is_jacobian) return;
  maps.push_back({name + "-inv-lsq", inverse_by_least_squares(values)});
  maps.push_back({name + "-inv-svd", inverse_by_svd(values)});
}

std::vector<at::Tensor> with(std::vector<at::Tensor> parameters, const at::Tensor& windows) {
  parameters.push_back(windows);
  return parameters;
}

/// The bins whose windows fit, or as many of them as are asked for, ascending.
at::Tensor chosen_bins(const Model& model, const Recording& recording,
                       const AttributionOptions& options) {
  const Bins fitting = Bins(recording.segments).fitting(model.offset());
  if (fitting.empty() || fitting.size() < options.num_samples)
    throw Error(recording.name + ": " + std::to_string(fitting.size()) +
                " bins have a full window of the model, " +
                std::to_string(std::max<std::int64_t>(options.num_samples, 1)) + " are needed");
  const at::Tensor all = at::tensor(fitting.all(), at::kLong);
  if (options.num_samples == 0) return all;
  Random random(static_cast<std::uint64_t>(options.seed), "attribution.bins");
  const at::Tensor order = at::randperm(all.size(0), random.generator(), at::kLong);
  return std::get<0>(all.index_select(0, order.narrow(0, 0, options.num_samples)).sort());
}

/// sum += the maps' absolute values, summed over bins.
void accumulate(std::vector<NamedTensor>& sums, const std::vector<NamedTensor>& maps) {
  const bool first = sums.empty();
  for (std::size_t i = 0; i < maps.size(); ++i) {
    const at::Tensor sum = maps[i].tensor.to(at::kDouble).abs().sum(0);
    if (first)
      sums.push_back({maps[i].name, sum});
    else
      sums[i].tensor += sum;
  }
}

}  // namespace

void AttributionOptions::describe(OptionsDescription<AttributionOptions>& options) {
  options
      .add("num_samples", &AttributionOptions::num_samples,
           "bins that are looked at, drawn at random; 0: all")
      .at_least(0)
      .at_most(1e9);
  options.add("batch_size", &AttributionOptions::batch_size, "windows at once")
      .at_least(1)
      .at_most(1e6);
  options.add("seed", &AttributionOptions::seed, "of all that is drawn at random").at_least(0);
}

std::vector<NamedTensor> attribution_maps(const Attribution& method, Model& model,
                                          const at::Tensor& windows, Random& random) {
  std::string name;
  bool is_jacobian = false;
  const at::Tensor values = call(method, "in attribute()", [&] {
    name = method.map_name();
    is_jacobian = method.is_jacobian();
    const Unwritten left_as_it_was(with(model.parameters(), windows));
    const at::Tensor given = method.attribute(model, windows, random);
    left_as_it_was.require();
    require_shape(given, {windows.size(0), model.num_output(), windows.size(1), windows.size(2)},
                  "the attribution");
    if (!given.isfinite().all().item<bool>())
      throw BrokenPromise("the attribution is not finite (NaN or infinity)");
    return given;
  });
  std::vector<NamedTensor> maps;
  add_map(maps, name, values.mean(3), is_jacobian);
  add_map(maps, name + "-convabs", values.size(3) > 1 ? values.abs().mean(3) : values.squeeze(3),
          is_jacobian);
  return maps;
}

AttributionResult attribute(const Attribution& method, Model& model, const Recording& recording,
                            const AttributionOptions& options, const AttributionBatch& each_batch) {
  require_segments(recording.segments, recording.num_bins());
  const RepeatableOperators repeatable;
  const EvalMode eval(model);
  const at::Tensor bins = chosen_bins(model, recording, options);
  const auto parameters = model.parameters();
  const at::Tensor signals =
      parameters.empty() ? recording.signals : recording.signals.to(parameters[0].device());

  AttributionResult result;
  const std::int64_t num_samples = bins.size(0);
  for (std::int64_t begin = 0; begin < num_samples; begin += options.batch_size) {
    const at::Tensor some =
        bins.narrow(0, begin, std::min(options.batch_size, num_samples - begin));
    Random random(static_cast<std::uint64_t>(options.seed), "attribution",
                  static_cast<std::uint64_t>(begin));
    const at::Tensor windows = gather_windows(signals, some.to(signals.device()), model.offset());
    const auto maps = attribution_maps(method, model, windows, random);
    accumulate(result.maps, maps);
    if (each_batch) each_batch(some, maps);
  }
  for (NamedTensor& map : result.maps) map.tensor /= static_cast<double>(num_samples);
  result.bins.assign(bins.data_ptr<std::int64_t>(), bins.data_ptr<std::int64_t>() + num_samples);
  return result;
}

}  // namespace facet
