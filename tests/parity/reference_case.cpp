#include "parity/reference_case.h"

#include <fstream>

#include "facet/error.h"
#include "facet/npz.h"

namespace facet::parity {

namespace {

/// Arrays are mapped read-only pages: handlers get memory of their own.
Arrays take(const nlohmann::json& names, const Arrays& arrays, const std::string& file) {
  Arrays taken;
  for (const std::string name : names) {
    const auto found = arrays.find(name);
    if (found == arrays.end()) throw Error(file + " has no array " + name);
    taken.emplace(name, found->second.clone());
  }
  return taken;
}

ReferenceCase read_case(const nlohmann::json& entry, const std::string& folder) {
  ReferenceCase one;
  one.id = entry.at("id");
  one.kind = entry.at("kind");
  one.name = entry.at("name");
  one.options = entry.at("options");
  one.tolerances = entry.at("tolerance");

  Arrays arrays;
  const std::string file = folder + "/" + entry.at("file").get<std::string>();
  for (const NamedTensor& array : read_npz(file)) arrays.emplace(array.name, array.tensor);
  one.inputs = take(entry.at("inputs"), arrays, file);
  one.expected = take(entry.at("expected"), arrays, file);
  return one;
}

}  // namespace

const at::Tensor& ReferenceCase::input(const std::string& array) const {
  const auto found = inputs.find(array);
  if (found == inputs.end()) throw Error(id + " has no input " + array);
  return found->second;
}

std::optional<Tolerance> ReferenceCase::tolerance(const std::string& array) const {
  const nlohmann::json* from = &tolerances;
  if (const auto arrays = tolerances.find("per_array"); arrays != tolerances.end()) {
    if (const auto own = arrays->find(array); own != arrays->end()) from = &*own;
  }
  if (from->is_null()) return std::nullopt;
  return Tolerance{from->at("rtol"), from->at("atol")};
}

std::vector<ReferenceCase> read_cases(const std::string& folder) {
  const std::string path = folder + "/cases.json";
  std::ifstream file(path);
  if (!file)
    throw Error("cannot read " + path + ": FACET_REFERENCE names a folder with cases.json");
  try {
    std::vector<ReferenceCase> cases;
    for (const nlohmann::json& entry : nlohmann::json::parse(file))
      cases.push_back(read_case(entry, folder));
    return cases;
  } catch (const nlohmann::json::exception& error) {
    throw Error(path + ": " + error.what());
  }
}

}  // namespace facet::parity
