#include <ATen/TensorOperators.h>

#include "facet/npz.h"
#include "plugins/copied_folder.h"
#include "plugins/read_arrays.h"
#include "plugins/write_npy.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

// Two planes: data/make_files.py.
const std::string suite2p_data = plugin_tests() + "/suite2p/data/";
const std::string both = suite2p_data + "suite2p", plane0 = both + "/plane0",
                  plane1 = both + "/plane1";

void expect_all(const std::string& folder, const std::string& values) {
  const ReadFile file = read_file("suite2p", folder);
  EXPECT_THAT(file.names, ElementsAre("F", "Fneu", "spks", "F_corrected", "iscell",
                                      "iscell_probability", "redcell", "redcell_probability"));
  for (const auto& [name, expected] : read_npz(suite2p_data + values)) {
    const at::Tensor got = file.arrays.at(name);
    EXPECT_EQ(got.scalar_type(), expected.scalar_type()) << folder << " " << name;
    EXPECT_TRUE(got.equal(expected)) << folder << " " << name;
  }
}

TEST(Suite2pReader, GivesFramesByCellsOfAPlane) {
  expect_all(plane0, "suite2p_plane0.expected.npz");
  expect_all(plane1, "suite2p_plane1.expected.npz");
}

TEST(Suite2pReader, PutsPlanesSideBySideCutToTheShortest) {
  const auto warnings = warnings_of([] { expect_all(both, "suite2p.expected.npz"); });
  EXPECT_THAT(warnings, ElementsAre(both + ": its planes have 120, 118 frames; of each the first "
                                           "118 are used"));
  EXPECT_THAT(warnings_of([] { read_file("suite2p", plane0); }), IsEmpty());
}

TEST(Suite2pReader, SaysWhatItsArraysAre) {
  const FileArray traces = listed("suite2p", both, "F_corrected");
  EXPECT_EQ(traces.facts().role, ArrayRole::samples);
  EXPECT_EQ(traces.facts().rate, 0) << "only a pickle says it";
  EXPECT_EQ(listed("suite2p", both, "iscell").facts().of, "F");
}

TEST(Suite2pReader, ReadsSomeFramesAlone) {
  for (const std::string name : {"spks", "F_corrected"}) {
    const FileArray array = listed("suite2p", both, name);
    EXPECT_TRUE(array.read_rows({100, 118}).equal(array.read().narrow(0, 100, 18))) << name;
  }
}

TEST(Suite2pReader, TakesAsMuchNeuropilAsItIsTold) {
  const ReadFile file = read_file("suite2p", plane1, {{"neuropil", 0.5}});
  EXPECT_TRUE(
      file.arrays.at("F_corrected").equal(file.arrays.at("F") - file.arrays.at("Fneu") * 0.5));
}

TEST(Suite2pReader, NeverOpensPickles) {
  const CopiedFolder folder(plane1);
  std::filesystem::permissions(folder.file("ops.npy"), std::filesystem::perms::none);
  folder.write("stat.npy", "no file of numpy");
  EXPECT_THAT(read_file("suite2p", folder.path()).unreadable,
              UnorderedElementsAre(
                  Pair("stat",
                       "holds Python objects, which only Python reads: save what is needed "
                       "of stat.npy as numbers, in a file of its own"),
                  Pair("ops",
                       "holds Python objects, which only Python reads: save what is needed "
                       "of ops.npy as numbers, in a file of its own")));
}

TEST(Suite2pReader, OrdersPlanesByTheirNumbers) {
  const CopiedFolder folder(both);
  std::filesystem::rename(folder.file("plane1"), folder.file("plane10"));
  std::filesystem::copy(folder.file("plane0"), folder.file("plane2"));
  std::filesystem::copy(folder.file("plane0"), folder.file("combined"));
  const at::Tensor F = read_file("suite2p", folder.path()).arrays.at("F");
  EXPECT_EQ(F.size(1), 8 + 8 + 3);
  EXPECT_TRUE(F.narrow(1, 16, 3).equal(read_file("suite2p", plane1).arrays.at("F")));
}

TEST(Suite2pReader, TellsOfPlanesWithoutCells) {
  const CopiedFolder folder(both);
  folder.remove("plane1/F.npy");
  const auto warnings = warnings_of(
      [&] { EXPECT_EQ(read_file("suite2p", folder.path()).arrays.at("F").size(1), 8); });
  EXPECT_THAT(warnings,
              ElementsAre(folder.file("plane1") +
                          ": has no F.npy and is left out: suite2p found no cells in it"));
}

/// What the planes lack, or have damaged, is told where it is asked for.
TEST(Suite2pReader, NamesWhatDoesNotFitToF) {
  const CopiedFolder folder(both);
  folder.remove("plane1/spks.npy");
  folder.remove("plane1/redcell.npy");
  write_npy<float>(folder.file("plane0/Fneu.npy"), "<f4", "(2, 2)", {1, 2, 3, 4});
  write_npy<double>(folder.file("plane1/iscell.npy"), "<f8", "(2, 2)", {1, 0.5, 0, 0.5});
  const auto unreadable = read_file("suite2p", folder.path()).unreadable;
  EXPECT_EQ(unreadable.at("spks"),
            "cannot be read: " + folder.file("plane1/spks.npy") + ": is not there");
  const std::string neuropil = "cannot be read: " + folder.file("plane0/Fneu.npy") +
                               ": is 2 x 2, F.npy beside it is 8 x 120";
  EXPECT_EQ(unreadable.at("Fneu"), neuropil);
  EXPECT_EQ(unreadable.at("F_corrected"), neuropil);
  EXPECT_EQ(unreadable.at("iscell"),
            "cannot be read: " + folder.file("plane1/iscell.npy") +
                ": is 2 x 2, it must be 3 x 2: a flag and a probability for each cell of F.npy");
  EXPECT_EQ(unreadable.at("iscell_probability"), unreadable.at("iscell"));
  EXPECT_THAT(unreadable.at("redcell"), HasSubstr("redcell.npy: cannot be read: No such file"));
}

TEST(Suite2pReader, TakesNoOtherNumbersForFlags) {
  const CopiedFolder folder(plane1);
  write_npy<double>(folder.file("iscell.npy"), "<f8", "(3, 2)", {1, 0.5, 0.5, 0.5, 0, 0.5});
  EXPECT_THAT(read_file("suite2p", folder.path()).unreadable.at("iscell"),
              HasSubstr("has flags that are neither 0 nor 1"));
}

TEST(Suite2pReader, RefusesWhatIsNoFolderOfSuite2p) {
  const TemporaryFolder empty;
  EXPECT_EQ(refusal_of("suite2p", empty.path()),
            ": has neither F.npy nor planes with it (plane0/F.npy)");
  EXPECT_EQ(refusal_of("suite2p", plane0 + "/F.npy"), ": is no folder, or is not there");
  const CopiedFolder folder(plane1);
  write_npy<std::int32_t>(folder.file("F.npy"), "<i4", "(2,)", {1, 2});
  EXPECT_EQ(refusal_of("suite2p", folder.path()),
            "/F.npy: is 2 of type Int, suite2p's are cells x frames of floats");
}

}  // namespace
}  // namespace facet
