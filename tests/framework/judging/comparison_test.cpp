#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "facet/warning.h"
#include "framework/figures/figures_json.h"
#include "framework/files/files.h"
#include "framework/judging/compare.h"
#include "framework/run_folder/embedding_file.h"
#include "framework/run_folder/run_arrays.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

/// Folders of runs that hold what a comparison needs.
class Comparison : public testing::Test {
 protected:
  void add(const std::string& name, const at::Tensor& embedding, const at::Tensor& angle,
           const std::string& signals = "sha256:5e") {
    folders.emplace_back(folder_.path() + "/" + name);
    folders.back().create();
    write_text(folders.back().config(), "");
    write_text(folders.back().record(),
               R"({"format": 1, "data": [{"signals": ")" + signals + R"("}]})");
    write_run_arrays(folders.back().model(), {{"state.weight", at::ones({2})}});
    save_embedding(folders.back().embedding(),
                   {embedding.to(at::kFloat),
                    Labels(angle.size(0), {{"angle", LabelKind::continuous, angle.unsqueeze(1)}}),
                    {},
                    folders.back().model_checksum()});
    RunConfig config;
    config.objective.push_back({{0, 2}, {"InfoNCE"}, {}, {}});
    configs.push_back(config);
  }

  double between(const Figures& figures, const std::string& measure, std::size_t from,
                 std::size_t to) {
    return find_value(figures, "facets 0:2 " + measure + " " + folders[from].path() + " " +
                                   folders[to].path())
        .value();
  }

  std::vector<RunFolder> folders;
  std::vector<RunConfig> configs;

 private:
  TemporaryFolder folder_;
};

at::Tensor circle(const at::Tensor& angle) {
  return at::stack({angle.cos(), angle.sin()}, 1);
}

const at::Tensor angles = at::arange(300, at::kDouble) / 50;
const at::Tensor turned = at::tensor({0., 1., -1., 0.}, at::kDouble).view({2, 2});

TEST_F(Comparison, OfARotatedRunIsOne) {
  add("a", circle(angles), angles);
  add("b", at::mm(circle(angles), turned) + 3, angles);
  const Figures figures = compare_runs(folders, configs);
  EXPECT_EQ(figures.size(), 10U) << "two matrices and their means, of one facet";
  for (const Figure& figure : figures) EXPECT_NEAR(figure.value, 1, 1e-6) << to_string(figure.path);
}

TEST_F(Comparison, ALinearMapMayStretchARotationMayNot) {
  add("a", circle(angles), angles);
  add("b", circle(angles) * at::tensor({1., 3.}, at::kDouble), angles);
  const Figures figures = compare_runs(folders, configs);
  EXPECT_NEAR(between(figures, "consistency", 0, 1), 1, 1e-6);
  EXPECT_LT(between(figures, "procrustes", 0, 1), 0.7);
}

TEST_F(Comparison, ByALabelTakesRunsOfDifferentLengths) {
  add("a", circle(angles), angles);
  const at::Tensor fewer = at::arange(200, at::kDouble) / 34;
  add("b", at::mm(circle(fewer), turned), fewer);
  EXPECT_EQ(message_of([&] { compare_runs(folders, configs); }),
            "embeddings with 300 and 200 rows have no rows in common: compare them where a label "
            "is alike (--label "
            "NAME)");
  ComparisonOptions by_label;
  by_label.label = "angle";
  by_label.num_bins = 30;
  const Figures figures = compare_runs(folders, configs, by_label);
  EXPECT_GT(between(figures, "consistency", 0, 1), 0.99);
  EXPECT_GT(between(figures, "procrustes", 1, 0), 0.99);
}

/// What is told beside the figures.
std::string warning_of(const std::function<void()>& action) {
  std::string told;
  const WarningSink sink([&](const std::string& warning) { told += warning + "\n"; });
  action();
  return told;
}

TEST_F(Comparison, BinByBinOfOtherRecordingsIsToldWithWhatToDo) {
  add("a", circle(angles), angles, "sha256:5e");
  add("b", circle(angles), angles, "sha256:5e");
  EXPECT_EQ(warning_of([&] { compare_runs(folders, configs); }), "");
  add("c", circle(angles), angles, "sha256:0f");
  EXPECT_EQ(warning_of([&] { compare_runs(folders, configs); }),
            folders[0].path() + " and " + folders[2].path() +
                " were trained on other signals, and are compared bin by bin, which means "
                "something only where their bins are of the same moments; otherwise compare them "
                "where a label is alike: --label NAME\n");
  EXPECT_EQ(warning_of([&] { compare_runs(folders, configs, {"angle", 30}); }), "");
}

