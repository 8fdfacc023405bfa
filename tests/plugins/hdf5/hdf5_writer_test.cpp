// What is written is looked at by HDF5 itself.
#include <hdf5.h>

#include <array>
#include <span>

#include "facet/writer.h"
#include "hdf5/handle.h"
#include "plugins/built_plugins.h"
#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using hdf5::Handle;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Hdf5Writer : public ::testing::Test {
 protected:
  void write(const FileArrays& arrays) { make<Writer>("h5")->write(path, arrays); }

  TemporaryFolder folder;
  std::string path = folder.path() + "/rat.h5";
};

TEST_F(Hdf5Writer, WritesADatasetForEachArray) {
  const at::Tensor neural = at::arange(6, at::kFloat).view({3, 2}).t();  // not contiguous
  write({{"neural", neural}, {"session/trial", at::tensor({7, 8}, at::kLong)}});
  const Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
  ASSERT_GE(file, 0);
  const Handle dataset(H5Dopen2(file, "/neural", H5P_DEFAULT), H5Dclose);
  const Handle type(H5Dget_type(dataset), H5Tclose), space(H5Dget_space(dataset), H5Sclose);
  EXPECT_GT(H5Tequal(type, H5T_IEEE_F32LE), 0);
  std::array<hsize_t, 2> sizes{};
  ASSERT_EQ(H5Sget_simple_extent_dims(space, sizes.data(), nullptr), 2);
  EXPECT_THAT(sizes, ElementsAre(2, 3));
  std::array<float, 6> values{};
  ASSERT_GE(H5Dread(dataset, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), 0);
  EXPECT_THAT(values, ElementsAre(0, 2, 4, 1, 3, 5));
  const Handle trial(H5Dopen2(file, "/session/trial", H5P_DEFAULT), H5Dclose);
  EXPECT_GE(trial, 0);
}

TEST_F(Hdf5Writer, WritesTextOfVariableLengthInUtf8) {
  const TextValues text = TextValues::of({"CA1", "", "Übergang"});
  write({FileArray::text("region", 3, [text] { return text; })});
  const Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
  const Handle dataset(H5Dopen2(file, "/region", H5P_DEFAULT), H5Dclose);
  const Handle type(H5Dget_type(dataset), H5Tclose), space(H5Dget_space(dataset), H5Sclose);
  EXPECT_GT(H5Tis_variable_str(type), 0);
  EXPECT_EQ(H5Tget_cset(type), H5T_CSET_UTF8);
  std::array<char*, 3> rows{};
  ASSERT_GE(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, rows.data()), 0);
  EXPECT_THAT(rows,
              ElementsAre(testing::StrEq("CA1"), testing::StrEq(""), testing::StrEq("Übergang")));
  H5Dvlen_reclaim(type, space, H5P_DEFAULT, rows.data());
}

TEST_F(Hdf5Writer, NamesTheArrayThatHasAnothersPath) {
  write({{"a", at::ones({2})}});
  const std::string error = error_of([&] {
    write({{"a", at::zeros({2})}, {"a/b", at::ones({2})}});
  });
  EXPECT_THAT(error, HasSubstr(path + ": cannot be written: 'a/b': "));
  EXPECT_TRUE(read_file("h5", path).arrays["a"].equal(at::ones({2}))) << "the old file is lost";
}

}  // namespace
}  // namespace facet
