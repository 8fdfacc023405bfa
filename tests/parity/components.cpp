#include "parity/components.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>

#include "facet/error.h"
#include "parity/handlers.h"

namespace facet::parity {

Value to_value(const nlohmann::json& json) {
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_number()) return json.get<double>();
  if (json.is_string()) return json.get<std::string>();
  if (json.is_object()) return to_table(json);
  if (json.is_null()) return {};
  Value::List list;
  for (const nlohmann::json& item : json) list.push_back(to_value(item));
  return list;
}

Table to_table(const nlohmann::json& object) {
  Table table;
  for (const auto& [name, value] : object.items()) table.set(name, to_value(value));
  return table;
}

void require_component(const Registry& registry, const std::string& kind, const std::string& name) {
  for (const ComponentInfo* component : registry.components(kind))
    if (component->name == name) return;
  throw NotYetSupported("no plugin offers the " + kind + " " + name);
}

std::shared_ptr<Model> create_model(Registry& registry, const std::string& name,
                                    const nlohmann::json& options) {
  Table table = to_table(options);
  table.erase("num_neurons");
  return create<Model>(registry, name, table, {options.at("num_neurons")});
}

void copy_value(const at::Tensor& value, const NamedTensor& own) {
  const at::NoGradGuard no_grad;
  if (value.sizes() != own.tensor.sizes() && (value.numel() != 1 || own.tensor.numel() != 1))
    throw Error(own.name + " has another shape in Facet");
  own.tensor.copy_(value.view_as(own.tensor));
}

void copy_state(const ReferenceCase& reference, const std::string& prefix,
                const std::vector<NamedTensor>& state) {
  for (const NamedTensor& own : state) copy_value(reference.input(prefix + own.name), own);
  for (const auto& [name, value] : reference.inputs) {
    const auto is_it = [&, &key = name](const NamedTensor& own) {
      return prefix + own.name == key;
    };
    if (name.rfind(prefix, 0) == 0 && std::none_of(state.begin(), state.end(), is_it))
      throw Error(name + " is not known to Facet");
  }
}

at::Tensor leaf(const at::Tensor& value) {
  return value.detach().clone().requires_grad_();
}

at::Tensor grad_of(const at::Tensor& leaf) {
  return leaf.grad().defined() ? leaf.grad() : at::zeros_like(leaf);
}

}  // namespace facet::parity
