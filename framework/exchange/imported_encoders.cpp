#include "framework/exchange/imported_encoders.h"

#include <ATen/TensorOperators.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "facet/error.h"
#include "framework/exchange/safetensors.h"
#include "framework/training/named_state.h"

namespace facet {

namespace {

struct CebraModel {
  std::string name;
  std::int64_t num_units = 0, num_output = 0;
  bool normalize = false;
  std::vector<std::int64_t> num_neurons;
};

CebraModel model_in(const SafeTensors& file, const std::string& path) {
  const auto found = file.metadata.find("cebra");
  if (found == file.metadata.end())
    throw Error(
        path +
        ": does not say which model of CEBRA it has (`cebra` in its metadata): it has to be "
        "made of a checkpoint by the script of docs/coming_from_cebra.md");
  try {
    const nlohmann::json told = nlohmann::json::parse(found->second);
    return {told.at("model"), told.at("num_units"), told.at("num_output"), told.at("normalize"),
            told.at("num_neurons")};
  } catch (const nlohmann::json::exception&) {
    throw Error(path +
                ": `cebra` in its metadata must be JSON with model, num_units, num_output, "
                "normalize and num_neurons, got " +
                found->second);
  }
}

bool has_option(const ComponentInfo& model, const char* name) {
  return std::ranges::any_of(model.options,
                             [&](const OptionInfo& option) { return option.name == name; });
}

std::string text_of(const std::vector<std::int64_t>& numbers) {
  std::string text;
  for (const std::int64_t number : numbers)
    text += (text.empty() ? "" : " and ") + std::to_string(number);
  return text;
}

/// What of the file cannot be a parameter, a line for each; empty: nothing.
std::string unfit_values(const std::vector<NamedTensor>& tensors) {
  std::string wrong;
  for (const NamedTensor& tensor : tensors)
    if (!tensor.tensor.is_floating_point())
      wrong += "\n  " + tensor.name + ": holds no floating-point numbers";
    else if (!tensor.tensor.to(at::kFloat).isfinite().all().item<bool>())
      wrong += "\n  " + tensor.name + ": has values that are not finite in float32";
  return wrong;
}

}  // namespace

Table imported_model(const std::string& path, const Registry& registry) {
  const CebraModel model = model_in(read_safetensors(path), path);
  const ComponentInfo* known = nullptr;
  try {
    known = &registry.find("model", model.name);
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  Table table{{"name", model.name}, {"num_output", model.num_output}};
  if (!has_option(*known, "hidden_units")) table.set("num_units", model.num_units);
  if (has_option(*known, "normalize")) table.set("normalize", model.normalize);
  return table;
}

void import_parameters(const std::string& path, Assembly& assembly) {
  const SafeTensors file = read_safetensors(path);
  const CebraModel model = model_in(file, path);
  if (model.num_neurons != assembly.num_neurons)
    throw Error(path + ": is of " + text_of(model.num_neurons) +
                " neurons, the config's recordings have " + text_of(assembly.num_neurons));
  const std::vector<NamedTensor> state = model_state(assembly.models);
  std::string wrong = unfit_values(file.tensors) + copy_state(file.tensors, state);
  for (const NamedTensor& tensor : file.tensors)
    if (std::ranges::none_of(state, [&](const auto& own) { return own.name == tensor.name; }))
      wrong += "\n  " + tensor.name + ": is not known";
  if (!wrong.empty()) throw Error(path + ": does not fit the model " + model.name + ":" + wrong);
}

}  // namespace facet
