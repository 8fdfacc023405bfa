// The picture of the layers in docs/architecture.md, held against the sources.
#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "framework/files/files.h"
#include "structure/included_files.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

const fs::path source_folder = FACET_SOURCE_FOLDER;

/// The sources in a folder of the tree, by their paths in the tree.
Names sources_in(const std::string& folder) {
  static const Names endings{".h", ".hpp", ".cuh", ".cpp", ".cc", ".cu"};
  Names sources;
  for (const auto& entry : fs::recursive_directory_iterator(source_folder / folder))
    if (endings.contains(entry.path().extension()))
      sources.insert(entry.path().lexically_relative(source_folder));
  return sources;
}

/// The folders of framework/ that one of them includes, without itself.
Names neighbours_of(const std::string& folder) {
  Names neighbours;
  for (const std::string& source : sources_in("framework/" + folder))
    for (const std::string& path : included_files(source, read_text(source_folder / source))) {
      if (!path.starts_with("framework/")) continue;
      const std::string name = path.substr(10, path.find('/', 10) - 10);
      if (name != folder) neighbours.insert(name);
    }
  return neighbours;
}

/// A line of the picture: a folder, and those that it includes.
struct Layer {
  std::string folder;
  Names below;
};

/// `    embedding      <- data ranks`, from the lowest layer to the highest.
std::vector<Layer> layers_of_the_docs() {
  std::istringstream docs(read_text(source_folder / "docs/architecture.md"));
  static const std::regex layer("    ([a-z_]+) +<-((?: [a-z_]+)*)");
  std::vector<Layer> layers;
  std::smatch match;
  for (std::string line; std::getline(docs, line);) {
    if (!std::regex_match(line, match, layer)) continue;
    std::istringstream names(match[2]);
    Layer found{match[1], {}};
    for (std::string name; names >> name;) found.below.insert(name);
    layers.push_back(found);
  }
  return layers;
}

TEST(IncludeDirections, OfTheFrameworkAreThoseOfThePicture) {
  for (const Layer& layer : layers_of_the_docs())
    EXPECT_EQ(neighbours_of(layer.folder), layer.below) << "framework/" << layer.folder;
}

TEST(IncludeDirections, LeadDownward) {
  Names below;
  for (const Layer& layer : layers_of_the_docs()) {
    for (const std::string& name : layer.below)
      EXPECT_TRUE(below.contains(name)) << layer.folder << " includes " << name;
    below.insert(layer.folder);
  }
}

TEST(IncludeDirections, KnowEveryFolderOfTheFramework) {
  Names known, there;
  for (const Layer& layer : layers_of_the_docs()) known.insert(layer.folder);
  for (const auto& entry : fs::directory_iterator(source_folder / "framework"))
    if (entry.is_directory() && entry.path().filename() != "include")
      there.insert(entry.path().filename());
  EXPECT_EQ(known, there);
}

TEST(IncludeDirections, LeaveNoRootForWhatIsNotOpenToIt) {
  for (const char* root : {"sdk", "plugins", "framework", "apps"})
    for (const std::string& source : sources_in(root))
      EXPECT_THAT(wrong_includes(source, read_text(source_folder / source)), testing::IsEmpty());
}

}  // namespace
}  // namespace facet
