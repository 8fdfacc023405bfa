#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include "facet/error.h"
#include "framework/layout/joined_sessions.h"
#include "framework/layout/separate_sessions.h"
#include "framework/layout/transform_sessions.h"
#include "framework/toy_components.h"
#include "message_of.h"

namespace facet {
namespace {

at::Tensor bin_list(const std::vector<std::int64_t>& list) {
  return at::tensor(list, at::kLong);
}

/// One output: `factor` times the sum of the channels over a window of 1 + context bins.
std::shared_ptr<Model> summing(std::int64_t num_neurons, float factor, std::int64_t context = 0) {
  auto model = std::make_shared<toy::SumModel>(toy::SumModel::Options{1, context},
                                               Model::Arguments{num_neurons});
  model->weight.set_data(at::full({1, num_neurons}, factor));
  return model;
}

/// Session 0 has bins 0 to 9 and one channel t, session 1 bins 10 to 14 and two channels of 100 +
/// t.
std::vector<at::Tensor> two_signals() {
  const at::Tensor t = at::arange(10, at::kFloat).view({10, 1});
  return {t, (t.narrow(0, 0, 5) + 100).repeat({1, 2})};
}

std::vector<at::Tensor> encode(const SessionLayout& layout, const Encoders& encoders,
                               const std::vector<at::Tensor>& lists) {
  SingleRank alone;
  return layout.encode(encoders, two_signals(), lists, alone);
}

TEST(SeparateSessions, EncodesEveryBinByTheEncoderOfItsSession) {
  const Encoders encoders({summing(1, 1), summing(2, 10)}, {{0, 1}}, false);
  const auto lists = encode(SeparateSessions(), encoders,
                            {bin_list({12, 3, 3}), bin_list({0, 14}), bin_list({9, 10})});
  ASSERT_EQ(lists.size(), 3U);
  EXPECT_TRUE(lists[0].flatten().equal(at::tensor({2040.0F, 3.0F, 3.0F})));
  EXPECT_TRUE(lists[1].flatten().equal(at::tensor({0.0F, 2080.0F})));
  EXPECT_TRUE(lists[2].flatten().equal(at::tensor({9.0F, 2000.0F})));
}

TEST(SeparateSessions, WindowsDoNotCrossIntoTheOtherSession) {
  const Encoders encoders({summing(1, 1, 1), summing(2, 1, 1)}, {{0, 1}}, false);
  // Bin 10, the first of session 1, is moved inwards to bins 10 and 11: 2 (100 + 101).
  const auto lists = encode(SeparateSessions(), encoders, {bin_list({10, 9})});
  EXPECT_TRUE(lists[0].flatten().equal(at::tensor({402.0F, 17.0F})));
}

TEST(SeparateSessions, GradientsReachEachEncoder) {
  const auto first = summing(1, 1), second = summing(2, 1);
  const Encoders encoders({first, second}, {{0, 1}}, false);
  encode(SeparateSessions(), encoders, {bin_list({13, 2}), bin_list({2})})[0].sum().backward();
  EXPECT_TRUE(first->parameters()[0].grad().flatten().equal(at::tensor({2.0F})));
  EXPECT_TRUE(second->parameters()[0].grad().flatten().equal(at::tensor({103.0F, 103.0F})));
}

TEST(JoinedSessions, OneEncoderSeesTheNeuronsOfAllSideBySide) {
  const auto model =
      std::make_shared<toy::SumModel>(toy::SumModel::Options{1, 0}, Model::Arguments{3});
  model->weight.set_data(at::tensor({1.0F, 1000.0F, 0.0F}).view({1, 3}));
  const Encoders encoders({model}, {{0, 1}}, false);
  const auto lists =
      encode(JoinedSessions("x"), encoders,
             {bin_list({3, 11, 4, 10}).view({2, 2}), bin_list({3, 11}).view({1, 2})});
  EXPECT_TRUE(lists[0].flatten().equal(at::tensor({101003.0F, 100004.0F})));
  EXPECT_TRUE(lists[1].flatten().equal(at::tensor({101003.0F})));
}

TEST(Encoders, HaveTheSameShapeOfOutput) {
  EXPECT_EQ(message_of([] {
              Encoders({summing(1, 1), summing(1, 1, 2)}, {{0, 1}}, false);
            }),
            "the encoders of the sessions must have the same offset and number of outputs");
  EXPECT_EQ(message_of([] { Encoders({}, {{0, 1}}, false); }), "there is no encoder");
  const Encoders encoders({summing(1, 1), summing(2, 1)}, {{0, 1}}, false);
  encoders.train(false);
  EXPECT_FALSE(encoders.of(1).is_training());
  encoders.train();
  EXPECT_TRUE(encoders.of(1).is_training());
}

TEST(TransformSessions, EmbedsEachSessionByItsEncoder) {
  std::vector<Recording> recordings(2);
  for (std::size_t s = 0; s < 2; ++s) {
    recordings[s].signals = two_signals()[s];
    recordings[s].labels = Labels(recordings[s].num_bins(), {});
    recordings[s].segments = {{0, recordings[s].num_bins()}};
  }
  const Sessions sessions(recordings);
  SingleRank alone;
  const at::Tensor embedding = transform_sessions(
      SeparateSessions(), Encoders({summing(1, 1), summing(2, 10)}, {{0, 1}}, false), sessions, {},
      alone);
  EXPECT_EQ(embedding.size(0), 15);
  EXPECT_EQ(embedding[9].item<float>(), 9);
  EXPECT_EQ(embedding[11].item<float>(), 2020);
  EXPECT_EQ(message_of([&] {
              transform_sessions(SeparateSessions(), Encoders({summing(3, 1)}, {{0, 1}}, false),
                                 sessions, {}, alone);
            }),
            "there are 2 sessions, but 1 encoders");
}

}  // namespace
}  // namespace facet
