#include "facet/writer.h"
#include "plugins/built_plugins.h"
#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

class MatWriter : public ::testing::Test {
 protected:
  ReadFile written(const FileArrays& arrays) {
    warnings = warnings_of([&] { make<Writer>("mat")->write(path, arrays); });
    return read_file("mat", path);
  }

  TemporaryFolder folder;
  std::string path = folder.path() + "/rat.mat";
  std::vector<std::string> warnings;
};

TEST_F(MatWriter, KeepsTypesAndShapes) {
  const at::Tensor cube = at::arange(24, at::kDouble).view({2, 3, 4});
  const at::Tensor neural = at::arange(6, at::kFloat).view({3, 2}).t();
  auto arrays = written({{"neural", neural},
                         {"cube", cube},
                         {"trial", at::tensor({9007199254740993L, -1L}, at::kLong)},
                         {"licks", at::tensor({1, 0}).to(at::kBool)},
                         {"one", at::tensor(2.5, at::kDouble)}})
                    .arrays;
  EXPECT_TRUE(arrays["neural"].equal(neural));
  EXPECT_TRUE(arrays["cube"].equal(cube));
  EXPECT_TRUE(arrays["trial"].equal(at::tensor({9007199254740993L, -1L}, at::kLong)));
  EXPECT_TRUE(arrays["licks"].equal(at::tensor({1, 0}).to(at::kBool)));
  EXPECT_EQ(arrays["one"].item<double>(), 2.5);
}

TEST_F(MatWriter, WritesTextAsCells) {
  const TextValues text = TextValues::of({"CA1", "", "Übergang", "鼠𝄞"});
  written({FileArray::text("region", 4, [text] { return text; })});
  EXPECT_THAT(texts(listed("mat", path, "region")), ElementsAre("CA1", "", "Übergang", "鼠𝄞"));
}

TEST_F(MatWriter, GivesNamesThatMatlabHas) {
  const FileArrays arrays = {{"trials.outcome", at::ones({2})},
                             {"trials_outcome", at::zeros({2})},
                             {"2nd", at::ones({2})},
                             {std::string(70, 'n'), at::ones({2})}};
  EXPECT_THAT(written(arrays).names, UnorderedElementsAre("trials_outcome_2", "trials_outcome",
                                                          "x2nd", std::string(63, 'n')));
  EXPECT_THAT(
      warnings,
      ElementsAre(HasSubstr("written is 'trials.outcome' as trials_outcome_2, '2nd' as x2nd")));
}

TEST_F(MatWriter, WritesEqualArraysAsEqualBytes) {
  const FileArrays arrays = {{"neural", at::ones({50, 2})}};
  const auto bytes = [&] {
    written(arrays);
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  const std::string first = bytes();
  EXPECT_EQ(first, bytes());
  EXPECT_THAT(first.substr(0, 124), HasSubstr("MATLAB 5.0 MAT-file"));
}

}  // namespace
}  // namespace facet
