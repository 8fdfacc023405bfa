#pragma once

#include <cstdint>
#include <filesystem>

#include "facet/registrar.h"
#include "script_model.h"

namespace facet {

/// An encoder from a file that a config names.
class TorchScriptModel : public ScriptModel {
 public:
  struct Options {
    std::filesystem::path path;
    std::int64_t left = 0;
    std::int64_t right = 1;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula = "what the file says",
      .shapes =
          "B x N x (left + right) to B x O; O is found by encoding two windows. Its parameters are "
          "trained where they require a gradient, and saved with the run",
      .source = "torch.jit.script(encoder).save(path), or torch.jit.trace"};

  TorchScriptModel(const Options& options, const Arguments& arguments);
};

}  // namespace facet
