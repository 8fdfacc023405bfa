// The components that come with Facet and need a file to be tried: what the conformance kit finds.
// The others are tried by facet_add_conformance_test (CMakeLists.txt).
#include <ATen/ops/ones.h>
#include <gmock/gmock.h>
#include <torch/csrc/jit/api/module.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "framework/plugin_loader/environment.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/install_pack.h"
#include "run_program.h"
#include "torchscript_files.h"

namespace facet {
namespace {

/// The lines about what failed.
std::string failures_of(const std::vector<std::string>& given) {
  const TemporaryFolder folder;
  std::vector<std::string> words = {FACET_PROGRAM, "plugin", "check"};
  words.insert(words.end(), given.begin(), given.end());
  const ProgramResult result = run_program(words, folder.path());
  EXPECT_THAT(result.output, testing::HasSubstr(" checks: "));
  std::istringstream lines(result.output);
  std::string failed;
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("  FAILED") || line.starts_with("     ")) failed += line + "\n";
  return failed + result.errors;
}

/// Of a plugin beside Facet's program.
std::string failures(const std::string& plugin, const std::string& component,
                     const std::vector<std::string>& more) {
  std::vector<std::string> words = {std::string(PLUGIN_FOLDER) + "/" + plugin + ".so", component};
  words.insert(words.end(), more.begin(), more.end());
  return failures_of(words);
}

std::string failures_of_reader(const std::string& plugin, const std::string& component,
                               const std::string& sample) {
  return failures(plugin, component, {"--sample", sample});
}

TEST(Conformance, OfReaders) {
  const std::string data = PLUGIN_TESTS;
  EXPECT_EQ(failures_of_reader("hdf5", "h5", data + "/hdf5/data/recording.h5"), "");
  EXPECT_EQ(failures_of_reader("hdf5", "hdf5", data + "/hdf5/data/recording.h5"), "");
  EXPECT_EQ(failures_of_reader("hdf5", "nwb", data + "/hdf5/nwb/data/rates.nwb"), "");
  EXPECT_EQ(failures_of_reader("hdf5", "nwb", data + "/hdf5/nwb/data/small.nwb"), "");
  EXPECT_EQ(failures_of_reader("matlab", "mat", data + "/matlab/data/recording.mat"), "");
  EXPECT_EQ(failures_of_reader("matlab", "mat", data + "/matlab/data/recording73.mat"), "");
  EXPECT_EQ(failures_of_reader("numpy", "npz", EXAMPLE_RECORDING), "");
}

TEST(Conformance, OfTheReadersOfTables) {
  const std::string data = PLUGIN_TESTS "/csv/data/";
  EXPECT_EQ(failures_of_reader("csv", "csv", data + "plain.csv"), "");
  EXPECT_EQ(failures_of_reader("csv", "csv", data + "multi.csv"), "") << "of DeepLabCut";
  EXPECT_EQ(failures_of_reader("csv", "csv", data + "missing.csv"), "");
  EXPECT_EQ(failures_of_reader("csv", "tsv", data + "table.tsv"), "");
  EXPECT_EQ(failures_of_reader("csv", "txt", data + "r_write_table.txt"), "");
}

TEST(Conformance, OfTheReadersOfFolders) {
  const std::string data = PLUGIN_TESTS;
  EXPECT_EQ(failures_of_reader("phy", "phy", data + "/phy/data/kilosort2"), "");
  EXPECT_EQ(failures_of_reader("phy", "phy", data + "/phy/data/kilosort4/"), "");
  EXPECT_EQ(failures_of_reader("suite2p", "suite2p", data + "/suite2p/data/suite2p"), "");
  EXPECT_EQ(failures_of_reader("suite2p", "suite2p", data + "/suite2p/data/suite2p/plane0"), "");
}

TEST(Conformance, OfTheReadersOfPandasAndPoses) {
  const std::string data = PLUGIN_TESTS "/hdf5/data/tables/";
  for (const char* sample : {"table.h5", "fixed_text.h5", "dlc_multi.h5", "sleap_standard.h5"})
    EXPECT_EQ(failures_of_reader("hdf5", "h5", data + sample), "") << sample;
}

TEST(Conformance, OfTheReaderOfPynapple) {
  const std::string data = PLUGIN_TESTS "/numpy/data/";
  for (const char* sample : {"group.npz", "speed.npz", "trials.npz", "pairs.npz"})
    EXPECT_EQ(failures_of_reader("numpy", "npz", data + sample), "") << sample;
}

/// A header of numpy's format, padded to 128 bytes, and 40 x 2 numbers.
TEST(Conformance, OfTheNpyReader) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/sample.npy";
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (40, 2), }";
  header.resize(117, ' ');
  std::ofstream file(path, std::ios::binary);
  file << "\x93NUMPY\x01" << '\0' << 'v' << '\0' << header << '\n';
  for (int i = 0; i < 80; ++i) {
    const auto value = static_cast<float>(i);
    file.write(reinterpret_cast<const char*>(&value), sizeof value);
  }
  file.close();
  EXPECT_EQ(failures_of_reader("numpy", "npy", path), "");
}

