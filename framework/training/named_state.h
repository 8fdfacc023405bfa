#pragma once

#include <memory>
#include <string>
#include <vector>

#include "facet/model.h"
#include "facet/stateful.h"

namespace facet {

/// Lists of named tensors: what the parts of a run keep, told apart by prefixes in one file.

/// Parameters and buffers under the names that the model registered.
std::vector<NamedTensor> model_state(const Model& model);
/// Those of the encoders of a run: of several sessions with the prefix `<session>.`.
std::vector<NamedTensor> model_state(const std::vector<std::shared_ptr<Model>>& models);

/// Adds `part` to `all`, each name under `prefix`.
void append_under(const std::string& prefix, const std::vector<NamedTensor>& part,
                  std::vector<NamedTensor>& all);

/// Those of `all` whose names begin with `prefix`, without it.
std::vector<NamedTensor> taken_from(const std::string& prefix, const std::vector<NamedTensor>& all);

/// Throws Error when there is none of that name.
const at::Tensor& find_tensor(const std::vector<NamedTensor>& all, const std::string& name);

/// Copies the values of `saved` into the tensors of `state`, by name. Returns a line for each that
/// is missing there or of another shape; empty when all went well.
std::string copy_state(const std::vector<NamedTensor>& saved,
                       const std::vector<NamedTensor>& state);

/// The same with memory of their own.
std::vector<NamedTensor> copies_of(const std::vector<NamedTensor>& tensors);

}  // namespace facet
