#include "framework/plugin_loader/plugin_description.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include "framework/files/files.h"
#include "framework/plugin_loader/zoo.h"
#include "message_of.h"

namespace facet {
namespace {

using namespace std::chrono_literals;
using test::Zoo;

TEST(PluginDescription, IsWhatThePluginRegisters) {
  const Zoo zoo;
  const std::string output = zoo.folder() / "written.json";
  write_plugin_description(zoo.folder() / "good.so", output, 60s);
  EXPECT_EQ(read_text(output), read_text(zoo.folder() / "good.components.json"));
  EXPECT_EQ(::alarm(0), 0U) << "whoever goes on has all the time that there is";
}

TEST(PluginDescription, NamesTheLibraryThatIsNoPlugin) {
  Zoo zoo;
  const std::string library = zoo.add_file("text", "text");
  EXPECT_EQ(
      message_of([&] { write_plugin_description(library, zoo.folder() / "written.json", 60s); }),
      library + ": it is not an ELF file");
}

TEST(PluginDescriptionDeathTest, AnEntryPointThatNeverReturnsEndsTheProcessInTime) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        Zoo zoo;
        write_plugin_description(zoo.add("never_returns"), zoo.folder() / "written.json", 1s);
      },
      testing::ExitedWithCode(1),
      "^facet-describe-plugin: /.*/never_returns.so: ended after 1 s, the time limit, while it "
      "registered its components\n$");
}

TEST(PluginDescriptionDeathTest, AStaticInitialiserThatNeverReturnsEndsTheProcessInTime) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        Zoo zoo;
        write_plugin_description(zoo.add("never_loaded"), zoo.folder() / "written.json", 1s);
      },
      testing::ExitedWithCode(1),
      "/never_loaded.so: ended after 1 s, the time limit, while it was loaded\n$");
}

}  // namespace
}  // namespace facet
