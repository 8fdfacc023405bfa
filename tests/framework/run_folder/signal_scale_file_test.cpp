#include "framework/run_folder/signal_scale_file.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include "framework/run_folder/run_arrays.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

TEST(SignalScaleFile, IsSavedAndLoaded) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/scale.npz";
  const SignalScale scale{at::tensor({3., 7.}), at::tensor({0.1, 1.})};
  save_signal_scale(path, scale);
  EXPECT_TRUE(load_signal_scale(path).mean.equal(scale.mean));
  EXPECT_TRUE(load_signal_scale(path).deviation.equal(scale.deviation));
}

TEST(SignalScaleFile, SaysWhatIsMissing) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/other.npz";
  write_run_arrays(path, {{"mean", at::ones({1})}});
  EXPECT_EQ(message_of([&] { load_signal_scale(path); }),
            path + ": has no arrays `mean` and `deviation`: it was not written by Facet");
}

}  // namespace
}  // namespace facet
