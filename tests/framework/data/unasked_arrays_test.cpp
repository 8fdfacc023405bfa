#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/data/some_recording.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

/// Arrays of a file, and which of them were read.
class UnaskedArrays : public ::testing::Test {
 protected:
  FileArray array(const std::string& name, const at::Tensor& values) {
    return {name, values.sizes().vec(), values.scalar_type(), [this, name, values] {
              read.push_back(name);
              return values;
            }};
  }
  FileArray damaged(const std::string& name, std::vector<std::int64_t> shape) {
    return {name, std::move(shape), at::kFloat,
            [name]() -> at::Tensor { throw Error("rat.npz: '" + name + "' is damaged"); }};
  }

  std::vector<std::string> read;
};

TEST_F(UnaskedArrays, AreNotReadWhereTheyAreNoLabels) {
  const FileArrays file = {array("neural", at::ones({4, 2})),
                           array("speed", at::ones({4})),
                           array("raw", at::ones({100, 2})),
                           array("cube", at::ones({4, 2, 2})),
                           array("counts", at::ones({4, 2}, at::kLong)),
                           array("wide", at::ones({4, 65})),
                           damaged("bad", {7, 3})};
  const LoadedRecording loaded = make_recording("rat.npz", file, {});
  EXPECT_THAT(read, ElementsAre("neural", "speed"));
  EXPECT_THAT(loaded.decisions,
              testing::Contains("array 'wide' is no label: it is 4 x 65: an array of more than 64 "
                                "columns is read only where it is asked for; list it in [data] "
                                "continuous"));
}

TEST_F(UnaskedArrays, OfManyColumnsAreReadWhereTheyAreAskedFor) {
  const FileArrays file = {array("neural", at::ones({4, 2})), array("wide", at::ones({4, 65})),
                           array("pose", at::ones({4, 70}))};
  const LoadedRecording loaded = make_recording(
      "rat.npz", file, with(&RecordingConfig::continuous, {"pose"}), "data", {"wide"});
  EXPECT_TRUE(loaded.recording.labels.contains("wide"));
  EXPECT_TRUE(loaded.recording.labels.contains("pose"));
}

TEST_F(UnaskedArrays, ThatAreDamagedAreToldOnlyWhereTheyAreAskedFor) {
  const FileArrays file = {array("neural", at::ones({4, 2})), damaged("speed", {4})};
  const Labels labels = make_recording("rat.npz", file, {}).recording.labels;
  EXPECT_EQ(message_of([&] { labels.find("speed"); }),
            "label 'speed' cannot be used: rat.npz: 'speed' is damaged");
}

TEST_F(UnaskedArrays, OfIntegersInSeveralColumnsAreNoLabels) {
  auto arrays = some_arrays();
  arrays.push_back({"raw_counts", at::ones({4, 2}, at::kLong)});
  const Labels labels = make_recording("rat.npz", in_memory(arrays), {}).recording.labels;
  EXPECT_EQ(message_of([&] { labels.find("raw_counts"); }),
            "label 'raw_counts' is 4 x 2 and discrete: a discrete label has one column; list it in "
            "[data] continuous to use its numbers as they are");
}

}  // namespace
}  // namespace facet
