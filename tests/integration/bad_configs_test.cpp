// Each config in bad_configs/ has a mistake, or its data has one: `facet check` and `facet train`
// end with 2 and say what the file of the same name with .txt says, to the letter.
#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <limits>

#include "facet/npz.h"
#include "run_program.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

void copy_plugin(const std::string& name, const std::string& folder) {
  fs::create_directories(folder);
  for (const char* ending : {".so", ".components.json"})
    fs::copy_file(ZOO_FOLDER + ("/" + name) + ending, folder + "/" + name + ending);
}

/// 40 bins, 5 channels, and labels and signals that are wrong in one way each.
void write_recordings(const std::string& folder) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const at::Tensor signals = at::linspace(0, 1, 200, at::kFloat).view({40, 5});
  const at::Tensor position = at::linspace(0, 1, 40, at::kDouble);
  at::Tensor broken = signals.clone(), gaps = position.clone();
  broken[17][3] = nan;
  gaps[5] = nan;
  const at::Tensor trial = at::arange(40, at::kLong).div(10, "floor");
  write_npz(folder + "/recording.npz", {{"neural", signals},
                                        {"position", position},
                                        {"trial", trial},
                                        {"broken", broken},
                                        {"gaps", gaps},
                                        {"short", position.slice(0, 0, 39)}});
  write_npz(folder + "/short.npz",
            {{"neural", signals.slice(0, 0, 6)}, {"position", position.slice(0, 0, 6)}});
  write_npz_arrays(folder + "/sides.npz", {{"neural", signals}, FileArray::text("side", 40, [] {
                                             std::vector<std::string> sides(40, "left");
                                             sides[3] = "right";
                                             sides[7] = "up";
                                             return TextValues::of(sides);
                                           })});
  const std::string whole = read_text(folder + "/recording.npz");
  write_text(folder + "/truncated.npz", whole.substr(0, whole.size() / 2));
  write_text(folder + "/recording.nex", whole);
  fs::create_directory(folder + "/folder.npz");
}

/// `text` with every `from` replaced by `to`.
std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

class BadConfig : public testing::TestWithParam<std::string> {};

TEST_P(BadConfig, IsToldToTheLetter) {
  const TemporaryFolder folder;
  write_recordings(folder.path());
  for (const char* plugin : {"same_class_1", "same_class_100"})
    copy_plugin(plugin, folder.path() + "/plugins");
  const std::string config = GetParam() + ".toml";
  fs::copy_file(BAD_CONFIGS + ("/" + config), folder.path() + "/" + config);
  setenv("FACET_PACK_PATH", (folder.path() + "/packs").c_str(), 1);

  const ProgramResult result = run_program({FACET_PROGRAM, "check", config}, folder.path());

  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.output, "");
  const std::string errors =
      replaced(replaced(result.errors, FACET_PLUGINS, "PLUGINS"), folder.path(), "FOLDER");
  EXPECT_EQ(errors, read_text(BAD_CONFIGS + ("/" + GetParam()) + ".txt"));

  const ProgramResult trained =
      run_program({FACET_PROGRAM, "train", config, "--out", "run"}, folder.path());
  EXPECT_EQ(trained.exit_code, 2);
  EXPECT_EQ(trained.output, "");
  EXPECT_EQ(trained.errors, result.errors);
  EXPECT_FALSE(fs::exists(folder.path() + "/run"));
}

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& file : fs::directory_iterator(BAD_CONFIGS))
    if (file.path().extension() == ".toml") found.push_back(file.path().stem());
  return found;
}

INSTANTIATE_TEST_SUITE_P(Each, BadConfig, testing::ValuesIn(names()),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace facet
