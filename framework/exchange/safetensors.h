#pragma once

#include <map>
#include <string>
#include <vector>

#include "facet/stateful.h"

namespace facet {

/// What a file of the format safetensors holds: tensors by their names, and texts.
/// (https://github.com/huggingface/safetensors)
struct SafeTensors {
  std::vector<NamedTensor> tensors;
  std::map<std::string, std::string> metadata;
};

/// Floating-point numbers, integers and bools. Atomic. Throws Error that names the path.
void write_safetensors(const std::string& path, const SafeTensors& file);

/// The tensors, in the order of their data, in memory of their own. Throws Error that names the
/// file, and says what is wrong with it.
SafeTensors read_safetensors(const std::string& path);

}  // namespace facet