TEST_F(Comparison, IsByTheColumnOfALabel) {
  add("a", circle(angles), angles);
  add("b", at::mm(circle(angles), turned), angles);
  for (const RunFolder& folder : folders) {
    LabelledEmbedding file = load_embedding(folder.embedding());
    const at::Tensor both = at::stack({at::zeros({300}, at::kDouble), angles}, 1);
    file.labels = Labels(300, {{"plane", LabelKind::continuous, both}});
    save_embedding(folder.embedding(), file);
  }
  const Figures figures = compare_runs(folders, configs, {"plane[1]", 30});
  EXPECT_GT(between(figures, "procrustes", 0, 1), 0.99);
  EXPECT_EQ(message_of([&] {
              compare_runs(folders, configs, {"plane", 30});
            }),
            folders[0].embedding() +
                ": label 'plane' has 2 columns, runs are compared by one: 'plane[0]' is the first");
}

class SessionComparison : public Comparison {
 protected:
  /// One run of two sessions.
  void add_sessions(const at::Tensor& first, const at::Tensor& second) {
    const at::Tensor all = at::cat({first, second});
    add("run", circle(all), all);
    LabelledEmbedding file = load_embedding(folders[0].embedding());
    file.embedding.narrow(0, first.size(0), second.size(0)).mul_(2).add_(1);
    file.session = at::cat({at::zeros_like(first), at::ones_like(second)}).to(at::kLong);
    save_embedding(folders[0].embedding(), file);
    configs[0].data.session.resize(2);
    configs[0].data.session[0].name = "first";
    configs[0].data.session[1].name = "second";
  }
};

TEST_F(SessionComparison, IsOfTheirRowsBinByBin) {
  add_sessions(angles, angles);
  Figures figures;
  EXPECT_EQ(warning_of([&] {
              figures = compare_sessions(folders[0], configs[0]);
            }).find("the sessions of " + folders[0].path() + " are compared bin by bin"),
            0U);
  EXPECT_NEAR(find_value(figures, "facets 0:2 consistency second first").value(), 1, 1e-6);
  EXPECT_LT(find_value(figures, "facets 0:2 procrustes first second").value(), 0.8)
      << "of half the size";
}

TEST_F(SessionComparison, OfOtherBinsIsByALabel) {
  add_sessions(angles, at::arange(200, at::kDouble) / 34);
  EXPECT_EQ(message_of([&] { compare_sessions(folders[0], configs[0]); }),
            "embeddings with 300 and 200 rows have no rows in common: compare them where a label "
            "is alike (--label "
            "NAME)");
  const Figures figures = compare_sessions(folders[0], configs[0], {"angle", 30});
  EXPECT_EQ(within(figures, "facets 0:2 consistency").size(), 4U);
  EXPECT_EQ(message_of([&] {
              compare_sessions(folders[0], configs[0], {"phase", 30});
            }),
            folders[0].embedding() + ": there is no label 'phase'; the recording has 'angle'");
}

class TextComparison : public SessionComparison {
 protected:
  /// Two sessions of three bins each; the second's last bin is left out.
  void add_sides(const std::vector<std::string>& sides) {
    const at::Tensor three = angles.slice(0, 0, 150, 50);
    add_sessions(three, three);
    LabelledEmbedding file = load_embedding(folders[0].embedding());
    file.embedding[5].fill_(std::numeric_limits<float>::quiet_NaN());
    configs[0].data.session[1].epochs.ranges = {{0, 2}};
    const TextValues text = TextValues::of(sides);
    file.labels =
        Labels(6, {{"side", LabelKind::discrete, text.codes, text.classes, text.codes.lt(0)}});
    save_embedding(folders[0].embedding(), file);
  }
};

TEST_F(TextComparison, CallsAClassByItsText) {
  add_sides({"left", "right", "up", "left", "right", "up"});
  EXPECT_EQ(message_of([&] {
              compare_sessions(folders[0], configs[0], {"side", 30});
            }),
            "class 'up' of the label has no bin with a full window");
}

TEST_F(TextComparison, WhatIsMissingIsNoClass) {
  add_sides({"left", "right", "", "left", "right", ""});
  const Figures figures = compare_sessions(folders[0], configs[0], {"side", 30});
  EXPECT_EQ(within(figures, "facets 0:2 consistency").size(), 4U);
}

