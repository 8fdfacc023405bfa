#include <ATen/Functions.h>

#include <filesystem>
#include <fstream>

#include "facet/npz.h"
#include "facet/reader.h"
#include "plugins/built_plugins.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::IsSupersetOf;

TEST(Readers, AreThoseOfNumpysFiles) {
  EXPECT_THAT(built_components("reader"), IsSupersetOf({"readers/npz", "readers/npy"}));
}

TEST(Readers, NpzGivesAllArraysInTheirOrder) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/rat.npz";
  const at::Tensor b = at::arange(6, at::kFloat).view({3, 2}), a = at::arange(3, at::kInt);
  write_npz(path, {{"b", b}, {"a", a}});
  const auto arrays = make<Reader>("npz")->read(path);
  ASSERT_EQ(arrays.size(), 2);
  EXPECT_EQ(arrays[0].name, "b");
  EXPECT_TRUE(arrays[0].tensor.equal(b));
  EXPECT_EQ(arrays[1].name, "a");
  EXPECT_EQ(arrays[1].tensor.scalar_type(), at::kInt);
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
  const auto arrays = make<Reader>("npy")->read(folder.path() + "/neural.npy");
  ASSERT_EQ(arrays.size(), 1);
  EXPECT_EQ(arrays[0].name, "neural");
  EXPECT_TRUE(arrays[0].tensor.equal(at::arange(1, 4, at::kShort)));
}

TEST(Readers, NameTheFileThatIsNoneOfTheirs) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/rat.npz";
  std::ofstream(path) << "position;speed";
  EXPECT_EQ(error_of([&] { make<Reader>("npz")->read(path); }),
            path + ": is not a whole zip archive: it is truncated or damaged");
  EXPECT_EQ(error_of([&] { make<Reader>("npy")->read(path); }),
            path + ": is not in numpy's npy format");
}

}  // namespace
}  // namespace facet
