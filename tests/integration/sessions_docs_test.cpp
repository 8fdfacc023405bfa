#include <gmock/gmock.h>

#include "framework/run/evaluate.h"
#include "integration/two_sessions.h"
#include "temporary_folder.h"

namespace facet {
namespace {

const std::string docs = std::string(FACET_SOURCE_FOLDER) + "/docs";

/// The text as a block of code in Markdown: every line but an empty one indented by four.
std::string indented(const std::string& text) {
  std::string block;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin) + 1;
    const std::string line = text.substr(begin, end - begin);
    block += (line == "\n" ? "" : "    ") + line;
    begin = end;
  }
  return block;
}

TEST(SessionsDocs, ShowTheExampleThatCanBeRun) {
  const std::string example = read_text(docs + "/examples/two_sessions.toml");
  EXPECT_THAT(read_text(docs + "/sessions.md"), testing::HasSubstr(indented(example)));

  const TemporaryFolder folder;
  write_text(folder.path() + "/two_sessions.toml", example);
  simulate({.num_bins = 300, .num_neurons = 40}, folder.path() + "/first.npz");
  simulate({.num_bins = 300, .num_neurons = 60, .session = 1}, folder.path() + "/second.npz");
  const auto registry = open_registry();
  const RunConfig config =
      read_run_config(folder.path() + "/two_sessions.toml",
                      {"training.steps=3", "training.batch_size=16"}, *registry);
  const RunFolder run(folder.path() + "/run");
  EXPECT_EQ(train(config, run, *registry).steps, 3);
}

}  // namespace
}  // namespace facet
