#include "framework/training/named_state.h"

#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <sstream>

#include "facet/error.h"

namespace facet {

namespace {

std::string shape_of(const at::Tensor& tensor) {
  std::ostringstream text;
  text << tensor.sizes();
  return text.str();
}

const at::Tensor* find_named(const std::vector<NamedTensor>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const NamedTensor& own) { return own.name == name; });
  return found == all.end() ? nullptr : &found->tensor;
}

}  // namespace

std::vector<NamedTensor> model_state(const Model& model) {
  std::vector<NamedTensor> state;
  for (const auto& item : model.named_parameters()) state.push_back({item.key(), item.value()});
  for (const auto& item : model.named_buffers()) state.push_back({item.key(), item.value()});
  return state;
}

std::vector<NamedTensor> model_state(const std::vector<std::shared_ptr<Model>>& models) {
  if (models.size() == 1) return model_state(*models[0]);
  std::vector<NamedTensor> state;
  for (std::size_t session = 0; session < models.size(); ++session)
    append_under(std::to_string(session) + ".", model_state(*models[session]), state);
  return state;
}

void append_under(const std::string& prefix, const std::vector<NamedTensor>& part,
                  std::vector<NamedTensor>& all) {
  for (const NamedTensor& own : part) all.push_back({prefix + own.name, own.tensor});
}

std::vector<NamedTensor> taken_from(const std::string& prefix,
                                    const std::vector<NamedTensor>& all) {
  std::vector<NamedTensor> part;
  for (const NamedTensor& own : all)
    if (own.name.starts_with(prefix)) part.push_back({own.name.substr(prefix.size()), own.tensor});
  return part;
}

const at::Tensor& find_tensor(const std::vector<NamedTensor>& all, const std::string& name) {
  if (const at::Tensor* found = find_named(all, name)) return *found;
  throw Error("there is no array '" + name + "'");
}

std::string copy_state(const std::vector<NamedTensor>& saved,
                       const std::vector<NamedTensor>& state) {
  const at::NoGradGuard no_grad;
  std::string wrong;
  for (const NamedTensor& own : state) {
    const at::Tensor* value = find_named(saved, own.name);
    // A scalar may have been stored with shape (1,).
    if (!value)
      wrong += "\n  " + own.name + " is missing";
    else if (value->sizes() == own.tensor.sizes() ||
             (value->numel() == 1 && own.tensor.numel() == 1))
      own.tensor.copy_(value->view_as(own.tensor));
    else
      wrong += "\n  " + own.name + " has shape " + shape_of(*value) + ", the model's is " +
               shape_of(own.tensor);
  }
  return wrong;
}

std::vector<NamedTensor> copies_of(const std::vector<NamedTensor>& tensors) {
  std::vector<NamedTensor> copies;
  for (const NamedTensor& own : tensors) copies.push_back({own.name, own.tensor.detach().clone()});
  return copies;
}

}  // namespace facet
