#include <gmock/gmock.h>

#include "framework/judging/evaluate.h"
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
}

TEST(SessionsDocs, TheirExamplesCanBeRun) {
  const TemporaryFolder folder;
  simulate({.num_bins = 300, .num_neurons = 40}, folder.path() + "/first.npz");
  simulate({.num_bins = 300, .num_neurons = 60, .session = 1}, folder.path() + "/second.npz");
  const auto registry = open_registry();
  for (const std::string name : {"two_sessions", "two_sessions_supervised", "two_sessions_mixed"}) {
    const std::string file = folder.path() + "/" + name + ".toml";
    write_text(file, read_text(docs + "/examples/" + name + ".toml"));
    const RunConfig config =
        read_run_config(file, {"training.steps=3", "training.batch_size=16"}, *registry);
    const RunFolder run(folder.path() + "/" + name);
    EXPECT_EQ(train(config, run, *registry).steps, 3) << name;
  }
}

}  // namespace
}  // namespace facet
