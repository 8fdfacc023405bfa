#include "framework/run/model_file.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include <map>
#include <sstream>

#include "facet/error.h"
#include "facet/npz.h"

namespace facet {

namespace {

constexpr const char* state_prefix = "state.";
constexpr const char* criterion_prefix = "criterion.";

std::string sizes_of(const at::Tensor& tensor) {
  std::ostringstream text;
  text << tensor.sizes();
  return text.str();
}

/// Copies what belongs under `prefix` from `saved` (and removes it there) into `state`.
std::string copy_state(std::map<std::string, at::Tensor>& saved, const std::string& prefix,
                       const std::vector<NamedTensor>& state) {
  const at::NoGradGuard no_grad;
  std::string wrong;
  for (const NamedTensor& own : state) {
    const auto found = saved.find(prefix + own.name);
    if (found == saved.end()) {
      wrong += "\n  " + prefix + own.name + " is missing";
      continue;
    }
    const at::Tensor& value = found->second;
    // A scalar may have been stored with shape (1,).
    if (value.sizes() == own.tensor.sizes() || (value.numel() == 1 && own.tensor.numel() == 1))
      own.tensor.copy_(value.view_as(own.tensor));
    else
      wrong += "\n  " + prefix + own.name + " has shape " + sizes_of(value) + ", the model's is " +
               sizes_of(own.tensor);
    saved.erase(found);
  }
  return wrong;
}

std::map<std::string, at::Tensor> read_state(const std::string& path) {
  std::map<std::string, at::Tensor> saved;
  for (const NamedTensor& array : read_npz(path)) saved.emplace(array.name, array.tensor);
  return saved;
}

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
  write_npz(path, arrays);
}

std::vector<std::int64_t> saved_num_neurons(const std::string& path) {
  for (const NamedTensor& array : read_npz(path)) {
    if (array.name != "num_neurons") continue;
    const at::Tensor numbers = array.tensor.to(at::kLong).contiguous();
    const std::int64_t* first = numbers.data_ptr<std::int64_t>();
    return {first, first + numbers.numel()};
  }
  throw Error(path + ": has no array num_neurons: it was not written by Facet");
}

void load_model(const std::string& path, const std::vector<NamedTensor>& model,
                const Stateful* criterion) {
  std::map<std::string, at::Tensor> saved = read_state(path);
  std::string wrong = copy_state(saved, state_prefix, model);
  if (criterion) wrong += copy_state(saved, criterion_prefix, criterion->state());
  for (const auto& [name, value] : saved)
    if (name.rfind(state_prefix, 0) == 0) wrong += "\n  " + name + " is not known to the model";
  require_fit(path, wrong);
}

void load_criterion(const std::string& path, const Stateful& criterion) {
  std::map<std::string, at::Tensor> saved = read_state(path);
  require_fit(path, copy_state(saved, criterion_prefix, criterion.state()));
}

}  // namespace facet
