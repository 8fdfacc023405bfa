#include "framework/figures/figures_json.h"

#include <gtest/gtest.h>

#include <limits>

#include "framework/figures/some_figures.h"

namespace facet {
namespace {

TEST(FiguresJson, IsLaidOutByThePaths) {
  EXPECT_EQ("\n" + to_json(some_figures(), {{"held_out", true}}), R"(
{
  "held_out": true,
  "total": {
    "loss": 1.5
  },
  "decoding": [
    {
      "facet": [
        0,
        4
      ],
      "label": "position",
      "r2": 0.5,
      "chosen": 9.0
    },
    {
      "facet": [
        4,
        8
      ],
      "label": "trial",
      "accuracy": 0.25
    }
  ],
  "others": {
    "PCA": [
      {
        "facet": [
          0,
          4
        ],
        "label": "position",
        "r2": -1.0
      }
    ]
  },
  "agreement": [
    [
      1.0,
      0.75
    ],
    [
      0.125,
      1.0
    ]
  ],
  "agreement_mean": 0.4375
}
)");
}

TEST(FiguresJson, IsAListWherePathsBeginWithWhatTheyAreOf) {
  EXPECT_EQ("\n" + to_json({{{{"neuron", 3}, "value"}, 0.5}, {{{"neuron", 1}, "value"}, 0.25}}), R"(
[
  {
    "neuron": 3,
    "value": 0.5
  },
  {
    "neuron": 1,
    "value": 0.25
  }
]
)");
}

TEST(FiguresJson, HasNullForWhatIsNotFinite) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(to_json({{{"loss"}, infinity}}), "{\n  \"loss\": null\n}\n");
}

TEST(FiguresJson, OfNothingIsItsHead) {
  EXPECT_EQ(to_json({}, {{"runs", Value::List{"a"}}}), "{\n  \"runs\": [\n    \"a\"\n  ]\n}\n");
}

}  // namespace
}  // namespace facet
