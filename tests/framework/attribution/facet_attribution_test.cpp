#include "framework/attribution/facet_attribution.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "framework/attribution/attribution_table.h"
#include "framework/figures/figures_json.h"

namespace facet {
namespace {

// Three outputs, three neurons.
const std::vector<NamedTensor> maps = {
    {"jf", at::tensor({1., 2., 3., 9., 1., 1., 3., 1., 3.}, at::kDouble).view({3, 3})}};
const std::vector<FeatureRange> facets = {{0, 3}, {1, 3}};

const GroundTruth& truth() {
  static const GroundTruth of_entries(
      "truth", at::tensor({1, 0, 0, 1, 0, 0, 1, 0, 0}, at::kLong).view({3, 3}), facets, 3, 3);
  return of_entries;
}

TEST(AttributeFacets, RanksNeuronsByTheirMeanOverTheFacet) {
  const Figures figures = attribute_facets(maps, facets);
  const Figures ranking = within(figures, "jf 1:3 ranking");
  std::vector<std::string> neurons;
  std::vector<double> values;
  for (const Figure& figure : ranking) {
    neurons.push_back(to_string(figure.path[3]));
    values.push_back(figure.value);
  }
  EXPECT_THAT(neurons, testing::ElementsAre("0", "2", "1"));
  EXPECT_THAT(values, testing::ElementsAre(6, 2, 1));
  EXPECT_FALSE(find_value(figures, "jf 1:3 auroc").has_value());
}

// Of the connected entries 9 and 3 the first is above 1, 1, 1, 3, the second above three of them.
TEST(AttributeFacets, ComparesAllEntriesWithTheGroundTruth) {
  const Figures figures = attribute_facets(maps, facets, &truth());
  EXPECT_DOUBLE_EQ(find_value(figures, "jf 1:3 auroc").value(), 7.5 / 8);
  EXPECT_DOUBLE_EQ(find_value(figures, "jf 1:3 gaps mean").value(), 6 - 1.5);
  EXPECT_DOUBLE_EQ(find_value(figures, "jf 1:3 gaps connected max").value(), 9);
}

// The means over both outputs are 6, 1 and 2.
TEST(AttributeFacets, ComparesTheNeuronsMeansWithATruthOfNeurons) {
  const GroundTruth of_neurons("truth", at::tensor({1, 0, 0}, at::kLong), facets, 3, 3);
  const Figures figures = attribute_facets(maps, facets, &of_neurons);
  EXPECT_DOUBLE_EQ(find_value(figures, "jf 1:3 auroc").value(), 1);
  EXPECT_DOUBLE_EQ(find_value(figures, "jf 1:3 gaps mean").value(), 6 - 1.5);
  EXPECT_DOUBLE_EQ(find_value(figures, "jf 1:3 gaps minmax").value(), 6 - 2);
}

TEST(AttributionTable, HasScoresAndTheStrongestNeurons) {
  EXPECT_EQ("\n" + attribution_table(attribute_facets(maps, facets, &truth()), 2), R"(
map  facet   auROC  gap (mean)  gap (min-max)
jf   0:3    0.6944      2.5000        -2.0000
jf   1:3    0.9375      4.5000         0.0000

jf  0:3    mean  1:3    mean
1     0  4.3333    0  6.0000
2     2  2.3333    2  2.0000
)");
}

TEST(AttributionTable, WithoutAGroundTruthIsTheRankingAlone) {
  EXPECT_EQ("\n" + attribution_table(attribute_facets(maps, {{0, 3}}), 10), R"(
jf  0:3    mean
1     0  4.3333
2     2  2.3333
3     1  1.3333
)");
}

TEST(AttributionJson, HasWhatIsKnown) {
  const auto json = nlohmann::json::parse(to_json(attribute_facets(maps, facets, &truth())));
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[1]["map"], "jf");
  EXPECT_EQ(json[1]["facet"], nlohmann::json({1, 3}));
  EXPECT_EQ(json[1]["auroc"], 0.9375);
  EXPECT_EQ(json[1]["gaps"]["connected"]["max"], 9);
  EXPECT_EQ(json[1]["ranking"][0]["neuron"], 0);
  EXPECT_FALSE(nlohmann::json::parse(to_json(attribute_facets(maps, facets)))[0].contains("auroc"));
}

}  // namespace
}  // namespace facet
