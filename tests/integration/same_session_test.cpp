// One session of 60 s in the field's formats, each written by the library of its format
// (same_session/): the same counts to the bit, and the same run. The counts in times/binned.npz
// were counted by numpy from the times that were written.
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "facet/framework.h"
#include "facet/npz.h"

namespace facet {
namespace {

const std::string tests_folder = FACET_SOURCE_FOLDER "/tests/integration/";

struct Format {
  const char* name;
  std::string data;  ///< the keys that say where its spikes are
};

void PrintTo(const Format& format, std::ostream* out) {
  *out << format.name;
}

Format file(const char* name, const std::string& path, const std::string& signals) {
  return {name, "file = \"" + tests_folder + path + "\"\nsignals = \"" + signals + "\"\n"};
}

class SameSession : public testing::TestWithParam<Format> {
 protected:
  RunConfig config() const {
    return parse_run_config_text(
        "[data]\n" + GetParam().data +
            "bin = 0.05\nstart = 0\nstop = 60\n"
            "[model]\nname = \"offset10-model\"\nnum_output = 3\nnum_units = 8\n"
            "[[objective]]\nslice = [0, 3]\nloss = \"FixedEuclideanInfoNCE\"\n"
            "distribution = \"time\"\n"
            "[training]\nsteps = 5\nbatch_size = 64\nthreads = 1\n",
        "run.toml", *registry_, DataFiles::must_exist);
  }

  /// Some formats know units that never fire.
  static at::Tensor that_fire(const at::Tensor& counts) {
    return counts.index_select(1, counts.sum(0).gt(0).nonzero().flatten());
  }

  static at::Tensor expected() { return read_npz(tests_folder + "times/binned.npz").at(0).tensor; }

  std::unique_ptr<Registry> registry_ = open_registry();
};

TEST_P(SameSession, HasTheSameCounts) {
  const Recording recording = read_recording(config().data, *registry_).recording;
  EXPECT_TRUE(that_fire(recording.signals).equal(expected()));
}

TEST_P(SameSession, GivesTheSameRun) {
  RunConfig own = config();
  const at::Tensor fires =
      read_recording(own.data, *registry_).recording.signals.sum(0).gt(0).nonzero().flatten();
  for (std::int64_t i = 0; i < fires.size(0); ++i) {
    const auto channel = static_cast<double>(fires[i].item<std::int64_t>());
    own.data.neurons.ranges.push_back({channel, channel});
  }
  Assembly run = assemble(own, *registry_);
  run.solver->fit(*run.loader, run.fit_options);
  const at::Tensor embedding = run.embedding();
  static const at::Tensor first = embedding;  // of whichever format was tried first
  EXPECT_TRUE(embedding.isfinite().any().item<bool>());
  EXPECT_TRUE(at::allclose(embedding, first, 0, 0, /*equal_nan=*/true));
}

INSTANTIATE_TEST_SUITE_P(
    Formats, SameSession,
    testing::Values(file("nwb", "same_session/session.nwb", "units"),
                    file("phy", "same_session/kilosort4", "spikes"),
                    file("matlab", "same_session/session_v5.mat", "spikes"),
                    file("pynapple", "same_session/spikes.npz", "spikes"),
                    file("npz", "same_session/session.npz", "spike_times"),
                    Format{"csv", "file = { path = \"" + tests_folder +
                                      "times/spikes.csv\", events = [\"spike_time\", \"unit\"] "
                                      "}\nsignals = \"spikes\"\n"}),
    [](const auto& format) { return std::string(format.param.name); });

}  // namespace
}  // namespace facet
