// A config knows where its keys were written, whether it was a file or a text.
#include <gtest/gtest.h>

#include <filesystem>

#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

std::string found_later(const RunConfig& config, const std::string& key) {
  return message_of([&] {
    config.places.add_to_problems_of([&] {
      Problems problems;
      problems.add({}, key, "does not suit the data");
      problems.throw_if_any();
    });
  });
}

TEST(ConfigPlaces, AreAddedToMistakesThatAreFoundLater) {
  const ConfigFile file(short_config);
  const RunConfig config = file.read({"training.steps=5"});
  EXPECT_EQ(found_later(config, "objective[1].target"),
            file.path() + ":16:10: objective[1].target does not suit the data");
  EXPECT_EQ(found_later(config, "objective[1].distribution"),
            file.path() + ":13:1: objective[1].distribution does not suit the data")
      << "the place of what it would be part of";
  EXPECT_EQ(found_later(config, "training.steps"), "--set: training.steps does not suit the data");
  EXPECT_EQ(found_later(config, ""), file.path() + ": does not suit the data");
  EXPECT_EQ(found_later(RunConfig(), "training.steps"), "training.steps does not suit the data");
}

TEST(ConfigPlaces, WhatGoesRightReturnsItsResult) {
  EXPECT_EQ(RunConfig().places.add_to_problems_of([] { return 7; }), 7);
}

/// The short config, whose recording is there.
std::string text_with_recording(const ConfigFile& file) {
  return changed(short_config, "recording.npz", file.folder() + "/recording.npz");
}

TEST(ConfigText, IsReadWithoutAFile) {
  const ConfigFile file("");
  const RunConfig config =
      parse_run_config_text(text_with_recording(file), "notebook", file.registry());
  EXPECT_EQ(config.model.name, "Sum");
  EXPECT_EQ(found_later(config, "objective[1].target"),
            "notebook:16:10: objective[1].target does not suit the data");
  EXPECT_EQ(message_of([&] {
              parse_run_config_text(changed(text_with_recording(file), "shift = 3", "shift = 3.5"),
                                    "notebook", file.registry());
            }),
            "notebook:11:42: objective[0].distribution.shift must be an integer, got 3.5");
  EXPECT_EQ(
      message_of([&] { parse_run_config_text("= 1", "notebook", file.registry()); }).substr(0, 28),
      "notebook:1:1: is not TOML: E");
}

TEST(ConfigText, RelativePathsAreRelativeToTheWorkingDirectory) {
  const ConfigFile file("");
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(file.folder());
  const RunConfig config = parse_run_config_text(short_config, "notebook", file.registry());
  std::filesystem::current_path(before);
  EXPECT_EQ(config.data.file.at(0).path, "recording.npz");
}

TEST(ConfigText, HasANameThatIsNoPath) {
  EXPECT_EQ(message_of([] { parse_run_config_text("", "a/b", config_registry()); }),
            "'a/b' stands for a config that is not a file: it cannot have a '/'");
}

}  // namespace
}  // namespace facet::toy
