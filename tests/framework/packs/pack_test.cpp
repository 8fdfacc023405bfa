#include "framework/packs/pack.h"

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
  write("pack.toml", R"(
name = "lab"
version = "1.0-rc1"
authors = ["Ada", "Bea"]
license = "MIT"
homepage = "https://lab.org/pack"
plugins = ["a", "b"]
examples = ["run.toml"]
docs = ["docs/read.md"]
[requires]
facet = ">= 0.1, < 1"
libtorch = "== 1.13.0"
cxx_abi = ">= 1017"
packs = ["tools >= 2", "other"]
)");
  std::filesystem::create_directory(path() + "/docs");
  for (const char* file :
       {"a.so", "a.components.json", "b.so", "b.components.json", "run.toml", "docs/read.md"})
    write(file, "");
  const Pack pack = read_pack(path());
  EXPECT_EQ(pack.name, "lab");
  EXPECT_EQ(pack.version, "1.0-rc1");
  EXPECT_EQ(pack.authors, (std::vector<std::string>{"Ada", "Bea"}));
  EXPECT_EQ(pack.license, "MIT");
  EXPECT_EQ(pack.homepage, "https://lab.org/pack");
  EXPECT_EQ(pack.plugins, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(pack.examples, std::vector<std::string>{"run.toml"});
  EXPECT_EQ(pack.docs, std::vector<std::string>{"docs/read.md"});
  EXPECT_EQ(pack.required.facet, ">= 0.1, < 1");
  EXPECT_EQ(pack.required.libtorch, "== 1.13.0");
  EXPECT_EQ(pack.required.cxx_abi, ">= 1017");
  EXPECT_EQ(pack.required.packs, (std::vector<std::string>{"tools >= 2", "other"}));
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

TEST_F(PackTest, NamesVersionsAndRequirementsAreChecked) {
  write("pack.toml", R"(name = "../lab"
version = "new"
plugins = []
docs = ["/etc/passwd"]
[requires]
facet = "0.1"
packs = ["tools >= x"]
)");
  const std::string name =
      "must be at most 64 letters, digits, '.', '_' and '-', the first a letter, "
      "a digit or '_', got '";
  EXPECT_EQ(
      message(),
      "pack.toml:1:8: name " + name +
          "../lab'\n"
          "pack.toml:2:11: version cannot be used: 'new' is no version: it must be numbers "
          "separated by dots, and perhaps a pre-release part, such as 1.2.0 or 1.2.0-rc1\n"
          "pack.toml:3:11: plugins must name a plugin\n"
          "pack.toml:4:9: docs[0] cannot be used: '/etc/passwd': the name is absolute\n"
          "pack.toml:6:9: requires.facet cannot be used: '0.1' must be conditions on a version, "
          "such as '>= 1.2, < 2'\n"
          "pack.toml:7:10: requires.packs[0] cannot be used: 'x' is no version: it must be numbers "
          "separated by dots, and perhaps a pre-release part, such as 1.2.0 or 1.2.0-rc1");
}

TEST_F(PackTest, APluginIsNamedOnce) {
  write("pack.toml", "name = 'lab'\nversion = '1.0'\nplugins = ['a', 'b', 'a']\n");
  EXPECT_EQ(message(), "pack.toml:3:22: plugins[2] names 'a' once more");
}

TEST_F(PackTest, FilesThatItNamesMustBeThere) {
  write("pack.toml", "name = 'lab'\nversion = '1.0'\nplugins = ['a']\nexamples = ['run.toml']\n");
  const auto missing = [&](const std::string& file) {
    return path() + ": " + file + ": is missing, though pack.toml names it";
  };
  EXPECT_EQ(message(), missing("a.so"));
  write("a.so", "");
  EXPECT_EQ(message(), missing("a.components.json"));
  write("a.components.json", "");
  EXPECT_EQ(message(), missing("run.toml"));
}

TEST_F(PackTest, SourcesStandForABinary) {
  write("pack.toml",
        "name = 'lab'\nversion = '1.0'\nplugins = ['a', 'b']\n"
        "[[sources]]\nplugin = 'a'\nfiles = ['src/a.cpp', 'src/more.cc']\n");
  fs::create_directory(path() + "/src");
  const auto missing = [&](const std::string& file) {
    return path() + ": " + file + ": is missing, though pack.toml names it";
  };
  for (const char* file : {"src/a.cpp", "src/more.cc", "b.so", "b.components.json"}) {
    EXPECT_EQ(message(), missing(file));
    write(file, "");
  }
  const Pack pack = read_pack(path());
  EXPECT_EQ(pack.sources_of("a"), (std::vector<std::string>{"src/a.cpp", "src/more.cc"}));
  EXPECT_TRUE(pack.sources_of("b").empty());
  write("a.components.json", "");  // half a binary is none
  EXPECT_EQ(message(), missing("a.so"));
}

TEST_F(PackTest, ReportsAllMistakesOfSources) {
  const std::string most = R"(name = "lab"
version = "1.0"
plugins = ["a"]
[[sources]]
plugin = "b"
files = []
[[sources]]
plugin = "a"
files = ["../a.cpp", "/etc/a.cpp", "-o.cpp", "a.c", "src/a.h"]
[[sources]]
plugin = "a"
)";
  write("pack.toml", most + "file = \"a.cpp\"\n");
  EXPECT_EQ(message(),
            "pack.toml:10:1: sources[2].files is missing: its source files, in C++\n"
            "pack.toml:12:8: sources[2].file is not known, did you mean 'files'?");
  write("pack.toml", most + "files = [\"a.cpp\"]\n");
  EXPECT_EQ(
      message(),
      "pack.toml:5:10: sources[0].plugin must be one of the plugins, got 'b'\n"
      "pack.toml:6:9: sources[0].files must name a file\n"
      "pack.toml:9:10: sources[1].files[0] cannot be used: '../a.cpp': the name leads out of "
      "the pack ('..')\n"
      "pack.toml:9:22: sources[1].files[1] cannot be used: '/etc/a.cpp': the name is "
      "absolute\n"
      "pack.toml:9:36: sources[1].files[2] cannot be used: '-o.cpp': the name has a part that "
      "does not begin with a letter, a digit or '_'\n"
      "pack.toml:9:46: sources[1].files[3] must be a file in C++ (.cpp, .cc or .cxx), got "
      "'a.c'\n"
      "pack.toml:9:53: sources[1].files[4] must be a file in C++ (.cpp, .cc or .cxx), got "
      "'src/a.h'\n"
      "pack.toml:11:10: sources[2].plugin has a [[sources]] or [[torchscript]] already: 'a'");
}

