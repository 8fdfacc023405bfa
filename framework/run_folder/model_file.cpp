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

std::string counted(const NamedTensor& array) {
  const at::Tensor wrong = array.tensor.isfinite().logical_not();
  const std::int64_t count = wrong.sum().item<std::int64_t>();
  if (count == 0) return {};
  return "\n  " + array.name + ": " + std::to_string(count) + " of " +
         std::to_string(array.tensor.numel());
}

void require_finite(const std::string& path, const std::vector<NamedTensor>& saved) {
  std::string wrong;
  for (const NamedTensor& array : saved)
    if (array.tensor.is_floating_point()) wrong += counted(array);
  if (!wrong.empty())
    throw Error(path +
                ": has parameters that are not finite, so the training failed; train it "
                "again, by a lower learning rate or with data.zscore:" +
                wrong);
}

std::string lines_of(const std::vector<UsedComponent>& components) {
  std::string lines;
  for (const UsedComponent& component : components)
    lines += component.key + " " + component.name + "\n";
  return lines;
}

}  // namespace

void save_model(const std::string& path, const std::vector<NamedTensor>& model,
                const Stateful& criterion, const std::vector<std::int64_t>& num_neurons,
                const std::vector<UsedComponent>& components) {
  std::vector<NamedTensor> arrays;
  for (const NamedTensor& own : model)
    arrays.push_back({state_prefix + own.name, own.tensor.detach()});
  for (const NamedTensor& own : criterion.state())
    arrays.push_back({criterion_prefix + own.name, own.tensor.detach()});
  arrays.push_back({"num_neurons", at::tensor(num_neurons, at::kLong)});
  if (!components.empty()) arrays.push_back({"components", text_array(lines_of(components))});
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

void require_finite_model(const std::string& path) {
  require_finite(path, read_run_arrays(path));
}

void require_model_of(const std::string& path, const std::string& name) {
  for (const NamedTensor& array : read_run_arrays(path)) {
    if (array.name != "components") continue;
    const std::string lines = "\n" + text_in(array.tensor);
    if (lines.find("\nmodel " + name + "\n") == std::string::npos)
      throw Error(path + ": is of another model than " + name +
                  ", which the run's config chooses; its components are:" + lines);
  }
}

void load_model(const std::string& path, const std::vector<NamedTensor>& model,
                const Stateful* criterion) {
  const std::vector<NamedTensor> saved = read_run_arrays(path);
  require_finite(path, saved);
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

void load_criterion(const std::string& path, const Stateful& criterion) {
  require_fit(path,
              copy_state(taken_from(criterion_prefix, read_run_arrays(path)), criterion.state()));
}

}  // namespace facet
