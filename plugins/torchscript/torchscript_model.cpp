#include "torchscript_model.h"

namespace facet {

void TorchScriptModel::Options::describe(OptionsDescription<Options>& options) {
  options.add("path", &Options::path, "the file; relative to the config file").required();
  options.add("left", &Options::left, "bins of the window before the one it is for")
      .at_least(0)
      .at_most(1e6);
  options.add("right", &Options::right, "bins of the window from that one on")
      .at_least(1)
      .at_most(1e6);
}

TorchScriptModel::TorchScriptModel(const Options& options, const Arguments& arguments)
    : ScriptModel(Script(options.path.string()), {options.left, options.right}, arguments) {}

}  // namespace facet
