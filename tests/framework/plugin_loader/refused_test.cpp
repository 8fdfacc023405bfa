// Plugins that are refused before any of their code runs, each with its exact reason.
#include <gtest/gtest.h>
#include <torch/version.h>

#include <fstream>

#include "framework/plugin_loader/zoo.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::refusal;
using test::Zoo;

#define QUOTE_(text) #text
#define QUOTE(macro) QUOTE_(macro)

std::string or_trust(const Zoo& zoo) {
  return ", or, if you trust everybody who can, `facet plugin trust " + zoo.folder().string() + "`";
}
/// These tests are compiled as the host is.
const std::string advice = ": build it again for this Facet, with GCC " QUOTE(__GNUC__) "." QUOTE(
    __GNUC_MINOR__) " (facet_add_plugin, facet plugin build), or install a pack that carries its "
                    "sources";

TEST(Refused, NotElf) {
  Zoo zoo;
  EXPECT_EQ(refusal(zoo, zoo.add_file("text", "this is no library\n")), "it is not an ELF file");
}

TEST(Refused, EmptyFile) {
  Zoo zoo;
  EXPECT_EQ(refusal(zoo, zoo.add_file("empty", "")), "it is not an ELF file");
}

TEST(Refused, Truncated) {
  Zoo zoo;
  const fs::path library = zoo.add("other_names");
  const auto whole = fs::file_size(library);
  fs::resize_file(library, 4000);
  EXPECT_EQ(refusal(zoo, library),
            "it is truncated: 4000 of " + std::to_string(whole) + " bytes are there");
}

TEST(Refused, Program) {
  Zoo zoo;
  std::ifstream header("/proc/self/exe", std::ios::binary);
  std::string content(64, '\0');
  header.read(content.data(), 64);
  content[16] = 2;  // the type of the file: ET_EXEC
  EXPECT_EQ(refusal(zoo, zoo.add_file("program", content)),
            "it is an ELF file, but not a shared library");
}

TEST(Refused, NoNote) {
  Zoo zoo;
  EXPECT_EQ(refusal(zoo, zoo.add("no_note")),
            "it has no note of Facet: plugins are built by facet_add_plugin, those in C have "
            "FACET_C_PLUGIN");
}

TEST(Refused, OtherLibtorch) {
  Zoo zoo;
  EXPECT_EQ(refusal(zoo, zoo.add("other_libtorch")),
            "built for libtorch 0.4.1, this host runs " TORCH_VERSION + advice);
}

TEST(Refused, OtherCxxAbi) {
  Zoo zoo;
  EXPECT_EQ(refusal(zoo, zoo.add("other_cxx_abi")),
            "built for C++ ABI 1002 (clang, or GCC before 5), this host runs " QUOTE(
                __GXX_ABI_VERSION) " (GCC " QUOTE(__GNUC__) "); built for "
                                   "_GLIBCXX_USE_CXX11_ABI = 0, this host runs 1" +
                advice);
}

TEST(Refused, OtherProcessor) {
  Zoo zoo;
  const fs::path library = zoo.add("other_names");
  std::fstream file(library, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(18).put(8);  // e_machine: MIPS
  file.close();
  EXPECT_EQ(refusal(zoo, library),
            "built for another kind of processor: build it again on one of this kind, or install a "
            "pack that carries its sources");
}

TEST(Refused, OtherSdk) {
  Zoo zoo;
  EXPECT_EQ(refusal(zoo, zoo.add("other_sdk")),
            "built for Facet's sdk 9.0, this host runs 0.2" + advice);
}

TEST(Refused, OtherSanitizer) {
  Zoo zoo;
  const std::string reason = refusal(zoo, zoo.add("other_sanitizer"));
  EXPECT_TRUE(reason.starts_with("built for sanitizer leak, this host runs ")) << reason;
  EXPECT_TRUE(reason.ends_with(advice)) << reason;
}

TEST(Refused, FileThatOthersMayWriteTo) {
  Zoo zoo;
  const fs::path library = zoo.add("same_class_1");
  fs::permissions(library, fs::perms(0646));
  EXPECT_EQ(refusal(zoo, library),
            "the file can be written to by others: chmod go-w " + library.string() + or_trust(zoo));
  fs::permissions(library, fs::perms(0664));
  EXPECT_EQ(refusal(zoo, library),
            "the file can be written to by others: chmod go-w " + library.string() + or_trust(zoo));
}

TEST(Refused, FolderThatOthersMayWriteTo) {
  Zoo zoo;
  fs::permissions(zoo.folder(), fs::perms(0777));
  const Registry registry = zoo.registry();
  ASSERT_EQ(registry.refused().size(), 1U);
  EXPECT_EQ(registry.refused()[0].reason, "its folder can be written to by others: chmod go-w " +
                                              zoo.folder().string() + or_trust(zoo));
  EXPECT_TRUE(registry.plugins().empty());
}

TEST(Refused, TorchLibraryInside) {
  Zoo zoo;
  EXPECT_EQ(refusal(zoo, zoo.add("torch_library")),
            "it registers operators with libtorch (TORCH_LIBRARY), which a plugin must not");
}

TEST(Refused, FileOfAnotherName) {
  Zoo zoo;
  const fs::path library = zoo.add("other_names");
  const fs::path renamed = zoo.folder() / "renamed.so";
  fs::rename(library, renamed);
  EXPECT_EQ(refusal(zoo, renamed),
            "it was built as the plugin 'other_names', but its file is named renamed.so");
}

TEST(Refused, NoComponentsBesideIt) {
  Zoo zoo;
  EXPECT_EQ(refusal(zoo, zoo.add("other_names")),
            "other_names.components.json is missing beside it: the plugin's build writes it");
}

}  // namespace
}  // namespace facet
