#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace facet::parity {

using Arrays = std::map<std::string, at::Tensor>;

/// Agreement is |got - want| <= atol + rtol * |want|, element by element.
struct Tolerance {
  double rtol = 0;
  double atol = 0;
};

/// One case of a folder of reference values; reference/README.md says what is in it.
struct ReferenceCase {
  std::string id;
  std::string kind;
  std::string name;        ///< under which the peer knows the component
  nlohmann::json options;  ///< under the peer's names
  Arrays inputs;
  Arrays expected;
  nlohmann::json tolerances;

  /// Throws Error that names the case when it has no such input.
  const at::Tensor& input(const std::string& array) const;
  bool has_input(const std::string& array) const { return inputs.contains(array); }
  bool expects(const std::string& array) const { return expected.contains(array); }
  /// How near `array` has to come; nothing: it is there for information.
  std::optional<Tolerance> tolerance(const std::string& array) const;
};

/// The cases of `folder` in the order of its cases.json. Throws Error that names the file which is
/// missing or says something else than it should.
std::vector<ReferenceCase> read_cases(const std::string& folder);

}  // namespace facet::parity
