// What of the libraries is public: their lists of headers, the macro, and the symbols that they
// show.
#include <gmock/gmock.h>

#include <filesystem>
#include <regex>
#include <set>

#include "framework/files/files.h"
#include "run_program.h"
#include "structure/included_files.h"
#include "structure/public_declarations.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using Words = std::set<std::string>;

std::string source(const std::string& path) {
  return read_text(fs::path(FACET_SOURCE_FOLDER) / path);
}

Words matches(const std::string& text, const char* pattern, std::size_t group = 0) {
  const std::regex regex(pattern);
  Words found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
    found.insert((*at)[group]);
  return found;
}

/// The public headers that `library` (sdk or framework) lists, by their paths in the tree.
Words public_headers(const std::string& library) {
  Words headers;
  for (const std::string& header : matches(source(library + "/CMakeLists.txt"), "[a-z_/]+\\.h\\b"))
    headers.insert(library + "/" + header);
  return headers;
}

Words files_in(const std::string& folder) {
  Words files;
  const fs::path root = FACET_SOURCE_FOLDER;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder))
    if (entry.is_regular_file()) files.insert(entry.path().lexically_relative(root));
  return files;
}

/// The headers of the framework that `file` includes, and what they include in their turn.
void follow(const std::string& file, Words& reached) {
  for (const std::string& path : included_files(file, source(file)))
    if (path.starts_with("framework/") && reached.insert(path).second) follow(path, reached);
}

TEST(Border, TheSdkListsEveryHeaderOfItsFolder) {
  EXPECT_EQ(public_headers("sdk"), files_in("sdk/include"));
}

TEST(Border, TheFrameworkListsWhatIncludingProgramsReach) {
  Words reached{"framework/include/facet/framework.h"};
  follow("framework/include/facet/framework.h", reached);
  for (const std::string& file : files_in("apps")) follow(file, reached);
  EXPECT_EQ(public_headers("framework"), reached);
}

TEST(Border, OnlyPublicHeadersCarryTheMacro) {
  Words all = public_headers("sdk");
  all.merge(public_headers("framework"));
  for (const char* folder : {"sdk/include", "sdk/src", "framework"})
    for (const std::string& file : files_in(folder)) {
      if (source(file).find("FACET_API") == std::string::npos) continue;
      EXPECT_TRUE(all.contains(file)) << file;
    }
}

TEST(Border, WhatHasCodeInPublicHeadersCarriesTheMacroAndNothingElseDoes) {
  Words all = public_headers("sdk");
  all.merge(public_headers("framework"));
  std::size_t exported = 0;
  for (const std::string& header : all)
    for (const PublicDeclaration& declared : public_declarations(source(header))) {
      EXPECT_EQ(declared.exported, declared.has_code) << header << ": " << declared.name;
      exported += declared.exported;
    }
  EXPECT_GT(exported, 150U);
}

/// The names in namespace facet that a library shows: each class or function once.
Words shown_by(const std::string& library) {
  const std::string symbols =
      run_program({NM, "--dynamic", "--demangle", "--defined-only", library}, "/").output;
  return matches(symbols, "[0-9a-f]+ [A-Za-z] (?:[a-z -]+ )?facet::(\\w+)", 1);
}

Words words_of(const Words& headers) {
  Words words;
  for (const std::string& header : headers) words.merge(matches(source(header), "\\w+"));
  return words;
}

TEST(Border, LibrariesShowWhatTheirHeadersDeclareAndNothingElse) {
  const Words sdk = public_headers("sdk");
  const Words shown_by_sdk = shown_by(SDK_LIBRARY), declared_by_sdk = words_of(sdk);
  EXPECT_TRUE(shown_by_sdk.contains("Labels"));
  for (const std::string& name : shown_by_sdk) EXPECT_TRUE(declared_by_sdk.contains(name)) << name;

  Words declared = words_of(public_headers("framework"));
  declared.insert(declared_by_sdk.begin(), declared_by_sdk.end());
  const Words shown = shown_by(FRAMEWORK_LIBRARY);
  EXPECT_TRUE(shown.contains("Registry"));
  EXPECT_FALSE(shown.contains("SeparateSessions"));
  for (const std::string& name : shown) EXPECT_TRUE(declared.contains(name)) << name;
}

}  // namespace
}  // namespace facet
