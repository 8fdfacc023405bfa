#include "framework/sweeping/best_trial.h"

#include <gmock/gmock.h>

#include <cmath>

#include "message_of.h"

namespace facet {
namespace {

constexpr const char* loss = "objectives 0:2 InfoNCE objective 0 value";
constexpr const char* r2 = "decoding 0:2 position knn r2";

/// Trials with the losses 2, 1, 3, 1 and as many R2.
SweepTable some_table() {
  SweepTable table;
  for (const double value : {2.0, 1.0, 3.0, 1.0}) {
    TrialRow row;
    row.num_runs = row.num_complete = 1;
    row.figures = {{{loss}, "", {value}}, {{r2}, "", {value}}};
    table.rows.push_back(row);
  }
  return table;
}

TEST(BestTrial, HasTheLowestLossOrTheHighestScore) {
  EXPECT_EQ(best_trial(some_table(), loss), 1U);
  EXPECT_EQ(best_trial(some_table(), r2), 2U);
}

TEST(BestTrial, IsWholeAndHasAFiniteFigure) {
  SweepTable table = some_table();
  table.rows[1].num_complete = 0;
  EXPECT_EQ(best_trial(table, loss), 3U);
  table.rows[3].figures[0].values = {std::nan("")};
  EXPECT_EQ(best_trial(table, loss), 0U);
  table.rows = {table.rows[3]};
  EXPECT_EQ(best_trial(table, loss), std::nullopt);
}

TEST(BestTrial, IsChosenByAFigureOfValidation) {
  DataConfig data;
  data.validation = 0.2;
  const auto refusal = [&](const char* figure) {
    return message_of([&] { require_choosable(figure, data); });
  };
  EXPECT_EQ(refusal(loss), "");
  EXPECT_EQ(refusal("decoding 0:2 side logistic accuracy"), "");
  for (const char* figure : {"total", "r2", "baselines PCA 0:2 position knn r2",
                             "decoding 0:2 position knn-validated chosen"})
    EXPECT_EQ(refusal(figure),
              std::string("--best '") + figure +
                  "' is no figure of validation: it must be one that facet evaluate gives, such as "
                  "'decoding 0:4 position knn r2' or 'objectives 0:4 InfoNCE objective 0 value'");
  data.validation.reset();
  EXPECT_EQ(refusal(loss), "--best needs bins that are held out: set data.validation");
}

}  // namespace
}  // namespace facet
