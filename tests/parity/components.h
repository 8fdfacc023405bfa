#pragma once

#include <memory>
#include <string>

#include "facet/criterion.h"
#include "facet/model.h"
#include "facet/value.h"
#include "framework/registry/registry.h"
#include "parity/reference_case.h"

namespace facet::parity {

Value to_value(const nlohmann::json& json);
Table to_table(const nlohmann::json& object);

/// Throws NotYetSupported when no plugin offers `name`.
void require_component(const Registry& registry, const std::string& kind, const std::string& name);

/// A component of the registry under the peer's name and options.
template <class Interface>
std::shared_ptr<Interface> create(Registry& registry, const std::string& name, Table options,
                                  const typename Interface::Arguments& arguments = {}) {
  require_component(registry, std::string(Interface::kind), name);
  return registry.create<Interface>({name, std::move(options)}, arguments, name);
}

/// The model `name` with the case's `options`, num_neurons among them, and the state that the case
/// gives under `prefix`.
std::shared_ptr<Model> create_model(Registry& registry, const std::string& name,
                                    const nlohmann::json& options);

/// Copies `value` into what a component keeps. Throws Error for another shape; a scalar may be
/// stored with shape (1,).
void copy_value(const at::Tensor& value, const NamedTensor& own);
/// Copies the inputs `<prefix><key>` into `state`. Throws Error for a key that is on one side only.
void copy_state(const ReferenceCase& reference, const std::string& prefix,
                const std::vector<NamedTensor>& state);

/// A copy that requires a gradient.
at::Tensor leaf(const at::Tensor& value);
/// The gradient of a leaf; zeros where nothing reached it.
at::Tensor grad_of(const at::Tensor& leaf);

}  // namespace facet::parity
