// What is wrong with the keys of [data] is told before anything is read.
#include <gtest/gtest.h>

#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

/// The mistakes in short_config with `keys` below its file.
std::string mistakes_in_data(const std::string& keys) {
  return mistakes_with("\"recording.npz\"\n", "\"recording.npz\"\n" + keys);
}

TEST(DataKeys, ThatAreRight) {
  EXPECT_EQ(mistakes_in_data("signals = [\"unit_*\", \"lfp\"]\n"
                             "neurons = [0, 5, [10, 20]]\n"
                             "select = \"speed > 0.05 and position[0] between 0 and 1\"\n"
                             "epochs = [[0, 4000], [5000, 9000]]\n"),
            "");
  EXPECT_EQ(mistakes_in_data("neurons = \"encodes_position == 1\"\n"
                             "time = \"t\"\n"
                             "epochs = [[0.5, 1.25]]\n"),
            "");
}

TEST(DataKeys, ConditionsThatCannotBeRead) {
  EXPECT_EQ(mistakes_in_data("select = \"speed >\"\nneurons = \"depth = 3\"\n"),
            "run.toml:3:10: data.select is no condition such as \"speed > 0.05\": at character 8 "
            "there is the end where the name of an array is expected\n"
            "run.toml:4:11: data.neurons is no condition such as \"speed > 0.05\": at character 7 "
            "there is '= 3' where `==` is expected");
}

TEST(DataKeys, NeuronsThatAreNoIndices) {
  EXPECT_EQ(mistakes_in_data("neurons = [0.5, -1, [3, 2], \"a\", [1, 2, 3]]\n"),
            "run.toml:3:21: data.neurons[2] must begin before it ends, got [3, 2]\n"
            "run.toml:3:29: data.neurons[3] must be an index or [begin, end], got \"a\"\n"
            "run.toml:3:34: data.neurons[4] must be an index or [begin, end], got [1, 2, 3]");
  EXPECT_EQ(mistakes_in_data("neurons = [0.5, -1]\n"),
            "run.toml:3:12: data.neurons[0] must be whole numbers from 0\n"
            "run.toml:3:17: data.neurons[1] must be whole numbers from 0");
}

TEST(DataKeys, EpochsThatAreNoRanges) {
  EXPECT_EQ(mistakes_in_data("epochs = \"speed > 1\"\n"),
            "run.toml:3:10: data.epochs must be a list of [begin, end]; a condition goes into "
            "data.select");
  EXPECT_EQ(mistakes_in_data("epochs = [5, [0.5, 2], [3, 4]]\n"),
            "run.toml:3:11: data.epochs[0] must be [begin, end]\n"
            "run.toml:3:14: data.epochs[1] must be bins, so whole numbers, unless data.time names "
            "time stamps");
  EXPECT_EQ(mistakes_in_data("epochs = 5\n"),
            "run.toml:3:10: data.epochs must be a list of indices and [begin, end], got 5");
}

TEST(DataKeys, OfTimesWithoutBins) {
  EXPECT_EQ(mistakes_in_data("labels = [\"speed\"]\nangles = [\"head\"]\n"),
            "run.toml:3:10: data.labels needs data.bin\n"
            "run.toml:4:10: data.angles needs data.bin or data.fill");
}

TEST(DataKeys, UnitsOfNoTimes) {
  EXPECT_EQ(mistakes_with("\"recording.npz\"\n",
                          "{ path = \"recording.npz\", unit = \"ms\" }\nbin = 0.1\n"),
            "run.toml:2:41: data.file[0].unit needs time, events or intervals: it is the unit of "
            "these");
  EXPECT_EQ(mistakes_with("\"recording.npz\"\n",
                          "{ path = \"recording.npz\", unit = \"samples\", time = [\"t\"] }\n"
                          "bin = 0.1\n"),
            "run.toml:2:41: data.file[0].unit \"samples\" needs rate, how many are a second");
}

TEST(DataKeys, AnUnknownReaderAndNoSignals) {
  EXPECT_EQ(mistakes_in_data("reader = \"npz\"\nsignals = []\n"),
            "run.toml:3:10: data.reader names an unknown reader 'npz'\n"
            "run.toml:4:11: data.signals must name at least one array");
}

}  // namespace
}  // namespace facet::toy
