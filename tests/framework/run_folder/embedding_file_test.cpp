#include "framework/run_folder/embedding_file.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "framework/run_folder/run_arrays.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

TEST(EmbeddingFile, KeepsTheLabelsBesideTheEmbedding) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/embedding.npz";
  const at::Tensor position = at::tensor({0.1, 0.2, 0.3}).view({3, 1});
  const at::Tensor trial = at::tensor({4, 4, 5}, at::kLong);
  save_embedding(path, {at::ones({3, 2}), Labels(3, {{"position", LabelKind::continuous, position},
                                                     {"trial", LabelKind::discrete, trial}})});
  const LabelledEmbedding file = load_embedding(path);
  EXPECT_TRUE(file.embedding.equal(at::ones({3, 2})));
  EXPECT_TRUE(file.labels.continuous("position").equal(position));
  EXPECT_TRUE(file.labels.discrete("trial").equal(trial));
}

TEST(EmbeddingFile, KeepsTextsAndWhatIsMissing) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/embedding.npz";
  const at::Tensor missing = at::tensor({0, 1, 0}).to(at::kBool);
  const Label side{
      "side", LabelKind::discrete, at::tensor({1, -1, 0}, at::kLong), {"left", "ö"}, missing};
  const Label trial{"trial", LabelKind::discrete, at::tensor({4, -1, 5}, at::kLong), {}, missing};
  save_embedding(path, {at::ones({3, 2}), Labels(3, {side, trial})});
  const Labels labels = load_embedding(path).labels;
  ASSERT_EQ(labels.all().size(), 2);
  for (const Label& label : {side, trial}) {
    const Label& loaded = labels.find(label.name);
    EXPECT_TRUE(loaded.values.equal(label.values));
    EXPECT_EQ(loaded.classes, label.classes);
    EXPECT_TRUE(loaded.missing.equal(missing));
  }
}

TEST(EmbeddingFile, GivesALabelAnotherNameThatHasTheOneOfItsFormat) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/embedding.npz";
  const at::Tensor values = at::tensor({4, 4, 5}, at::kLong);
  save_embedding(path, {at::ones({3, 2}), Labels(3, {{"format", LabelKind::discrete, values}})});
  EXPECT_TRUE(load_embedding(path).labels.discrete("format_label").equal(values));
}

TEST(EmbeddingFile, SaysWhatIsMissing) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/embedding.npz";
  write_run_arrays(path, {{"other", at::ones({3})}});
  EXPECT_EQ(message_of([&] { load_embedding(path); }),
            path + ": has no array `embedding` with one row per bin");
}

}  // namespace
}  // namespace facet
