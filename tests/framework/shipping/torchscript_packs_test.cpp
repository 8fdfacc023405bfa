// Packs whose plugins are TorchScript: known by what pack.toml says, and run by the plugin that
// adapts TorchScript.
#include <ATen/ops/equal.h>
#include <ATen/ops/full.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <caffe2/serialize/inline_container.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "facet/criterion.h"
#include "facet/model.h"
#include "facet/warning.h"
#include "framework/files/files.h"
#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/install_pack.h"
#include "framework/shipping/opened_pack.h"
#include "framework/shipping/pack_maker.h"
#include "torchscript_files.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::said_by;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* deprecated =
    ": is TorchScript, which libtorch has deprecated: a later libtorch may not read it";

class TorchScriptPacks : public testing::Test {
 protected:
  TorchScriptPacks() {
    fs::create_directory(folder());
    fs::permissions(folder(), fs::perms(0755));
    test::write_torchscript_pack(folder(), 3);
  }

  std::string folder() const { return maker.path() + "/scripts"; }
  std::string stored(const std::string& file) const {
    return maker.store() + "/scripts/1.0/" + file;
  }
  void install() const {
    build_pack(folder(), maker.path() + "/scripts.facetpack");
    install_pack(maker.path() + "/scripts.facetpack", {.allow_unsigned = true});
  }
  std::string build_mistake() const {
    return said_by(maker, [&] { build_pack(folder(), maker.path() + "/scripts.facetpack"); });
  }
  /// Why files are refused, in their order.
  std::vector<std::string> refusals() const {
    const auto registry = open_registry();
    std::vector<std::string> texts;
    for (const RefusedPlugin& refused : registry->refused())
      texts.push_back(said_by(maker, [&] { throw Error(refused.path + ": " + refused.reason); }));
    return texts;
  }
  /// An archive that torch could have written, of a version.
  static void write_archive(const std::string& path, const std::string& record, int version) {
    caffe2::serialize::PyTorchStreamWriter archive(path);
    archive.setMinVersion(static_cast<std::uint64_t>(version));
    archive.writeRecord(record, "x", 1);
    archive.writeEndOfFile();
  }

  test::PackMaker maker;
};

TEST_F(TorchScriptPacks, AreKnownByNameBeforeAnyOfTheirFilesIsRead) {
  install();
  const auto registry = open_registry();
  const ComponentInfo& encoder = registry->find("model", "summed");
  EXPECT_EQ(encoder.summary, "a weighted sum of a window (TorchScript: deprecated by libtorch)");
  EXPECT_EQ(encoder.documentation.formula, "what summed.pt says");
  EXPECT_EQ(encoder.documentation.shapes, "B x N x 3 to B x O");
  EXPECT_TRUE(encoder.options.empty());
  const PluginInfo& plugin = registry->plugin_of("model", "summed");
  EXPECT_EQ(plugin.name, "summed");
  EXPECT_EQ(plugin.version, "1.0");
  EXPECT_EQ(plugin.path, stored("summed.pt"));
  EXPECT_EQ(plugin.pack->name, "scripts");
  EXPECT_EQ(registry->find("criterion", "pulled").form, "contrastive");
  EXPECT_EQ(registry->find("criterion", "absolute/absolute").form, "supervised");
  EXPECT_TRUE(registry->loaded_plugins().empty());
}

TEST_F(TorchScriptPacks, RunAsWhatTheyAre) {
  install();
  const auto registry = open_registry();
  const auto model = registry->create<Model>({"summed"}, {3});
  EXPECT_EQ(model->offset(), (Offset{1, 2}));
  EXPECT_EQ(model->num_output(), 2);
  EXPECT_TRUE(at::equal(model->forward(at::ones({1, 3, 3})), at::full({1, 2}, 9.F)));
  EXPECT_EQ(model->named_parameters().keys(), std::vector<std::string>{"weight"});

  const auto pulled = registry->create<ContrastiveCriterion>({"pulled"});
  const at::Tensor reference = at::tensor({1.F, 2.F}).view({1, 2}).set_requires_grad(true);
  const ContrastiveLoss loss = pulled->forward(reference, at::tensor({2.F, 4.F}).view({1, 2}),
                                               at::tensor({1.F, 2.5F, 9.F, 9.F}).view({2, 2}));
  EXPECT_EQ(loss.alignment.item<float>(), 5);        // 1 + 4
  EXPECT_EQ(loss.uniformity.item<float>(), 0.375F);  // (1 - 0.25) / 2
  EXPECT_EQ(loss.total.item<float>(), 10.375F);      // 2 x 5 + 0.375
  loss.total.backward();
  ASSERT_EQ(pulled->state().size(), 1U);
  EXPECT_EQ(pulled->state()[0].name, "weight");
  EXPECT_EQ(pulled->state()[0].tensor.grad().item<float>(), 5);
  EXPECT_TRUE(at::equal(reference.grad(), at::tensor({-4.F, -7.5F}).view({1, 2})));

  const auto absolute = registry->create<SupervisedCriterion>({"absolute"});
  EXPECT_TRUE(absolute->accepts(LabelKind::continuous));
  EXPECT_FALSE(absolute->accepts(LabelKind::discrete));
  EXPECT_EQ(absolute->forward(at::ones({2, 2}), {at::full({2, 2}, -2.F), {}}).item<float>(), 3);
  EXPECT_EQ(said_by(maker,
                    [&] {
                      absolute->forward(at::ones({2, 2}), {at::ones({2, 1}), {}});
                    }),
            "its prediction is 2 x 2, its target 2 x 1");
}

