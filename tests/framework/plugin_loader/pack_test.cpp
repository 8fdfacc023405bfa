#include "framework/plugin_loader/pack.h"

#include <gtest/gtest.h>

#include <fstream>

#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

class PackTest : public testing::Test {
 protected:
  void write(const std::string& file, const std::string& content) {
    std::ofstream(folder_.path() + "/" + file) << content;
  }
  std::string path() const { return folder_.path(); }
  /// What read_pack says, without the folder's path.
  std::string message() const {
    std::string text = message_of([&] { read_pack(path()); });
    for (std::size_t at; (at = text.find(path() + "/")) != std::string::npos;)
      text.erase(at, path().size() + 1);
    return text;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(PackTest, ReadsWhatPackTomlSays) {
  write("pack.toml", "name = 'lab'\nversion = '1.0'\nplugins = ['a', 'b']\nexample = 'run.toml'\n");
  for (const char* file : {"a.so", "a.components.json", "b.so", "b.components.json", "run.toml"})
    write(file, "");
  const Pack pack = read_pack(path());
  EXPECT_EQ(pack.name, "lab");
  EXPECT_EQ(pack.version, "1.0");
  EXPECT_EQ(pack.plugins, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(pack.example, "run.toml");
}

TEST_F(PackTest, FolderWithoutPackTomlIsNoPack) {
  EXPECT_EQ(message_of([&] { read_pack(path()); }), path() + " is not a pack: it has no pack.toml");
}

TEST_F(PackTest, ReportsAllMistakesOfPackToml) {
  write("pack.toml", "name = 1\nplugin = ['a']\nversion = '1.0'\n");
  EXPECT_EQ(message(),
            "pack.toml:1:1: plugins is missing: the names of its plugins\n"
            "pack.toml:1:8: name must be a text, got 1\n"
            "pack.toml:2:10: plugin is not known, did you mean 'plugins'?");
}

TEST_F(PackTest, OfANewerFormatIsRefusedForThatAlone) {
  write("pack.toml", "title = 'lab'\nformat = 2\n");
  EXPECT_EQ(message(),
            "pack.toml:2:10: format is 2, which is newer than this Facet reads (1): use the Facet "
            "that wrote it, or a newer one");
}

TEST_F(PackTest, NamesMustServeAsNamesOfFiles) {
  write("pack.toml", "name = '../lab'\nversion = '1.0'\nplugins = []\n");
  EXPECT_EQ(message(),
            "pack.toml:1:8: name must consist of letters, digits, '.', '_' and '-', got '../lab'\n"
            "pack.toml:3:11: plugins must name a plugin");
}

TEST_F(PackTest, FilesThatItNamesMustBeThere) {
  write("pack.toml", "name = 'lab'\nversion = '1.0'\nplugins = ['a']\nexample = 'run.toml'\n");
  EXPECT_EQ(message(), "pack 'lab' has no file a.so, which its pack.toml names");
  write("a.so", "");
  EXPECT_EQ(message(), "pack 'lab' has no file a.components.json, which its pack.toml names");
  write("a.components.json", "");
  EXPECT_EQ(message(), "pack 'lab' has no file run.toml, which its pack.toml names");
}

}  // namespace
}  // namespace facet
