// Where three updates lead with each optimizer and its options, as PyTorch 2.8 has it (computed in
// Python, in double precision).
#include "plugins/core/optimizers/descent.h"

namespace facet {
namespace {

void expect_after_three(const std::string& name, const Table& options, double p0, double p1) {
  SCOPED_TRACE(name);
  const std::vector<double> p = Descent(name, options).after(3);
  EXPECT_NEAR(p[0], p0, 1e-12);
  EXPECT_NEAR(p[1], p1, 1e-12);
}

TEST(OptimizersLikeLibtorch, Adam) {
  expect_after_three("Adam", {{"lr", 0.1}, {"amsgrad", true}, {"weight_decay", 0.5}},
                     -1.2054510989289051, 1.2458061521720782);
}

TEST(OptimizersLikeLibtorch, AdamW) {
  expect_after_three("AdamW", {{"lr", 0.1}, {"weight_decay", 0.5}}, -1.0783183973795636,
                     1.0392023733587794);
  const Table options{
      {"lr", 0.1}, {"amsgrad", true}, {"betas", Value::List{0.5, 0.6}}, {"eps", 0.01}};
  expect_after_three("AdamW", options, -1.1633834578657827, 1.290768076063448);
}

TEST(OptimizersLikeLibtorch, RMSprop) {
  expect_after_three("RMSprop", {{"lr", 0.1}}, -1.0558682181097934, 1.3529170184296628);
  const Table options{{"lr", 0.05},          {"alpha", 0.8},    {"eps", 0.01},
                      {"weight_decay", 0.5}, {"momentum", 0.3}, {"centered", true}};
  expect_after_three("RMSprop", options, -1.1177907990513896, 1.2837847472302635);
}

TEST(OptimizersLikeLibtorch, Adagrad) {
  expect_after_three("Adagrad", {{"lr", 0.1}}, -1.126265232598699, 1.3463700774921292);
  const Table options{{"lr", 0.1},
                      {"lr_decay", 0.5},
                      {"weight_decay", 0.5},
                      {"initial_accumulator_value", 2.0},
                      {"eps", 0.01}};
  expect_after_three("Adagrad", options, -1.1183649146742243, 1.3615952071636868);
}

TEST(OptimizersLikeLibtorch, LBFGS) {
  expect_after_three("LBFGS", {{"lr", 0.1}, {"max_iter", 3}}, -1.0963071224943721,
                     1.4198941327749355);
  const Table searching{{"max_iter", 4}, {"history_size", 2}, {"line_search_fn", "strong_wolfe"}};
  expect_after_three("LBFGS", searching, 0.6278720125056327, 0.5007383861378174);
  const Table short_of_evaluations{
      {"lr", 0.05}, {"max_iter", 10}, {"max_eval", 2}, {"history_size", 1}};
  expect_after_three("LBFGS", short_of_evaluations, -1.0442728456193797, 1.4709664041982387);
}

}  // namespace
}  // namespace facet
