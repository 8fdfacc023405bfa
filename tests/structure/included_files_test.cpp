// Wrong includes of every kind, in sources that are made up here: what finds them has no holes.
#include "structure/included_files.h"

#include <gmock/gmock.h>

namespace facet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(IncludedFiles, AreFoundHoweverTheyAreWritten) {
  for (const char* include :
       {"#include \"framework/training/solver.h\"", "#include <framework/training/solver.h>",
        "# include \"framework/training/solver.h\"", "#include  \"framework/training/solver.h\"",
        "#include\"framework/training/solver.h\"", "\t#\tinclude\t<framework/training/solver.h>",
        "#include \"../training/solver.h\"", "#include <../training/solver.h>",
        "#include \"framework/embedding/../training/solver.h\"",
        "#pragma once\n\n#include <vector>\n#include \"framework/training/solver.h\"  // why"})
    EXPECT_THAT(included_files("framework/embedding/made_up.cpp", include),
                ElementsAre("framework/training/solver.h"))
        << include;
}

TEST(IncludedFiles, AreNotThoseOfOthers) {
  EXPECT_THAT(
      included_files("framework/files/made_up.h",
                     "#include <vector>\n#include <ATen/core/Tensor.h>\n// #include \"a.h\""),
      IsEmpty());
}

TEST(WrongIncludes, AreTheseOfTheFramework) {
  for (const char* name : {"facet/framework.h", "apps/facet/command_line.h", "command_line.h",
                           "structure/included_files.h", "plugins/core/kernels/info_nce.h",
                           "tests/temporary_folder.h", "../../sdk/src/check_value.h"})
    for (const std::string folder : {"framework/training", "framework/files"})
      EXPECT_EQ(
          wrong_includes(folder + "/made_up.h", "#include \"" + std::string(name) + "\"").size(),
          1U)
          << name;
  EXPECT_THAT(
      wrong_includes("framework/files/made_up.h", "#include <facet/framework.h>"),
      ElementsAre("framework/files/made_up.h includes framework/include/facet/framework.h"));
}

TEST(WrongIncludes, AreTheseOfTheSdk) {
  for (const char* name :
       {"plugins/core/kernels/info_nce.h", "framework/files/files.h", "../../plugins/hdf5/handle.h",
        "facet/framework.h", "apps/facet/usage.h"})
    for (const char* path : {"sdk/src/made_up.cpp", "sdk/include/facet/made_up.h",
                             "sdk/templates/mask/made_up.cpp", "sdk/examples/lab_pack/made_up.cpp"})
      EXPECT_EQ(wrong_includes(path, "#include \"" + std::string(name) + "\"").size(), 1U)
          << path << " includes " << name;
  EXPECT_EQ(
      wrong_includes("sdk/include/facet/made_up.h", "#include \"sdk/src/check_value.h\"").size(),
      1U);
}

TEST(WrongIncludes, AreTheseOfAPlugin) {
  for (const char* name : {"plugins/core/kernels/info_nce.h", "../core/kernels/info_nce.h",
                           "sdk/src/npz/npy.h", "framework/files/files.h", "facet/framework.h"})
    EXPECT_EQ(
        wrong_includes("plugins/csv/made_up.cpp", "#include \"" + std::string(name) + "\"").size(),
        1U)
        << name;
}

TEST(WrongIncludes, AreTheseOfTheCommandLine) {
  for (const char* name : {"plugins/core/kernels/info_nce.h", "sdk/src/check_value.h",
                           "tests/temporary_folder.h", "no_such_file.h"})
    EXPECT_EQ(
        wrong_includes("apps/facet/made_up.cpp", "#include \"" + std::string(name) + "\"").size(),
        1U)
        << name;
}

TEST(WrongIncludes, AreTheseOfTheLauncher) {
  for (const char* name : {"facet/error.h", "framework/files/files.h", "apps/facet/commands.h"})
    EXPECT_EQ(wrong_includes("apps/launcher/made_up.cpp", "#include \"" + std::string(name) + "\"")
                  .size(),
              1U)
        << name;
}

TEST(WrongIncludes, AreSourcesThatLieInNoFolder) {
  EXPECT_THAT(wrong_includes("framework/made_up.cpp", ""),
              ElementsAre("framework/made_up.cpp lies in no folder"));
}

TEST(WrongIncludes, AreNotThese) {
  EXPECT_THAT(wrong_includes("framework/training/made_up.cpp",
                             "#include \"facet/error.h\"\n#include \"framework/files/files.h\""),
              IsEmpty());
  EXPECT_THAT(wrong_includes("sdk/src/npz/made_up.cpp", "#include \"npy.h\""), IsEmpty());
  EXPECT_THAT(
      wrong_includes("plugins/core/criterions/made_up.cpp", "#include \"../kernels/nce.h\""),
      IsEmpty());
  EXPECT_THAT(wrong_includes("apps/facet/made_up.cpp",
                             "#include \"usage.h\"\n#include \"framework/run/train.h\""),
              IsEmpty());
  for (const char* test :
       {"sdk/templates/mask/made_up_test.cpp", "sdk/examples/lab_pack/tests/made_up.h"})
    EXPECT_THAT(wrong_includes(test, "#include \"facet/framework.h\""), IsEmpty()) << test;
}

}  // namespace
}  // namespace facet
