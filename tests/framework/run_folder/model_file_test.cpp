#include "framework/run_folder/model_file.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "facet/criterion.h"
#include "facet/npz.h"
#include "framework/run_folder/run_arrays.h"
#include "framework/toy_components.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

/// A criterion with one learned scalar.
struct Learned : Stateful {
  std::vector<NamedTensor> state() const override { return {{"scale", scale}}; }
  at::Tensor scale = at::zeros({}).requires_grad_();
};

toy::SumModel model_with(float weight) {
  toy::SumModel model({2, 0}, {3});
  model.weight.set_data(at::full({2, 3}, weight));
  return model;
}

TEST(ModelFile, GivesModelAndCriterionBack) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/model.npz";
  Learned criterion;
  criterion.scale.set_data(at::full({}, 0.25F));
  save_model(path, model_state(model_with(7)), criterion, {3});

  EXPECT_THAT(saved_num_neurons(path), testing::ElementsAre(3));
  toy::SumModel model = model_with(0);
  Learned restored;
  load_model(path, model_state(model), &restored);
  EXPECT_TRUE(model.weight.equal(at::full({2, 3}, 7.0F)));
  EXPECT_EQ(restored.scale.item<float>(), 0.25F);
  EXPECT_TRUE(model.weight.requires_grad());
}

TEST(ModelFile, IsAnNpzWithTheStateUnderItsKeys) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/model.npz";
  save_model(path, model_state(model_with(7)), Learned(), {3});
  std::vector<std::string> names;
  for (const NamedTensor& array : read_npz(path)) names.push_back(array.name);
  EXPECT_THAT(names,
              testing::ElementsAre("format", "state.weight", "criterion.scale", "num_neurons"));
}

TEST(ModelFile, NumbersTheModelsOfSeveralSessions) {
  const auto two = [](float first, float second) {
    return std::vector<std::shared_ptr<Model>>{std::make_shared<toy::SumModel>(model_with(first)),
                                               std::make_shared<toy::SumModel>(model_with(second))};
  };
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/model.npz";
  save_model(path, model_state(two(7, 8)), Learned(), {3, 3});
  std::vector<std::string> names;
  for (const NamedTensor& array : read_npz(path)) names.push_back(array.name);
  EXPECT_THAT(names, testing::ElementsAre("format", "state.0.weight", "state.1.weight",
                                          "criterion.scale", "num_neurons"));
  EXPECT_THAT(saved_num_neurons(path), testing::ElementsAre(3, 3));
  const auto loaded = two(0, 0);
  load_model(path, model_state(loaded));
  EXPECT_EQ(loaded[1]->parameters()[0][0][0].item<float>(), 8);
}

TEST(ModelFile, ListsEverythingThatDoesNotFit) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/model.npz";
  write_run_arrays(path, {{"state.weight", at::zeros({2, 4})}, {"state.bias", at::zeros({2})}});
  toy::SumModel model = model_with(7);
  Learned criterion;
  EXPECT_EQ(message_of([&] { load_model(path, model_state(model), &criterion); }),
            path +
                ": does not fit the model of the run's config:\n"
                "  state.weight has shape [2, 4], the model's is [2, 3]\n"
                "  criterion.scale is missing\n"
                "  state.bias is not known to the model");
  EXPECT_EQ(message_of([&] { saved_num_neurons(path); }),
            path + ": has no array num_neurons: it was not written by Facet");
}

}  // namespace
}  // namespace facet