TEST_F(SessionComparison, NeedsSeveral) {
  add("run", circle(angles), angles);
  EXPECT_EQ(message_of([&] { compare_sessions(folders[0], configs[0]); }),
            folders[0].path() +
                ": has one recording; two or more runs are compared, or the sessions of one");
}

TEST_F(Comparison, OfARunWithItselfIsRefused) {
  add("a", circle(angles), angles);
  EXPECT_EQ(message_of([&] {
              compare_runs({folders[0], folders[0]}, {configs[0], configs[0]});
            }),
            folders[0].path() + ": is named twice");
}

TEST_F(Comparison, NeedsFacetsInCommon) {
  add("a", circle(angles), angles);
  add("b", circle(angles), angles);
  save_embedding(folders[1].embedding(),
                 {at::ones({300, 3}), Labels(300, {}), {}, folders[1].model_checksum()});
  configs[1].objective[0].slice = {0, 3};
  EXPECT_EQ(message_of([&] { compare_runs(folders, configs); }),
            "the runs have no facet in common");
}

TEST_F(Comparison, TheEnsembleIsTheMeanOfTheRotatedRuns) {
  add("a", circle(angles), angles);
  add("b", at::mm(circle(angles), turned), angles);
  const std::string path = folders[0].path() + "/ensemble.npz";
  save_ensemble(path, folders);
  const LabelledEmbedding joint = load_embedding(path);
  EXPECT_TRUE(at::allclose(joint.embedding.to(at::kDouble), circle(angles), 0, 1e-3));
  EXPECT_TRUE(joint.labels.contains("angle"));
}

Figures matrix(const std::string& measure, const std::vector<double>& values, double mean) {
  Figures figures = {{{PathStep(measure), {"from", "a"}, {"to", "a"}}, values[0]},
                     {{PathStep(measure), {"from", "a"}, {"to", "b"}}, values[1]},
                     {{PathStep(measure), {"from", "b"}, {"to", "a"}}, values[2]},
                     {{PathStep(measure), {"from", "b"}, {"to", "b"}}, values[3]},
                     {{PathStep(measure + "_mean")}, mean}};
  return under({"facets", {"facet", FeatureRange{0, 2}}}, figures);
}

TEST(ComparisonText, HasAMatrixForEachFacet) {
  Figures figures = matrix("consistency", {1, 0.5, 0.25, 1}, 0.375);
  append(figures, matrix("procrustes", {1, 0, 0, 1}, 0));
  EXPECT_EQ("\n" + comparison_table(figures), R"(
0:2 consistency (R2), mean 0.3750
from \ to       a       b
a          1.0000  0.5000
b          0.2500  1.0000

0:2 after rotation (R2), mean 0.0000
from \ to       a       b
a          1.0000  0.0000
b          0.0000  1.0000
)");
  const auto json = nlohmann::json::parse(to_json(figures));
  EXPECT_EQ(json["facets"][0]["facet"], nlohmann::json({0, 2}));
  EXPECT_EQ(json["facets"][0]["consistency"], nlohmann::json({{1, 0.5}, {0.25, 1}}));
  EXPECT_EQ(json["facets"][0]["consistency_mean"], 0.375);
}

TEST_F(Comparison, HasTheMeanOfDifferentRuns) {
  add("a", circle(angles), angles);
  add("b", circle(angles) * at::tensor({1., 3.}, at::kDouble), angles);
  const Figures figures = compare_runs(folders, configs);
  EXPECT_DOUBLE_EQ(
      find_value(figures, "facets 0:2 procrustes_mean").value(),
      (between(figures, "procrustes", 0, 1) + between(figures, "procrustes", 1, 0)) / 2);
}

TEST_F(Comparison, NeedsTwoRunsAndTheConfigOfEach) {
  add("a", circle(angles), angles);
  EXPECT_EQ(message_of([&] { compare_runs({}, {}); }),
            "two or more runs are needed, but there are 0");
  EXPECT_EQ(message_of([&] { compare_runs(folders, configs); }),
            "two or more runs are needed, but there are 1");
  EXPECT_EQ(message_of([&] { save_ensemble(folders[0].path() + "/ensemble.npz", {}); }),
            "two or more runs are needed, but there are 0");
  add("b", circle(angles), angles);
  EXPECT_EQ(message_of([&] { compare_runs(folders, {}); }),
            "there are 2 runs, but 0 configs: give that of each run");
}

}  // namespace
}  // namespace facet
