#include <filesystem>
#include <fstream>

#include "facet/npz.h"
#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

TEST(Readers, AreOneForEachFormat) {
  EXPECT_THAT(built_components("reader"),
              IsSupersetOf({"readers/npz", "readers/npy", "hdf5/h5", "hdf5/hdf5", "matlab/mat",
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
void write_npy(const std::string& path) {
  std::string header = "{'descr': '<i2', 'fortran_order': False, 'shape': (3,), }";
  header.resize(117, ' ');
  std::ofstream(path, std::ios::binary)
      << std::string("\x93NUMPY\x01\x00\x76\x00", 10) << header << '\n'
      << std::string("\x01\x00\x02\x00\x03\x00", 6);
}

TEST(Readers, NpyGivesOneArrayNamedAfterItsFile) {
  const TemporaryFolder folder;
  write_npy(folder.path() + "/neural.npy");
  const ReadFile file = read_file("npy", folder.path() + "/neural.npy");
  EXPECT_THAT(file.names, ElementsAre("neural"));
  EXPECT_TRUE(file.arrays.at("neural").equal(at::arange(1, 4, at::kShort)));
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
