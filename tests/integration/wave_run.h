#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/stateful.h"
#include "framework/assembly/assembly.h"

// A small run in which any component can stand, for tests that go through all that are registered.
namespace facet {

/// What is trained, in parts of a config.
struct WaveRun {
  std::string model = "name = \"offset10-model\"\nnum_units = 8\nnum_output = 3";
  std::string objective = "loss = \"InfoNCE\"\ndistribution = { name = \"time\", time_offset = 2 }";
  std::string training = {};
  std::string data = {};
  std::int64_t num_sessions = 1;

  std::string text() const;  ///< of the config: three steps of 16 samples
};

/// A label of every form that a loss takes.
std::vector<NamedTensor> wave_labels();

/// 300 bins of 5 waves, with these labels, in each session.
Assembly assemble_waves(const RunConfig& config, std::int64_t num_sessions);

/// `key = { name = "name" options }`
std::string named(const char* key, const std::string& name, const std::string& options = "");

/// Of all plugins, without those whose options have to be given.
std::vector<std::string> complete_components(const std::string& kind);

/// The loss and what it compares: the label `number`, or the first that a supervised one takes.
/// Empty where it takes none.
std::string objective_with(const std::string& criterion);

}  // namespace facet
