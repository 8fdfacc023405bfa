#include "framework/run_folder/signal_scale_file.h"

#include "facet/error.h"
#include "framework/run_folder/run_arrays.h"

namespace facet {

void save_signal_scale(const std::string& path, const SignalScale& scale) {
  write_run_arrays(path, {{"mean", scale.mean}, {"deviation", scale.deviation}});
}

SignalScale load_signal_scale(const std::string& path) {
  SignalScale scale;
  for (const NamedTensor& array : read_run_arrays(path)) {
    if (array.name == "mean") scale.mean = array.tensor;
    if (array.name == "deviation") scale.deviation = array.tensor;
  }
  if (!scale.mean.defined() || !scale.deviation.defined())
    throw Error(path + ": has no arrays `mean` and `deviation`: it was not written by Facet");
  return scale;
}

}  // namespace facet