TEST_F(TorchScriptPacks, TheDeprecationIsToldOnceWhenOneIsUsed) {
  install();
  std::vector<std::string> warnings;
  const WarningSink sink([&](const std::string& message) { warnings.push_back(message); });
  const auto registry = open_registry();
  EXPECT_TRUE(warnings.empty());
  registry->create<Model>({"summed"}, {3});
  registry->create<Model>({"summed"}, {3});
  EXPECT_THAT(warnings, ElementsAre(stored("summed.pt") + deprecated));
}

TEST_F(TorchScriptPacks, WhatChangedSinceItWasInstalledIsNeverRead) {
  install();
  test::write_encoder(stored("summed.pt"), 4);
  EXPECT_THAT(refusals(),
              ElementsAre(StartsWith("STORE/scripts/1.0/summed.pt: summed.pt is not what its "
                                     "pack's SHA256SUMS says: its checksum is sha256:")));
}

TEST_F(TorchScriptPacks, WhatChangedAfterTheCheckIsNeverRead) {
  install();
  const auto registry = open_registry();
  std::fstream(stored("summed.pt"), std::ios::in | std::ios::out) << "PX";
  EXPECT_THAT(said_by(maker, [&] { registry->create<Model>({"summed"}, {3}); }),
              EndsWith("STORE/scripts/1.0/summed.pt: cannot be loaded: the file changed after it "
                       "was checked; start the program again"));
}

TEST_F(TorchScriptPacks, FilesThatThisLibtorchCannotReadAreRefused) {
  const std::string file = folder() + "/summed.pt",
                    begin = "DIR/scripts/summed.pt: would not be used: ";
  write_text(file, "no archive");
  EXPECT_THAT(build_mistake(), StartsWith(begin + "this libtorch cannot read it: "));
  write_archive(file, "data.pkl", 3);
  EXPECT_EQ(build_mistake(), begin +
                                 "it is no TorchScript, which torch.jit.save writes, but another "
                                 "archive of torch's");
  test::write_encoder(file, 3);
  std::string bytes = read_text(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_text(file, bytes);
  EXPECT_THAT(build_mistake(), StartsWith(begin + "it is damaged: "));
  write_text(file, bytes.substr(0, bytes.size() / 2));
  EXPECT_THAT(build_mistake(), StartsWith(begin + "this libtorch cannot read it: "));
  write_archive(file, "constants.pkl", 1000);
  EXPECT_THAT(build_mistake(), StartsWith(begin + "this libtorch cannot read it: "));
  EXPECT_THAT(build_mistake(), HasSubstr("version 1000"));
  fs::remove(file);
  EXPECT_EQ(build_mistake(), "DIR/scripts: summed.pt: is missing, though pack.toml names it");
}

TEST_F(TorchScriptPacks, WhatCannotBeRunIsToldWhenItIsUsed) {
  write_archive(folder() + "/summed.pt", "constants.pkl", 3);
  torch::jit::Module two("Two");
  two.define("def forward(self, a, b, c):\n  return (torch.mean(a), torch.mean(b))\n");
  two.save(folder() + "/pulled.pt");
  torch::jit::Module rows("Rows");
  rows.define("def forward(self, prediction, target):\n  return prediction - target\n");
  rows.save(folder() + "/absolute.pt");
  install();
  const auto registry = open_registry();
  const at::Tensor x = at::ones({2, 2});
  EXPECT_THAT(
      said_by(maker, [&] { registry->create<Model>({"summed"}, {3}); }),
      testing::ContainsRegex("/summed.pt: is not a TorchScript file that can be read: [A-Za-z]"));
  EXPECT_EQ(
      said_by(maker, [&] { registry->create<ContrastiveCriterion>({"pulled"})->forward(x, x, x); }),
      "STORE/scripts/1.0/pulled.pt: must give (total, alignment, uniformity), got a Tuple");
  EXPECT_EQ(said_by(maker,
                    [&] {
                      registry->create<SupervisedCriterion>({"absolute"})->forward(x, {x, {}});
                    }),
            "STORE/scripts/1.0/absolute.pt: its loss must be a scalar (without dimensions), got a "
            "tensor of 2 x 2");
}

TEST_F(TorchScriptPacks, ALibraryOfItsNameIsNotUsedInItsPlace) {
  write_text(folder() + "/summed.so", "no library");
  install();
  EXPECT_THAT(refusals(), ElementsAre("STORE/scripts/1.0/summed.so: it is none of the plugins that "
                                      "pack.toml names"));
}

TEST_F(TorchScriptPacks, WithoutThePluginThatAdaptsTorchScriptItIsMissed) {
  install();
  Registry registry;
  find_plugins(registry, {maker.store() + "/scripts/1.0"});
  EXPECT_EQ(said_by(maker, [&] { registry.create<Model>({"summed"}, {3}); }),
            "plugin 'summed' failed to register its components: no plugin was found that adapts "
            "TorchScript; one comes with Facet");
}

TEST_F(TorchScriptPacks, AreVerifiedAndInstalledAgainAsOthersAre) {
  install();
  EXPECT_NO_THROW(verify_pack("scripts"));
  EXPECT_TRUE(
      install_pack(maker.path() + "/scripts.facetpack", {.allow_unsigned = true}).was_there);
  write_text(stored("absolute.pt"), "changed");
  EXPECT_THAT(said_by(maker, [] { verify_pack("scripts"); }),
              StartsWith("STORE/scripts/1.0/absolute.pt: is not what SHA256SUMS says"));
  EXPECT_FALSE(
      install_pack(maker.path() + "/scripts.facetpack", {.allow_unsigned = true}).was_there);
  EXPECT_TRUE(refusals().empty());
}

}  // namespace
}  // namespace facet
