// Of tables of DeepLabCut's form that pandas wrote: data/make_files.py.
#include <fstream>

#include "facet/npz.h"
#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::SizeIs;

class DeepLabCut : public ::testing::Test {
 protected:
  static ReadFile read(const std::string& name, double likelihood = 0) {
    return read_file("csv", folder + name + ".csv", {{"likelihood", Value(likelihood)}});
  }
  ReadFile read_text(const std::string& text) {
    const std::string path = own_.path() + "/pose.csv";
    std::ofstream(path) << text;
    return read_file("csv", path);
  }
  /// `suffix`: which of the values that were written.
  static void expect_written(const ReadFile& file, const std::string& name,
                             const std::string& suffix = "") {
    int compared = 0;
    for (const NamedTensor& array : read_npz(folder + name + ".npz")) {
      if (!array.name.ends_with(suffix)) continue;
      const std::string part = array.name.substr(0, array.name.size() - suffix.size());
      if (!file.arrays.contains(part)) continue;
      EXPECT_TRUE(at::allclose(file.arrays.at(part), array.tensor, 0, 0, true)) << array.name;
      ++compared;
    }
    EXPECT_GE(compared, 2);
  }

  static inline const std::string folder = plugin_tests() + "/csv/data/";

 private:
  TemporaryFolder own_;
};

TEST_F(DeepLabCut, GivesAnArrayForEachPart) {
  const ReadFile file = read("single");
  EXPECT_THAT(file.names,
              ElementsAre("nose", "nose.likelihood", "tail base", "tail base.likelihood"));
  EXPECT_THAT(file.arrays.at("nose").sizes(), ElementsAre(30, 2));
  EXPECT_THAT(file.arrays.at("nose.likelihood").sizes(), ElementsAre(30));
  expect_written(file, "single");
}

TEST_F(DeepLabCut, NamesTheAnimalsOfSeveral) {
  const ReadFile file = read("multi");
  EXPECT_THAT(file.names,
              ElementsAre("mouse1.nose", "mouse1.nose.likelihood", "mouse1.tail base",
                          "mouse1.tail base.likelihood", "mouse2.nose", "mouse2.nose.likelihood",
                          "mouse2.tail base", "mouse2.tail base.likelihood"));
  EXPECT_TRUE(file.arrays.at("mouse2.nose")[5].isnan().all().item<bool>()) << "not found";
  expect_written(file, "multi");
}

TEST_F(DeepLabCut, GivesThreeCoordinatesInSpace) {
  const ReadFile file = read("space");
  EXPECT_THAT(file.names, ElementsAre("nose", "tail base"));
  EXPECT_THAT(file.arrays.at("nose").sizes(), ElementsAre(30, 3));
  expect_written(file, "space");
}

TEST_F(DeepLabCut, LeavesOutWhatIsUnlikelyWhereAskedTo) {
  expect_written(read("single", 0.6), "single", " from 0.6");
  expect_written(read("multi", 0.6), "multi", " from 0.6");
  EXPECT_EQ(read("space", 0.6).unreadable.at("nose"),
            "has no likelihood that the reader's option could be held against");
}

TEST_F(DeepLabCut, SaysWhatIsWrongWithAPart) {
  const ReadFile file = read_text(
      "scorer,net,net,net,net\nbodyparts,nose,nose,ear,ear\ncoords,x,y,x,x\n0,1,2,3,4\n1,,?!,3,"
      "4\n");
  EXPECT_THAT(file.names, SizeIs(0));
  EXPECT_EQ(file.unreadable.at("nose"),
            "holds '?!' in row 5, column 3: coordinates must be numbers");
  EXPECT_EQ(file.unreadable.at("ear"), "has two columns 'x'");
}

TEST_F(DeepLabCut, SaysThatPlacesInAnImageArePixels) {
  const ArrayFacts nose = listed("csv", folder + "multi.csv", "mouse1.nose").facts();
  EXPECT_EQ(nose.role, ArrayRole::samples);
  EXPECT_EQ(nose.unit, "px");
  EXPECT_THAT(nose.columns, ElementsAre("x", "y"));
  const ArrayFacts in_space = listed("csv", folder + "space.csv", "nose").facts();
  EXPECT_EQ(in_space.unit, "");
  EXPECT_THAT(in_space.columns, ElementsAre("x", "y", "z"));
}

// The labels that were given by hand, on frames from several folders.
TEST_F(DeepLabCut, LeavesTheColumnsAloneThatSayWhichFrameItIs) {
  const ReadFile file = read_text(
      "scorer,,,me,me\nbodyparts,,,nose,nose\ncoords,,,x,y\nlabeled-data,day1,img0.png,1,2\n");
  EXPECT_THAT(file.names, ElementsAre("nose"));
  EXPECT_THAT(file.unreadable, SizeIs(0));
  EXPECT_TRUE(file.arrays.at("nose").equal(at::tensor({1., 2.}, at::kDouble).view({1, 2})));
}

TEST_F(DeepLabCut, AColumnThatIsCalledScorerMakesNoSuchTable) {
  EXPECT_THAT(read_text("scorer,x\n1,2\n").names, ElementsAre("scorer", "x"));
}

}  // namespace
}  // namespace facet
