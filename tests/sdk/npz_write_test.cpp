#include <ATen/Functions.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>

#include "facet/npz.h"
#include "message_of.h"
#include "sdk/npz_files.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

std::vector<NamedTensor> some_arrays() {
  return {{"signals", at::arange(6, at::kFloat).reshape({2, 3}).t()},  // 3 x 2, not contiguous
          {"trial", at::tensor({1, 1, 2}, at::kLong)},
          {"scalar", at::scalar_tensor(0.5, at::kDouble)},
          {"none", at::zeros({0, 2}, at::kFloat)},
          {"gr\xc3\xb6\xc3\x9f"
           "e",
           at::tensor({1, 0}).to(at::kBool)}};
}

class WriteNpz : public ::testing::Test {
 protected:
  TemporaryFolder folder;
  std::string path = folder.path() + "/out.npz";
};

// written.npz was looked at with numpy: names, types, shapes and values are those of some_arrays.
TEST_F(WriteNpz, WritesTheBytesThatNumpyWasSeenToRead) {
  write_npz(path, some_arrays());
  EXPECT_EQ(read_bytes(path), read_bytes(numpy_file("written.npz")));
}

TEST_F(WriteNpz, IsReadBack) {
  write_npz(path, some_arrays());
  const auto expected = some_arrays();
  const auto arrays = read_npz(path);
  ASSERT_EQ(arrays.size(), expected.size());
  for (std::size_t i = 0; i < arrays.size(); ++i) {
    EXPECT_EQ(arrays[i].name, expected[i].name);
    EXPECT_EQ(arrays[i].tensor.scalar_type(), expected[i].tensor.scalar_type());
    EXPECT_TRUE(arrays[i].tensor.equal(expected[i].tensor)) << arrays[i].name;
  }
}

TEST_F(WriteNpz, TakesTensorsThatRequireAGradient) {
  write_npz(path, {{"weight", at::ones({2, 2}).requires_grad_()}});
  EXPECT_TRUE(read_npz(path)[0].tensor.equal(at::ones({2, 2})));
}

TEST_F(WriteNpz, LeavesArraysOfTheOldFileReadable) {
  write_npz(path, {{"x", at::ones({1000})}});
  const at::Tensor old = read_npz(path)[0].tensor;
  write_npz(path, {{"x", at::zeros({2})}});
  EXPECT_EQ(old.sum().item<float>(), 1000);
  EXPECT_EQ(read_npz(path)[0].tensor.size(0), 2);
}

TEST_F(WriteNpz, LeavesTheOldFileWhenTheNewOneCannotBeWritten) {
  write_npz(path, {{"x", at::ones({3})}});
  EXPECT_NE(message_of([&] { write_npz(path, {{"z", at::zeros({2}, at::kComplexFloat)}}); }), "");
  EXPECT_EQ(read_npz(path)[0].tensor.sum().item<float>(), 3);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST_F(WriteNpz, RefusesTypesThatNumpyCannotRead) {
  EXPECT_EQ(message_of([&] {
              write_npz(path, {{"z", at::zeros({2}, at::kComplexFloat)}});
            }),
            "arrays of type c10::complex<float> cannot be written as npy");
}

TEST_F(WriteNpz, TellsWhereItCannotWrite) {
  const std::string missing = folder.path() + "/missing/out.npz";
  EXPECT_EQ(message_of([&] { write_npz(missing, some_arrays()); }),
            missing + ": cannot be written: No such file or directory");
}

/// As numpy 2.4 writes np.savez(f, side=np.array(["left", "", "h\u00f6her"])): `<U5`, 3 x 20 bytes.
TEST(WriteNpzArrays, TextAsNumpyDoes) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/text.npz";
  const TextValues text = TextValues::of({"left", "", "h\xc3\xb6her"});
  write_npz_arrays(
      path, {FileArray::text("side", 3, [&] { return text; }), FileArray("speed", at::ones({2}))});
  const std::string bytes = read_bytes(path);
  EXPECT_NE(bytes.find("{'descr': '<U5', 'fortran_order': False, 'shape': (3,), }"),
            std::string::npos);
  EXPECT_NE(
      bytes.find(std::string("l\0\0\0e\0\0\0f\0\0\0t\0\0\0\0\0\0\0", 20) + std::string(20, '\0') +
                 std::string("h\0\0\0\xf6\0\0\0h\0\0\0e\0\0\0r\0\0\0", 20)),
      std::string::npos);
  const FileArrays arrays = list_npz(path);
  EXPECT_EQ(arrays.at(0).read_text().classes, text.classes);
  EXPECT_TRUE(arrays.at(0).read().equal(text.codes));
  EXPECT_TRUE(arrays.at(1).read().equal(at::ones({2})));
}

}  // namespace
}  // namespace facet
