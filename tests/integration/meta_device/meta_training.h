#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/stateful.h"

namespace facet::meta_device {

constexpr std::int64_t num_bins = 300;

/// A label of every form that a loss takes.
std::vector<NamedTensor> labels();

/// What is trained, in parts of a config.
struct Config {
  std::string model = "name = \"offset10-model\"\nnum_units = 8\nnum_output = 3";
  std::string objective = "loss = \"InfoNCE\"\ndistribution = { name = \"time\", time_offset = 2 }";
  std::string training = {};
  std::string data = {};
  std::int64_t num_sessions = 1;

  std::string text() const {
    std::string sessions;
    for (std::int64_t i = 0; num_sessions > 1 && i < num_sessions; ++i)
      sessions += "[[data.session]]\nname = \"s" + std::to_string(i) + "\"\n";
    return "[data]\n" + data + "\n" + sessions + "[model]\n" + model +
           "\n[[objective]]\nslice = [0, 3]\n" + objective +
           "\n[training]\nsteps = 3\nbatch_size = 16\n" + training + "\n";
  }
};

/// Trains for three steps and validates once. Why it cannot be trained; empty where it can.
std::string reason_against(const Config& config);

}  // namespace facet::meta_device
