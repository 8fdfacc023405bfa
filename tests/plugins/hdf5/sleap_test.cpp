// Of SLEAP's analyses, as sleap-io and before it SLEAP wrote them: data/tables/make_files.py.
#include "plugins/read_arrays.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

const std::string sleap_folder = plugin_tests() + "/hdf5/data/tables/";

class SleapAnalyses : public testing::TestWithParam<const char*> {};

TEST_P(SleapAnalyses, GiveAnArrayForEachNode) {
  expect_what_was_written(sleap_folder + GetParam());
}

INSTANTIATE_TEST_SUITE_P(Of, SleapAnalyses,
                         testing::Values("sleap_matlab.h5", "sleap_standard.h5", "sleap_legacy.h5",
                                         "sleap_alone.h5"));

TEST(SleapAnalysis, HasPlacesInPixels) {
  const FileArray nose = listed("h5", sleap_folder + "sleap_standard.h5", "mouse2.tail base");
  EXPECT_EQ(nose.facts().role, ArrayRole::samples);
  EXPECT_EQ(nose.facts().unit, "px");
  EXPECT_THAT(nose.facts().columns, ElementsAre("x", "y"));
  EXPECT_THAT(nose.shape(), ElementsAre(24, 2));
}

TEST(SleapAnalysis, SaysThatItsAxesCannotBeTold) {
  EXPECT_THAT(read_file("h5", sleap_folder + "sleap_strange.h5").unreadable,
              ElementsAre(Pair("tracks",
                               "is of an analysis of SLEAP that is not understood: has axes that "
                               "cannot be told: it is 2 x 2 x 24 x 3, of 2 tracks and 3 nodes")));
}

}  // namespace
}  // namespace facet
