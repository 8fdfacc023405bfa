#include <fstream>
#include <sstream>

#include "facet/writer.h"
#include "plugins/built_plugins.h"
#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

class TableWriter : public ::testing::Test {
 protected:
  std::string written(const FileArrays& arrays) {
    make<Writer>("csv")->write(path, arrays);
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
  }

  TemporaryFolder folder;
  std::string path = folder.path() + "/rat.csv";
};

TEST_F(TableWriter, GivesEachColumnOfAnArrayItsName) {
  const at::Tensor embedding = at::tensor({1.5F, 2.F, 3.F, -4.F}).view({2, 2});
  EXPECT_EQ(written({{"embedding", embedding}, {"trial", at::tensor({7, 8}, at::kLong)}}),
            "embedding_0,embedding_1,trial\n1.5,2,7\n3,-4,8\n");
  EXPECT_EQ(written({{"speed", embedding.narrow(1, 0, 1)}}), "speed\n1.5\n3\n");
}

// Of 0.1 as float32 Python prints float(numpy.float32(0.1)) = 0.10000000149011612.
TEST_F(TableWriter, WritesNumbersWithTheDigitsOfTheirType) {
  EXPECT_EQ(written({{"single", at::tensor({0.1F})}, {"twice", at::tensor({0.1}, at::kDouble)}}),
            "single,twice\n0.1,0.1\n");
  EXPECT_EQ(written({{"x", at::tensor({0.1F}).to(at::kDouble)}}), "x\n0.10000000149011612\n");
  EXPECT_EQ(written({{"x", at::tensor({9007199254740993L}, at::kLong)}}), "x\n9007199254740993\n");
}

TEST_F(TableWriter, WritesWhatIsMissingAndWhatIsNotFinite) {
  const double nan = std::nan(""), infinite = std::numeric_limits<double>::infinity();
  EXPECT_EQ(written({{"x", at::tensor({nan, -nan, infinite, -infinite}, at::kDouble)}}),
            "x\nNaN\nNaN\ninf\n-inf\n");
}

TEST_F(TableWriter, PutsTextInQuotes) {
  const TextValues text = TextValues::of({"left", "", "a \"b\", c", "two\nlines"});
  EXPECT_EQ(written({FileArray::text("side", 4, [text] { return text; }),
                     {"moved, or not", at::tensor({1, 0, 1, 0}).to(at::kBool)}}),
            "side,\"moved, or not\"\n\"left\",true\n,false\n\"a \"\"b\"\", c\",true\n"
            "\"two\nlines\",false\n");
}

TEST_F(TableWriter, RefusesAFirstArrayThatIsNoTable) {
  EXPECT_EQ(error_of([&] {
              written({{"cube", at::zeros({2, 3, 4})}});
            }),
            path + ": 'cube' cannot be written: a table holds rows and columns, it is 2 x 3 x 4");
  EXPECT_THAT(error_of([&] {
                written({{"one", at::ones({})}});
              }),
              StartsWith(path + ": 'one' cannot be written"));
}

}  // namespace
}  // namespace facet
