#pragma once

#include <ATen/Functions.h>

#include <cstdio>
#include <sstream>

#include "apps/run_commands.h"

namespace facet {

/// A line for each bin of the array, with `between` its numbers.
inline std::string lines_of(const at::Tensor& bins, const std::string& between) {
  std::string text;
  char number[32];
  for (std::int64_t bin = 0; bin < bins.size(0); ++bin)
    for (std::int64_t channel = 0; channel < bins.size(1); ++channel) {
      std::snprintf(number, sizeof number, "%.9g", bins[bin][channel].item<double>());
      text += number + (channel + 1 < bins.size(1) ? between : "\n");
    }
  return text;
}

/// Of lines of numbers between commas.
inline at::Tensor table_of(const std::string& text, std::int64_t columns) {
  std::vector<double> values;
  std::istringstream lines(text);
  for (std::string cell; std::getline(lines, cell, ',');) {
    std::istringstream cells(cell);
    for (std::string one; std::getline(cells, one);) values.push_back(std::stod(one));
  }
  return at::tensor(values).to(at::kFloat).view({-1, columns});
}

/// A run with z-scores and windows of ten bins, 5 before a bin and 4 after it.
class StreamCommand : public RunCommands {
 protected:
  void train() const {
    const ProgramResult trained =
        train_run({"--set", "model={name=\"offset10-model\",num_units=8,num_output=4}", "--set",
                   "data.zscore=true", "--set", "training.steps=3"});
    ASSERT_EQ(trained.exit_code, 0) << trained.errors;
  }
  at::Tensor array(const std::string& file, const std::string& name) const {
    for (const NamedTensor& own : read_npz(folder() + "/" + file))
      if (own.name == name) return own.tensor;
    throw Error("there is no " + name);
  }
  /// The whole of `input` through a file.
  ProgramResult stream(const std::string& input, const std::string& options = "") const {
    write_text(folder() + "/rows", input);
    return run_program(
        {"/bin/sh", "-c", "exec '" FACET_PROGRAM "' embed run - --stream " + options + " < rows"},
        folder());
  }
};

}  // namespace facet
