#include "framework/run_folder/model_file.h"

#include <ATen/Functions.h>

#include <algorithm>

#include "facet/error.h"
#include "framework/run_folder/run_arrays.h"

namespace facet {

namespace {

constexpr const char* state_prefix = "state.";
constexpr const char* criterion_prefix = "criterion.";

void require_fit(const std::string& path, const std::string& wrong) {
  if (!wrong.empty()) throw Error(path + ": does not fit the model of the run's config:" + wrong);
}

}  // namespace

void save_model(const std::string& path, const std::vector<NamedTensor>& model,
                const Stateful& criterion, const std::vector<std::int64_t>& num_neurons) {
  std::vector<NamedTensor> arrays;
  for (const NamedTensor& own : model)
    arrays.push_back({state_prefix + own.name, own.tensor.detach()});
  for (const NamedTensor& own : criterion.state())
    arrays.push_back({criterion_prefix + own.name, own.tensor.detach()});
  arrays.push_back({"num_neurons", at::tensor(num_neurons, at::kLong)});
  write_run_arrays(path, arrays);
}

std::vector<std::int64_t> saved_num_neurons(const std::string& path) {
  for (const NamedTensor& array : read_run_arrays(path)) {
    if (array.name != "num_neurons") continue;
    const at::Tensor numbers = array.tensor.to(at::kLong).contiguous();
    const std::int64_t* first = numbers.data_ptr<std::int64_t>();
    return {first, first + numbers.numel()};
  }
  throw Error(path + ": has no array num_neurons: it was not written by Facet");
}

void load_model(const std::string& path, const std::vector<NamedTensor>& model,
                const Stateful* criterion) {
  const std::vector<NamedTensor> saved = read_run_arrays(path);
  std::vector<NamedTensor> known;
  append_under(state_prefix, model, known);
  if (criterion) append_under(criterion_prefix, criterion->state(), known);
  std::string wrong = copy_state(saved, known);
  for (const NamedTensor& array : saved) {
    const auto is_known = [&](const NamedTensor& own) { return own.name == array.name; };
    if (array.name.starts_with(state_prefix) && std::none_of(known.begin(), known.end(), is_known))
      wrong += "\n  " + array.name + " is not known to the model";
  }
  require_fit(path, wrong);
}

void require_finite(const std::string& path, const std::vector<NamedTensor>& model) {
  for (const NamedTensor& own : model) {
    const std::int64_t wrong =
        own.tensor.numel() - own.tensor.isfinite().sum().item<std::int64_t>();
    if (wrong > 0)
      throw Error(path + ": " + std::to_string(wrong) + " of the " +
                  std::to_string(own.tensor.numel()) + " values of " + own.name +
                  " are not finite, so that the model says nothing: train it again");
  }
}

void load_criterion(const std::string& path, const Stateful& criterion) {
  require_fit(path,
              copy_state(taken_from(criterion_prefix, read_run_arrays(path)), criterion.state()));
}

}  // namespace facet
