#include "framework/exchange/safetensors.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "framework/files/files.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using testing::HasSubstr;

/// A file by hand: eight bytes with the length of the header, the header, the data.
std::string file_of(std::string header, const std::string& data) {
  std::string length(8, '\0');
  length[0] = static_cast<char>(header.size() % 256);
  length[1] = static_cast<char>(header.size() / 256);
  return length + header + data;
}

TEST(SafeTensors, AreWrittenAsTheFormatSays) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/a.safetensors";
  write_safetensors(
      path, {{{"b", at::tensor({1.0F, -2.0F}).view({1, 2})}, {"a", at::tensor({3}, at::kLong)}},
             {{"who", "me"}}});
  std::string header =
      R"({"__metadata__":{"who":"me"},"b":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},)"
      R"("a":{"dtype":"I64","shape":[1],"data_offsets":[8,16]}})";
  header.resize((header.size() + 7) / 8 * 8, ' ');
  const std::string data("\0\0\x80\x3f\0\0\0\xc0\x03\0\0\0\0\0\0\0", 16);
  EXPECT_EQ(read_text(path), file_of(header, data));
}

TEST(SafeTensors, AreReadInTheOrderOfTheirData) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/a.safetensors";
  write_text(path, file_of(R"({"a":{"dtype":"F32","shape":[],"data_offsets":[2,6]},)"
                           R"("b":{"dtype":"BOOL","shape":[2],"data_offsets":[0,2]},)"
                           R"("__metadata__":{"k":"v"}})",
                           std::string("\x01\0\0\0\x80\x3f", 6)));
  const SafeTensors file = read_safetensors(path);
  ASSERT_EQ(file.tensors.size(), 2u);
  EXPECT_EQ(file.tensors[0].name, "b");
  EXPECT_TRUE(at::equal(file.tensors[0].tensor, at::tensor({1, 0}).to(at::kBool)));
  EXPECT_EQ(file.tensors[1].name, "a");
  EXPECT_EQ(file.tensors[1].tensor.item<float>(), 1.0F);
  EXPECT_EQ(file.metadata.at("k"), "v");
}

TEST(SafeTensors, ThatAreDamagedSayWhere) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/a.safetensors";
  const auto told = [&](const std::string& text) {
    write_text(path, text);
    return message_of([&] { read_safetensors(path); });
  };
  const auto of_tensor = [&](const std::string& type, const std::string& shape) {
    return told(file_of(
        R"({"w":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":[0,8]}})",
        std::string(8, '\0')));
  };
  EXPECT_THAT(told(""), HasSubstr("is not a file of safetensors"));
  EXPECT_THAT(told("PK\x03\x04 a file of torch.save"), HasSubstr("is not a file of safetensors"));
  EXPECT_THAT(told(file_of("{\"w\":1", "")), HasSubstr("its header is not that of safetensors"));
  EXPECT_THAT(of_tensor("F8_E4M3", "[8]"), HasSubstr("'w' has the type F8_E4M3"));
  EXPECT_THAT(of_tensor("F32", "[3]"), HasSubstr("'w' has a shape that does not fit its bytes"));
  EXPECT_THAT(of_tensor("F32", "[4611686018427387904,4]"), HasSubstr("a shape beyond all memory"));
  EXPECT_THAT(of_tensor("F32", "[-1]"), HasSubstr("'w' has"));
  EXPECT_THAT(told(file_of(R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", "1234")),
              HasSubstr("'w' lies beyond the end of the file"));
}

}  // namespace
}  // namespace facet
