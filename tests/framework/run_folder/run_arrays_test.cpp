#include "framework/run_folder/run_arrays.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class RunArrays : public testing::Test {
 protected:
  const TemporaryFolder folder_;
  const std::string path = folder_.path() + "/arrays.npz";
};

TEST_F(RunArrays, HaveTheNumberOfTheirFormatBeforeThem) {
  write_run_arrays(path, {{"x", at::ones({3})}});
  const std::vector<NamedTensor> written = read_npz(path);
  ASSERT_EQ(written.size(), 2U);
  EXPECT_EQ(written[0].name, "format");
  EXPECT_EQ(written[0].tensor.scalar_type(), at::kLong);
  EXPECT_EQ(written[0].tensor.item<std::int64_t>(), 1);
  const std::vector<NamedTensor> read = read_run_arrays(path);
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].name, "x");
  EXPECT_TRUE(read[0].tensor.equal(at::ones({3})));
}

TEST_F(RunArrays, AreRefusedWithANewerNumberOrNone) {
  write_npz(path, {{"x", at::ones({3})}, {"format", at::full({}, 2, at::kLong)}});
  EXPECT_THAT(
      message_of([&] { read_run_arrays(path); }),
      testing::StartsWith(path + ": format is 2, which is newer than this Facet reads (1)"));
  for (const at::Tensor& wrong : {at::ones({}, at::kFloat), at::ones({2}, at::kLong)}) {
    write_npz(path, {{"format", wrong}});
    EXPECT_EQ(message_of([&] { read_run_arrays(path); }),
              path + ": has no number `format`: it was not written by Facet");
  }
  write_npz(path, {{"x", at::ones({3})}});
  EXPECT_EQ(message_of([&] { read_run_arrays(path); }),
            path + ": has no number `format`: it was not written by Facet");
}

}  // namespace
}  // namespace facet
