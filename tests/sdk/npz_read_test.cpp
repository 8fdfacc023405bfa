#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <map>

#include "facet/npz.h"
#include "sdk/npz_files.h"

// The files were written by numpy (np.save, np.savez, np.savez_compressed).
namespace facet {
namespace {

using ::testing::ElementsAre;

std::map<std::string, at::Tensor> read(const std::string& name) {
  std::map<std::string, at::Tensor> arrays;
  for (const NamedTensor& array : read_npz(numpy_file(name))) arrays[array.name] = array.tensor;
  return arrays;
}

/// arange(6) as 2 x 3.
at::Tensor counted(at::ScalarType type) {
  return at::arange(6, at::TensorOptions().dtype(type)).reshape({2, 3});
}

TEST(ReadNpz, KeepsTheTypeOfEveryArray) {
  auto arrays = read("types.npz");
  EXPECT_TRUE(arrays["b"].equal(at::tensor({1, 0, 1}).to(at::kBool)));
  EXPECT_TRUE(arrays["u1"].equal(at::tensor({0, 255}).to(at::kByte)));
  EXPECT_TRUE(arrays["i1"].equal(at::tensor({-128, 127}).to(at::kChar)));
  EXPECT_TRUE(arrays["i2"].equal(at::tensor({-32768, 32767}).to(at::kShort)));
  EXPECT_TRUE(arrays["i4"].equal(at::tensor({1, -2}, at::kInt).reshape({2, 1})));
  EXPECT_TRUE(arrays["i8"].equal(at::tensor({std::int64_t{1} << 40, std::int64_t{-1}})));
  EXPECT_TRUE(arrays["f2"].equal(at::tensor({0.5, -2.0}).to(at::kHalf)));
  EXPECT_TRUE(arrays["f4"].equal(at::tensor({1.5f, -2.25f, 3.0f}).reshape({1, 3})));
  EXPECT_TRUE(arrays["f8"].equal(at::tensor({0.1, 1e300}, at::kDouble)));
}

TEST(ReadNpz, KeepsShapesWithoutEntriesAndWithoutDimensions) {
  auto arrays = read("types.npz");
  EXPECT_THAT(arrays["empty"].sizes(), ElementsAre(0, 2));
  EXPECT_EQ(arrays["scalar"].dim(), 0);
  EXPECT_EQ(arrays["scalar"].item<double>(), 7.5);
}

TEST(ReadNpz, KeepsTheOrderOfTheFile) {
  std::vector<std::string> names;
  for (const NamedTensor& array : read_npz(numpy_file("types.npz"))) names.push_back(array.name);
  EXPECT_THAT(names, ElementsAre("b", "u1", "i1", "i2", "i4", "i8", "f2", "f4", "f8", "scalar",
                                 "empty", "fortran"));
}

TEST(ReadNpz, FortranOrderIsAView) {
  const at::Tensor array = read("types.npz")["fortran"];
  EXPECT_THAT(array.strides(), ElementsAre(1, 2));
  EXPECT_TRUE(array.equal(counted(at::kFloat)));
}

TEST(ReadNpz, InflatesDeflatedArrays) {
  auto arrays = read("deflated.npz");
  EXPECT_TRUE(arrays["x"].equal(at::arange(1000, at::kFloat).reshape({500, 2})));
  EXPECT_TRUE(arrays["y"].equal(at::arange(3, at::kLong)));
}

TEST(ReadNpz, FollowsZip64Directories) {
  auto arrays = read("zip64.npz");
  EXPECT_TRUE(arrays["x"].equal(at::arange(4, at::kDouble)));
  EXPECT_TRUE(arrays["y"].equal(at::tensor({1, 2, 3}, at::kLong)));
}

TEST(ReadNpz, ArraysOutliveTheCall) {
  at::Tensor kept;
  {
    const auto arrays = read_npz(numpy_file("zip64.npz"));
    kept = arrays[0].tensor;
  }
  EXPECT_EQ(kept.sum().item<double>(), 6);
}

TEST(ListNpz, SaysWhatNoTensorHoldsAndReadsTheRest) {
  std::vector<std::string> said;
  for (const FileArray& array : list_npz(numpy_file("mixed.npz"))) {
    if (array.why_unreadable().empty())
      EXPECT_TRUE(array.read().equal(counted(at::kFloat))) << array.name();
    else
      said.push_back(array.name() + " " + array.why_unreadable());
  }
  const std::string text =
      " holds text: classes must be numbers, such as np.unique(x, return_inverse=True)[1]";
  EXPECT_THAT(said, ElementsAre("side" + text, "subject" + text,
                                "notes holds Python objects, which only Python reads: save numbers "
                                "by x.astype(float), text as np.unique(x, return_inverse=True)[1], "
                                "rows of several lengths as an array each",
                                "events holds records: save each field by itself",
                                "waves is of type '<c8': save it as bool, int8 to int64, uint8 to "
                                "uint64 or float16 to float64"));
}

TEST(ListNpz, KnowsShapesAndTypesBeforeItReads) {
  const FileArrays arrays = list_npz(numpy_file("types.npz"));
  EXPECT_EQ(arrays.size(), 12U);
  for (const FileArray& array : arrays) {
    const at::Tensor values = array.read();
    EXPECT_EQ(array.shape(), values.sizes().vec()) << array.name();
    EXPECT_EQ(array.type(), values.scalar_type()) << array.name();
    EXPECT_FALSE(array.in_memory());
  }
  EXPECT_THAT(list_npz(numpy_file("deflated.npz"))[0].shape(), ElementsAre(500, 2));
}

TEST(ReadNpy, HoldsUnsignedNumbersInALargerType) {
  EXPECT_TRUE(read_npy(numpy_file("uint16.npy")).equal(counted(at::kInt)));
  EXPECT_TRUE(read_npy(numpy_file("uint32.npy"))
                  .equal(at::tensor(std::vector<std::int64_t>{1, 4294967295}, at::kLong)));
}

TEST(ReadNpy, SwapsTheBytesOfTheOtherOrder) {
  EXPECT_TRUE(read_npy(numpy_file("big_endian.npy")).equal(counted(at::kFloat)));
}

TEST(ReadNpy, ReadsEveryVersionOfTheFormat) {
  EXPECT_TRUE(read_npy(numpy_file("plain.npy")).equal(counted(at::kDouble)));
  EXPECT_TRUE(read_npy(numpy_file("version2.npy")).equal(counted(at::kInt)));
  EXPECT_TRUE(read_npy(numpy_file("version3.npy")).equal(counted(at::kInt)));
}

TEST(ReadNpy, FortranOrderIsAView) {
  const at::Tensor array = read_npy(numpy_file("fortran.npy"));
  EXPECT_THAT(array.strides(), ElementsAre(1, 2));
  EXPECT_TRUE(array.equal(counted(at::kFloat)));
}

}  // namespace
}  // namespace facet
