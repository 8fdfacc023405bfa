// What of a run.json is compared when a run is resumed.
#include "framework/run_folder/circumstances.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "framework/config/toy_config.h"
#include "framework/files/files.h"

namespace facet::toy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

/// A run.json as it would be written now, to be changed.
class Circumstances : public testing::Test {
 protected:
  Circumstances() {
    registry_.announce({"mine", "1.0", "/plugins/mine.so", "sha256:22", {}}, {});
    now_.device = "cpu";
    now_.data = {{"first.npz", {"sha256:a", "sha256:sa"}, {}},
                 {"second.npz", {"sha256:b", "sha256:sb"}, {}}};
    now_.changes = {"an earlier change"};
    before = nlohmann::json::parse(run_record_json(now_, config_, registry_));
  }

  ChangedCircumstances changed() {
    write_text(folder_.record(), before.dump());
    return changed_circumstances(folder_, now_, config_, registry_);
  }
  std::string failure(const std::string& text) {
    write_text(folder_.record(), text);
    return message_of([&] { changed_circumstances(folder_, now_, config_, registry_); });
  }
  std::string path() const { return folder_.record(); }

  nlohmann::json before;

 private:
  const TemporaryFolder place_;
  const ConfigFile file_{short_config};
  Registry registry_ = config_registry();
  const RunConfig config_ = file_.read();
  const RunFolder folder_{place_.path()};
  RunRecord now_;
};

TEST_F(Circumstances, AreTheSameWhereNothingChanged) {
  const ChangedCircumstances none = changed();
  EXPECT_THAT(none.training, IsEmpty());
  EXPECT_THAT(none.rounding, IsEmpty());
  EXPECT_THAT(none.earlier, ElementsAre("an earlier change"));
}

TEST_F(Circumstances, ThatMakeAnotherTrainingAreVersionsPluginsAndData) {
  const std::string libtorch = before["libtorch"], facet = before["facet"];
  before["facet"] = "0.0.1";
  before["libtorch"] = "1.0";
  before["plugins"][0]["checksum"] = "sha256:11";
  before["data"][1]["checksum"] = "sha256:c";
  EXPECT_THAT(
      changed().training,
      ElementsAre("facet was 0.0.1, is now " + facet, "libtorch was 1.0, is now " + libtorch,
                  "plugin toy was sha256:11, is now part of the program",
                  "data of second.npz was sha256:c, is now sha256:b"));
}

TEST_F(Circumstances, ThatRoundOtherwiseAreTheLibrariesAndTheMachine) {
  const std::string blas = before["blas"], compiler = before["compiler"];
  const std::string threads = before["threads"].dump();
  before["compiler"] = "cc";
  before["blas"] = "/lib/blas.so";
  const std::string processor = before["processor"], kernels = before["kernels"];
  before["processor"] = "abacus";
  before["kernels"] = "slow";
  before["device"] = "cuda:0";
  before["threads"] = 99;
  EXPECT_THAT(
      changed().rounding,
      ElementsAre("compiler was cc, is now " + compiler, "blas was /lib/blas.so, is now " + blas,
                  "processor was abacus, is now " + processor,
                  "kernels was slow, is now " + kernels, "device was cuda:0, is now cpu",
                  "threads was 99, is now " + threads));
  EXPECT_THAT(changed().training, IsEmpty());
}

TEST_F(Circumstances, AreNotWhatARecordingIsCalledNorAPluginThatIsNotUsed) {
  before["data"][0]["name"] = "renamed.npz";
  before["plugins"].push_back({{"name", "mine"}, {"checksum", "sha256:11"}});
  EXPECT_THAT(changed().training, IsEmpty());
}

TEST_F(Circumstances, AreNotKnownWithoutThePluginOrTheData) {
  before["plugins"].clear();
  before["data"].clear();
  EXPECT_THAT(changed().training,
              ElementsAre("plugin toy was not there, is now part of the program",
                          "data of first.npz was not there, is now sha256:a",
                          "data of second.npz was not there, is now sha256:b"));
}

TEST_F(Circumstances, AreRefusedWhereTheyCannotBeRead) {
  EXPECT_THAT(failure("{"), StartsWith(path() + ": is damaged: "));
  EXPECT_THAT(failure("[1]"), StartsWith(path() + ": is damaged: "));
  EXPECT_THAT(failure(R"({"format": 1})"), StartsWith(path() + ": is damaged: "));
  EXPECT_EQ(failure("{}"), path() + ": has no number `format`: it was not written by Facet");
  EXPECT_THAT(failure(R"({"format": 2})"), StartsWith(path() + ": format is 2, which is newer"));
}

}  // namespace
}  // namespace facet::toy
