#include <gmock/gmock.h>

#include "integration/small_run.h"
#include "temporary_folder.h"

namespace facet {
namespace {

const std::string root = FACET_SOURCE_FOLDER;

/// The text as a block of code in Markdown: every line indented by four.
std::string as_block(const std::string& text) {
  std::string block = "    ";
  for (const char c : text) {
    block += c;
    if (c == '\n') block += "    ";
  }
  block.resize(block.find_last_not_of(" \n") + 1);
  std::string clean;  // without spaces on empty lines
  for (std::size_t i = 0; i < block.size(); ++i) {
    const std::size_t end = block.find_first_not_of(' ', i);
    if ((i == 0 || block[i - 1] == '\n') && end != std::string::npos && block[end] == '\n') i = end;
    clean += block[i];
  }
  return clean;
}

std::string from(const std::string& text, const std::string& start) {
  return text.substr(text.find(start));
}

TEST(Readme, ShowsTheExampleConfigAsItIs) {
  const std::string example = read_text(root + "/docs/examples/linear_track.toml");
  EXPECT_THAT(read_text(root + "/README.md"),
              testing::HasSubstr(as_block(from(example, "[data]"))));
}

TEST(Readme, ShowsThePluginThatThePackagingTestsBuild) {
  const std::string plugin = root + "/tests/packaging/contrastive_loss";
  const std::string readme = read_text(root + "/README.md");
  EXPECT_THAT(readme, testing::HasSubstr(as_block(read_text(plugin + "/logistic.cpp"))));
  EXPECT_THAT(readme, testing::HasSubstr(as_block(read_text(plugin + "/CMakeLists.txt"))));
}

TEST(Readme, ItsProgramFitsAndTransforms) {
  const TemporaryFolder folder;
  const std::string path = write_small_run(folder.path());

  auto registry = open_registry();
  const auto config = read_run_config(path, {}, *registry);
  Assembly run = assemble(config, *registry);
  run.solver->fit(*run.loader, run.fit_options);
  at::Tensor embedding = run.embedding();

  EXPECT_EQ(embedding.size(0), 400);
  EXPECT_LT(run.solver->history().back(), run.solver->history().front());
}

}  // namespace
}  // namespace facet
