// Plugins of the C interface that cannot be used, as their authors and their users are told.
#include <gmock/gmock.h>

#include <filesystem>

#include "facet/criterion.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "message_of.h"
#include "run_program.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;

std::string library(const std::string& name) {
  return PLUGINS "/" + name + "/" + name + ".so";
}

/// What facet-describe-plugin says to the author of a plugin.
std::string told_the_author(const std::string& name) {
  const TemporaryFolder folder;
  const ProgramResult result = run_program({DESCRIBE, library(name), "out.json"}, folder.path());
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_FALSE(fs::exists(folder.path() + "/out.json"));
  return result.errors;
}

TEST(CRefused, AnotherNumberOfTheInterface) {
  const std::string other_number =
      "built for Facet's C interface 2, this host runs 1: build it again with this Facet's "
      "facet/c_interface.h";
  EXPECT_THAT(told_the_author("c_other_number"),
              EndsWith("c_other_number.so: " + other_number + "\n"));
  const TemporaryFolder folder;
  fs::copy_file(library("c_other_number"), folder.path() + "/c_other_number.so");
  Registry registry;
  find_plugins(registry, {folder.path()});
  ASSERT_EQ(registry.refused().size(), 1U);
  EXPECT_EQ(registry.refused()[0].reason, other_number);
}

TEST(CRefused, AllThatIsMissingIsToldAtOnce) {
  EXPECT_THAT(told_the_author("c_incomplete"),
              HasSubstr("plugin 'c_incomplete' failed to register its components: "
                        "criterion 'Mistaken': it has no function 'forward'\n"
                        "  criterion[1] is NULL"));
}

TEST(CRefused, ANoteWithoutTheFunction) {
  EXPECT_THAT(told_the_author("c_no_function"),
              HasSubstr("c_no_function.so: has no entry point: none of its sources has "
                        "FACET_C_PLUGIN"));
}

TEST(CRefused, AStructThatIsTooSmall) {
  EXPECT_THAT(told_the_author("c_too_small"),
              HasSubstr("criterion[0] says that its size is 16, it has at least 104 bytes"));
}

TEST(CRefused, AnOptionOfALaterVersion) {
  EXPECT_THAT(told_the_author("c_unknown_type"),
              HasSubstr("criterion 'Mistaken': its option 'image' has the type 77, which this "
                        "version of Facet does not know"));
}

TEST(CRefused, AFileOfAnotherName) {
  const TemporaryFolder folder;
  fs::copy_file(library("c_lab"), folder.path() + "/renamed.so");
  const ProgramResult result = run_program({DESCRIBE, "renamed.so", "out.json"}, folder.path());
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.errors,
              HasSubstr("it was built as the plugin 'c_lab', but its file is named renamed.so"));
}

/// What the host says of the loss in C where it knows the plugins of these folders alone.
std::string told_the_user(std::vector<std::string> folders) {
  folders.push_back(PLUGINS "/c_lab");
  Registry registry;
  find_plugins(registry, folders);
  return message_of([&] { registry.create<Criterion>({"SquaredHinge"}); });
}

TEST(CRefused, NoAdapterOrSeveral) {
  EXPECT_THAT(told_the_user({}), HasSubstr("no plugin was found that adapts the C interface"));
  EXPECT_EQ(told_the_user({BUILT_IN_PLUGINS}), "");
  const std::string both = told_the_user({PLUGINS "/other_adapter", BUILT_IN_PLUGINS});
  EXPECT_THAT(both, HasSubstr("several plugins adapt the C interface, which one is to do: "));
  EXPECT_THAT(both, HasSubstr("/other_adapter.so, "));
  EXPECT_THAT(both, HasSubstr("/c_interface.so"));
}

}  // namespace
}  // namespace facet
