// Of which runs bins are embedded as they come, and with which options.
#include "apps/stream_command.h"
#include "framework/run_folder/embedding_file.h"
#include "integration/two_sessions.h"

namespace facet {
namespace {

using testing::HasSubstr;
using StreamedRuns = StreamCommand;

TEST_F(StreamedRuns, TakesNoOptionsOfFiles) {
  const std::pair<Words, const char*> mistakes[] = {
      {{"embed", "run", "recording.npz", "--stream"}, "--stream reads bins from stdin: DATA is -"},
      {{"embed", "run", "-"}, "bins are read from there with --stream"},
      {{"embed", "run", "recording.npz", "--binary"}, "--binary goes with --stream"},
      {{"embed", "run", "-", "--stream", "--out", "x.npz"}, "--stream writes to stdout"},
      {{"embed", "run", "-", "--stream", "--signals", "x"}, "--signals names arrays of a file"}};
  for (const auto& [words, message] : mistakes) {
    const ProgramResult refused = facet(words);
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.errors, HasSubstr(message));
  }
}

TEST_F(StreamedRuns, IsOfTheSessionThatIsNamed) {
  write_two_sessions(folder());
  const Words quick = {"--set", "training.steps=2", "--set", "data.zscore=true"};
  ASSERT_EQ(train_run(quick).exit_code, 0);
  EXPECT_THAT(stream("").errors, HasSubstr("several sessions, one of them must be named"));
  const ProgramResult second =
      stream(lines_of(array("second.npz", "neurons"), ","), "--session second");
  ASSERT_EQ(second.exit_code, 0) << second.errors;
  const at::Tensor whole = load_embedding(folder() + "/run/embedding.npz").embedding;
  EXPECT_TRUE(at::allclose(table_of(second.output, 8), whole.narrow(0, 400, 400), 1e-6, 1e-6));
}

TEST_F(StreamedRuns, IsNotOfSessionsSideBySide) {
  write_two_sessions(folder());
  ASSERT_EQ(train_run({"--set", "training.solver=unified", "--set", "training.align_by=Z1", "--set",
                       "training.steps=2"})
                .exit_code,
            0);
  const ProgramResult refused = stream("", "--session second");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_EQ(refused.errors,
            "facet: run: its encoder sees all sessions side by side, found by their labels; bins "
            "that come one by one need a run whose sessions have encoders of their own\n");
}

// A bin of events is made by whoever sends it: the line says how the run's were.
TEST_F(StreamedRuns, SaysHowTheRunBinnedItsEvents) {
  std::string spikes = "spike_time,unit\n";
  for (int spike = 0; spike < 2000; ++spike)
    spikes += std::to_string(spike * 0.02) + "," + std::to_string(spike * 7 % 3) + "\n";
  write_text(folder() + "/spikes.csv", spikes);
  write_text(folder() + "/run.toml", R"(
[data]
file = { path = "spikes.csv", events = ["spike_time", "unit"] }
signals = "spikes"
bin = 0.05
smooth = 0.1
causal = true
rates = true
[[objective]]
slice = [0, 2]
loss = "FixedEuclideanInfoNCE"
distribution = "time"
[model]
num_output = 2
[training]
steps = 2
)");
  ASSERT_EQ(train_run().exit_code, 0);
  EXPECT_THAT(
      stream("1,2,3\n").errors,
      testing::StartsWith("ready for rows of 3 numbers, bins of 0.05 s with events a second, "
                          "smoothed causally by 0.1 s; "));
}

}  // namespace
}  // namespace facet
