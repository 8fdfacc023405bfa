// A file that holds 80 GB of raw data beside the spikes costs what the spikes cost.
#include <filesystem>

#include "framework/files/files.h"
#include "run_commands.h"

namespace facet {
namespace {

class LargeRecording : public RunCommands {};

TEST_F(LargeRecording, TrainsWithinTheMemoryOfWhatIsUsed) {
  std::filesystem::copy_file(NWB_FILES "/raw80gb.nwb", folder() + "/raw80gb.nwb");
  write_text(folder() + "/large.toml",
             "[data]\nfile = \"raw80gb.nwb\"\nsignals = \"units\"\nbin = 0.05\n"
             "[model]\nname = \"offset10-model\"\nnum_output = 3\n"
             "[[objective]]\nslice = [0, 3]\nloss = \"FixedEuclideanInfoNCE\"\n"
             "distribution = \"time\"\n[training]\nsteps = 20\nthreads = 1\n");
  const ProgramResult trained = facet({"train", "large.toml", "--out", "large"});
  EXPECT_EQ(trained.exit_code, 0) << trained.errors;
  EXPECT_THAT(trained.errors, ::testing::HasSubstr("raw80gb.nwb: "));
  EXPECT_LT(trained.peak_mb, 300);
}

}  // namespace
}  // namespace facet
