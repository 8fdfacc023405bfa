// The loop of docs/live.md, run by Python as it stands there.
#include <ATen/Functions.h>

#include <sstream>

#include "apps/stream_command.h"
#include "framework/run_folder/embedding_file.h"

namespace facet {
namespace {

/// From its first line to where the text goes on, without the indent.
std::string loop_of_the_page() {
  const std::string page = read_text(FACET_SOURCE_FOLDER "/docs/live.md");
  std::istringstream lines(page.substr(page.find("    import struct\n")));
  std::string loop;
  for (std::string line; std::getline(lines, line) && (line.empty() || line.starts_with("    "));)
    loop += (line.empty() ? line : line.substr(4)) + "\n";
  return loop;
}

TEST_F(StreamCommand, IsUsedByTheLoopOfThePage) {
  train();
  ASSERT_EQ(facet({"embed", "run", "recording.npz", "--out", "whole.npz"}).exit_code, 0);
  const at::Tensor whole = load_embedding(folder() + "/whole.npz").embedding;
  write_text(folder() + "/bins.csv", lines_of(array("recording.npz", "neural"), ","));
  write_text(folder() + "/loop.py", R"(
def bins():
    for line in open("bins.csv"):
        yield map(float, line.split(","))

def react(row):
    print(",".join(map(str, row)))

)" + loop_of_the_page());
  const ProgramResult looped = run_program(
      {"/bin/sh", "-c",
       "mv run my_run && PATH=$(dirname '" FACET_PROGRAM "'):$PATH " PYTHON3 " loop.py"},
      folder());
  EXPECT_EQ(looped.exit_code, 0) << looped.errors;
  const at::Tensor rows = table_of(looped.output, 4);
  ASSERT_EQ(rows.size(0), 400 - 9) << "each bin with a window of its own has reacted";
  EXPECT_TRUE(at::allclose(rows, whole.narrow(0, 5, 391), 1e-6, 1e-6));
}

}  // namespace
}  // namespace facet