TEST(Conformance, OfTorchScriptEncoders) {
  const TemporaryFolder folder;
  torch::jit::Module module("Encoder");
  module.register_parameter("weight", at::ones({4, 2}).set_requires_grad(true), false);
  module.define("def forward(self, x):\n  return torch.mm(torch.sum(x, 2), self.weight)\n");
  const std::string path = folder.path() + "/encoder.pt";
  module.save(path);
  EXPECT_EQ(failures("torchscript", "torchscript",
                     {"--set", "path=" + path, "--set", "left=1", "--set", "right=2"}),
            "");
}

std::string output_of_check(const std::string& library) {
  const TemporaryFolder folder;
  const ProgramResult result =
      run_program({FACET_PROGRAM, "plugin", "check", library}, folder.path());
  EXPECT_EQ(result.exit_code, 0) << result.errors;
  return result.output;
}

TEST(Conformance, OfTheExampleInC) {
  EXPECT_THAT(
      output_of_check(C_PLUGINS "/c_lab/c_lab.so"),
      testing::HasSubstr("  not tried: 1 check, since the C interface works on the CPU alone\n"));
}

#ifdef WITH_RUST_PLUGIN
/// It takes float32.
TEST(Conformance, OfTheExampleInRust) {
  output_of_check(C_PLUGINS "/rust_lab/rust_lab.so");
}
#endif

/// A pack in TorchScript, in a store of its own.
class ScriptsInstalled {
 public:
  explicit ScriptsInstalled(
      std::int64_t num_neurons,
      const std::function<void(const std::string& folder)>& change = [](const std::string&) {}) {
    const std::string pack = folder_.path() + "/pack";
    std::filesystem::create_directory(pack);
    test::write_torchscript_pack(pack, num_neurons);
    change(pack);
    build_pack(pack, pack + ".facetpack");
    install_pack(pack + ".facetpack", {.allow_unsigned = true});
  }

 private:
  TemporaryFolder folder_;
  test::Environment store_{"FACET_PACK_PATH", folder_.path() + "/store"};
};

/// By their names, from where they are installed.
TEST(Conformance, OfAPackInTorchScript) {
  const ScriptsInstalled installed(4);
  for (const char* plugin : {"summed", "pulled", "absolute"})
    EXPECT_EQ(failures_of({plugin}), "") << plugin;
}

TEST(Conformance, OfAModelThatWasMadeForSomeNeurons) {
  const ScriptsInstalled installed(30);
  EXPECT_THAT(failures_of({"summed"}), testing::HasSubstr("  FAILED  usable"));
  EXPECT_EQ(failures_of({"summed", "--neurons", "30"}), "");
}

TEST(Conformance, SaysWhyALossTakesNoTarget) {
  const auto takes_one = [](const std::string& folder) {
    torch::jit::Module module("Loss");
    module.define("def forward(self, prediction):\n  return torch.mean(prediction)\n");
    module.save(folder + "/absolute.pt");
  };
  const ScriptsInstalled installed(4, takes_one);
  EXPECT_THAT(failures_of({"absolute"}),
              testing::ContainsRegex("it takes no target of those that were tried: .*; of the last "
                                     "one that suits it: .*/absolute.pt: .*argument"));
}

}  // namespace
}  // namespace facet