TEST_F(PackTest, TorchScriptStandsForALibrary) {
  write("pack.toml",
        "name = 'lab'\nversion = '1.0'\nplugins = ['a', 'b']\n"
        "[[torchscript]]\nplugin = 'a'\nkind = 'model'\nsummary = 'turns'\nleft = 2\n"
        "right = 3\n");
  for (const char* file : {"a.pt", "b.so", "b.components.json"}) {
    EXPECT_EQ(message(), path() + ": " + file + ": is missing, though pack.toml names it");
    write(file, "");
  }
  const Pack pack = read_pack(path());
  EXPECT_EQ(pack.file_of("a"), "a.pt");
  EXPECT_EQ(pack.file_of("b"), "b.so");
  EXPECT_EQ(pack.torchscript_of("b"), nullptr);
  ASSERT_NE(pack.torchscript_of("a"), nullptr);
  EXPECT_EQ(pack.torchscript_of("a")->left, 2);
  EXPECT_EQ(pack.torchscript_of("a")->right, 3);
}

TEST_F(PackTest, TorchScriptThatIsNotDescribedIsAskedFor) {
  write("pack.toml", "name = 'lab'\nversion = '1.0'\nplugins = ['a']\n");
  write("a.pt", "");
  EXPECT_EQ(message(),
            path() +
                ": a.so: is missing, though pack.toml names it; a.pt needs a [[torchscript]] "
                "there");
}

TEST_F(PackTest, ReportsAllMistakesOfTorchScript) {
  write("pack.toml", R"(name = "lab"
version = "1.0"
plugins = ["a", "b", "c", "d"]
[[sources]]
plugin = "a"
files = ["a.cpp"]
[[torchscript]]
plugin = "a"
kind = "criterion"
summary = "both"
[[torchscript]]
plugin = "x"
kind = "model"
form = "contrastive"
left = 2
summary = "no\u001b plugin"
[[torchscript]]
plugin = "b"
kind = "criterion"
form = "supervised"
summary = "no target"
[[torchscript]]
plugin = "c"
kind = "criterion"
form = "contrastive"
target = "discrete"
left = 4
summary = ""
)");
  EXPECT_EQ(message(),
            "pack.toml:7:1: torchscript[0].form is missing: it is of a criterion\n"
            "pack.toml:8:10: torchscript[0].plugin has a [[sources]] or [[torchscript]] already: "
            "'a'\n"
            "pack.toml:11:1: torchscript[1].right is missing: it is of a model\n"
            "pack.toml:12:10: torchscript[1].plugin must be one of the plugins, got 'x'\n"
            "pack.toml:14:8: torchscript[1].form is for a criterion alone\n"
            "pack.toml:16:11: torchscript[1].summary must be one line, and has a line break or "
            "another control character\n"
            "pack.toml:17:1: torchscript[2].target is missing: it is of a supervised criterion\n"
            "pack.toml:26:10: torchscript[3].target is for a supervised criterion alone\n"
            "pack.toml:27:8: torchscript[3].left is for a model alone\n"
            "pack.toml:28:11: torchscript[3].summary must say what it is, in one line");
}

}  // namespace
}  // namespace facet
