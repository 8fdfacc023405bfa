#include <gmock/gmock.h>

#include <filesystem>

#include "facet/options.h"
#include "message_of.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

struct WithPath {
  fs::path file;
  static void describe(OptionsDescription<WithPath>& options) {
    options.add("file", &WithPath::file, "a file").required();
  }
};

fs::path parsed(const std::string& path, const std::string& written_in) {
  Value value(path);
  value.where = {written_in, 3, 8};
  Table table;
  table.set("file", value);
  return parse_options<WithPath>(table).file;
}

TEST(PathOption, IsRelativeToTheFolderOfTheFileThatSaysIt) {
  EXPECT_EQ(parsed("encoder.pt", "/runs/a/run.toml"), "/runs/a/encoder.pt");
  EXPECT_EQ(parsed("../encoder.pt", "/runs/a/run.toml"), "/runs/encoder.pt");
  EXPECT_EQ(parsed("/models/encoder.pt", "/runs/a/run.toml"), "/models/encoder.pt");
  EXPECT_EQ(parsed("encoder.pt", "runs/run.toml"), fs::current_path() / "runs/encoder.pt");
}

TEST(PathOption, IsRelativeToTheWorkingDirectoryWhereNoFileSaysIt) {
  EXPECT_EQ(parsed("encoder.pt", ""), fs::current_path() / "encoder.pt");
  EXPECT_EQ(parsed("encoder.pt", "--set"), fs::current_path() / "encoder.pt");
}

TEST(PathOption, IsTheSameWhenItIsCheckedAgain) {
  const std::vector<OptionInfo> infos = OptionsDescription<WithPath>().infos();
  Value value("encoder.pt");
  value.where = {"runs/run.toml", 3, 8};
  Table table;
  table.set("file", value);
  Problems problems;
  const Table once = check_options(infos, table, {}, "", problems);
  EXPECT_EQ(check_options(infos, once, {}, "", problems), once);
  EXPECT_TRUE(problems.empty());
}

TEST(PathOption, IsAText) {
  EXPECT_EQ(message_of([] {
              parse_options<WithPath>({{"file", 3}});
            }),
            "file must be a path, got 3");
  EXPECT_EQ(message_of([] {
              parse_options<WithPath>({{"file", ""}});
            }),
            "file must be a path, got \"\"");
  EXPECT_EQ(OptionsDescription<WithPath>().infos()[0].type, OptionType::path);
  EXPECT_EQ(to_string(OptionType::path), "path");
}

}  // namespace
}  // namespace facet
