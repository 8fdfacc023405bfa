#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
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

/// How far each position is from the line through those of `bins`, by least squares in double.
at::Tensor distances_from_line(const at::Tensor& positions, const std::vector<std::int64_t>& bins) {
  const at::Tensor all = positions.to(at::kDouble);
  const at::Tensor mean = all.index_select(0, at::tensor(bins, at::kLong)).mean(0);
  const at::Tensor off = all - mean;
  const at::Tensor used = off.index_select(0, at::tensor(bins, at::kLong));
  const at::Tensor slope =
      (used.select(1, 0) * used.select(1, 1)).sum() / used.select(1, 0).square().sum();
  return (off.select(1, 1) - slope * off.select(1, 0)).abs() / (1 + slope.square()).sqrt();
}

TEST(Readme, ItsExampleLeavesOutTheTrialsBesideTheTrack) {
  const auto registry = open_registry();
  const Assembly run = assemble(
      read_run_config(root + "/docs/examples/linear_track.toml", {}, *registry), *registry);
  const RunData& data = run.data;
  std::vector<std::int64_t> used = Bins(data.training).all();
  for (const std::int64_t bin : Bins(data.held_out).all()) used.push_back(bin);

  const at::Tensor distances =
      distances_from_line(data.sessions->labels().find("position").values, used);
  EXPECT_LT(distances.index_select(0, at::tensor(used, at::kLong)).max().item<double>(), 0.2);
  EXPECT_GT(distances.narrow(0, 0, 43).max().item<double>(), 0.5);     // trial 0
  EXPECT_GT(distances.narrow(0, 4083, 42).max().item<double>(), 0.5);  // trial 70
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
