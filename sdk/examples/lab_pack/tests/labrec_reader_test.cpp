#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "facet/error.h"
#include "facet/reader.h"
#include "lab.h"

namespace lab {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

const std::string header = "labrec 1\nneurons uint8 2 3\nspeed float32 2\nend\n";
/// 1, 2, 3 and 4, 5, 255; then 1 and -2, as IEEE 754 has them.
const std::string numbers("\x01\x02\x03\x04\x05\xff\x00\x00\x80\x3f\x00\x00\x00\xc0", 14);

class LabrecReader : public testing::Test {
 protected:
  ~LabrecReader() override { std::filesystem::remove(path_); }

  facet::FileArrays list(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    return registry().create<facet::Reader>({"lab/labrec", {}})->list(path_);
  }
  std::string refused(const std::string& bytes) {
    try {
      list(bytes);
    } catch (const facet::Error& error) {
      return error.what();
    }
    return "";
  }

 private:
  const std::string path_ = testing::TempDir() + "labrec_reader_test.labrec";
};

TEST_F(LabrecReader, ListsWhatTheHeaderSaysAndReadsIt) {
  const facet::FileArrays arrays = list(header + numbers);
  ASSERT_EQ(arrays.size(), 2U);
  EXPECT_EQ(arrays[0].name(), "neurons");
  EXPECT_EQ(arrays[0].shape(), (std::vector<std::int64_t>{2, 3}));
  EXPECT_EQ(arrays[0].type(), at::kByte);
  EXPECT_TRUE(arrays[0].read().equal(at::tensor({1, 2, 3, 4, 5, 255}, at::kByte).view({2, 3})));
  EXPECT_TRUE(arrays[1].read().equal(at::tensor({1.0F, -2.0F})));
}

TEST_F(LabrecReader, OfAFileThatIsCutOffOnlyWhatIsWholeCanBeRead) {
  const facet::FileArrays arrays = list(header + numbers.substr(0, 13));
  EXPECT_EQ(arrays.at(0).why_unreadable(), "");
  EXPECT_EQ(arrays.at(1).why_unreadable(),
            "is cut off: it needs 8 bytes, and 7 are left of the file");
  EXPECT_THAT(refused("labrec 1\nneurons uint8 2 3\n"), HasSubstr("the line 'end' is missing"));
}

TEST_F(LabrecReader, RefusesAHeaderThatIsWrongAndSaysWhere) {
  EXPECT_THAT(refused("labrec 2\nend\n"), HasSubstr("does not begin with the line 'labrec 1'"));
  EXPECT_THAT(refused("labrec 1\nx uint8 2\nx uint8 2\nend\n"),
              EndsWith("test.labrec:3: there is a second array 'x'"));
  EXPECT_THAT(refused("labrec 1\nx float16 2\nend\n"),
              HasSubstr(":2: the type 'float16' is none of 'uint8'"));
  for (const char* line : {"x uint8", "x uint8 1 2 3", "x uint8 two", "x uint8 2 3b", ""})
    EXPECT_THAT(refused("labrec 1\n" + std::string(line) + "\nend\n"),
                HasSubstr(":2: must be a name, a type, rows and perhaps columns"))
        << line;
  for (const char* size : {"0", "-1", "9223372036854775807 2"})
    EXPECT_THAT(refused("labrec 1\nx int32 " + std::string(size) + "\nend\n"),
                HasSubstr(":2: no array has the size "))
        << size;
  EXPECT_THAT(refused(header + numbers + "x"), HasSubstr("has 1 bytes more than its header tells"));
}

}  // namespace
}  // namespace lab
