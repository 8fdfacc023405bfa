#include <filesystem>
#include <fstream>

#include "facet/npz.h"
#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::Pair;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

TEST(Readers, AreOneForEachFormat) {
  EXPECT_THAT(built_components("reader"),
              IsSupersetOf({"numpy/npz", "numpy/npy", "hdf5/h5", "hdf5/hdf5", "matlab/mat",
                            "csv/csv", "csv/tsv", "csv/txt"}));
}

TEST(Readers, NpzGivesAllArraysInTheirOrder) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/rat.npz";
  const at::Tensor b = at::arange(6, at::kFloat).view({3, 2}), a = at::arange(3, at::kInt);
  write_npz(path, {{"b", b}, {"a", a}});
  const ReadFile file = read_file("npz", path);
  EXPECT_THAT(file.names, ElementsAre("b", "a"));
  EXPECT_TRUE(file.arrays.at("b").equal(b));
  EXPECT_EQ(file.arrays.at("a").scalar_type(), at::kInt);
}

/// int16 [1, 2, 3], as numpy.save writes it.
void write_small_npy(const std::string& path) {
  std::string header = "{'descr': '<i2', 'fortran_order': False, 'shape': (3,), }";
  header.resize(117, ' ');
  std::ofstream(path, std::ios::binary)
      << std::string("\x93NUMPY\x01\x00\x76\x00", 10) << header << '\n'
      << std::string("\x01\x00\x02\x00\x03\x00", 6);
}

TEST(Readers, NpyGivesOneArrayNamedAfterItsFile) {
  const TemporaryFolder folder;
  write_small_npy(folder.path() + "/neural.npy");
  const ReadFile file = read_file("npy", folder.path() + "/neural.npy");
  EXPECT_THAT(file.names, ElementsAre("neural"));
  EXPECT_TRUE(file.arrays.at("neural").equal(at::arange(1, 4, at::kShort)));
}

// Files of numpy and pynapple: data/make_files.py.
const std::string numpy_folder = plugin_tests() + "/numpy/data/";

TEST(Readers, SwapTheBytesOfTheOtherOrder) {
  expect_what_was_written(numpy_folder + "big_endian.npz");
  expect_what_was_written(numpy_folder + "big_endian.npy");
}

TEST(Readers, TakeUnsignedNumbersOf64BitsThatFit) {
  expect_what_was_written(numpy_folder + "spike_times.npy");
}

TEST(Readers, RefuseNumbersThatNoLabelCanHold) {
  const std::string why =
      " has values of 2^63 or more, which no label can hold: first 9223372036854775808 at [1, 0]";
  const std::string path = numpy_folder + "too_large.npz";
  EXPECT_EQ(refusal_of("npz", path, "samples"), ": 'samples'" + why);
  EXPECT_EQ(refusal_of("npz", path, "fortran"), ": 'fortran'" + why);
  EXPECT_EQ(refusal_of("npz", path, "speed"), "(no error)");
  EXPECT_EQ(refusal_of("npy", numpy_folder + "too_large.npy"), ":" + why);
}

TEST(Readers, NpzLeavesOutWhatMacOsPutsBeside) {
  const ReadFile file = read_file("npz", numpy_folder + "resource_forks.npz");
  EXPECT_THAT(file.unreadable, ElementsAre(Pair("README.txt", "is not in numpy's npy format")));
  expect_what_was_written(numpy_folder + "resource_forks.npz");
}

TEST(Readers, SayWhatToSaveForWhatHoldsNoNumbers) {
  const ReadFile file = read_file("npz", numpy_folder + "no_numbers.npz");
  EXPECT_THAT(file.names, ElementsAre("counts", "side", "side_bytes", "big_endian"));
  EXPECT_THAT(file.unreadable,
              UnorderedElementsAre(
                  Pair("objects", StartsWith("holds Python objects, which only Python reads: save "
                                             "numbers by x.astype(float)")),
                  Pair("records", "holds records: save each field by itself")));
}

TEST(Readers, ReadTextOfEachKind) {
  for (const char* name : {"side", "side_bytes", "big_endian"}) {
    const TextValues text = listed("npz", numpy_folder + "no_numbers.npz", name).read_text();
    EXPECT_THAT(text.classes, ElementsAre("left", "right")) << name;
    EXPECT_TRUE(text.codes.equal(at::arange(12, at::kLong).remainder(2))) << name;
  }
}

// `t` and `index` beside signals with a row for each of them.
TEST(Readers, TakeNoOtherArchiveForPynapples) {
  expect_what_was_written(numpy_folder + "own_names.npz");
}

TEST(Readers, NameTheFileThatIsNoneOfTheirs) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/rat.npz";
  std::ofstream(path) << "position;speed";
  EXPECT_EQ(error_of([&] { make<Reader>("npz")->list(path); }),
            path + ": is no npz file: it does not begin as a zip archive does");
  EXPECT_EQ(error_of([&] { make<Reader>("npy")->list(path); }),
            path + ": is not in numpy's npy format");
}

}  // namespace
}  // namespace facet
