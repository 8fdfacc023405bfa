#include "framework/training/trained_parameters.h"

#include "facet/error.h"

namespace facet {

namespace {

std::vector<at::Tensor> trained(std::vector<at::Tensor> parameters,
                                const MultiCriterions& criterion) {
  for (const NamedTensor& own : criterion.state()) parameters.push_back(own.tensor);
  std::erase_if(parameters, [](const at::Tensor& tensor) { return !tensor.requires_grad(); });
  return parameters;
}

}  // namespace

std::vector<at::Tensor> trained_parameters(const Model& model, const MultiCriterions& criterion) {
  return trained(model.parameters(), criterion);
}

std::vector<at::Tensor> trained_parameters(const Models& models, const MultiCriterions& criterion) {
  std::vector<at::Tensor> parameters;
  for (const auto& model : models) {
    if (!model) throw Error("one of the models is null");
    for (const at::Tensor& parameter : model->parameters()) parameters.push_back(parameter);
  }
  return trained(std::move(parameters), criterion);
}

}  // namespace facet
