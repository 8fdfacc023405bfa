// What a user does with several sessions, whose neurons differ.
#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "apps/run_commands.h"
#include "framework/run_folder/embedding_file.h"
#include "integration/two_sessions.h"

namespace facet {
namespace {

using testing::HasSubstr;

/// A run of `first.npz` and `second.npz`, and `third.npz` of other neurons.
class SessionCommands : public RunCommands {
 protected:
  SessionCommands() { write_two_sessions(folder()); }

  ProgramResult train_unified() const {
    return train_run({"--set", "training.solver=unified", "--set", "training.align_by=Z1"});
  }
  at::Tensor embedding(const std::string& file) const {
    return load_embedding(folder() + "/" + file).embedding;
  }
  void write_without(const std::string& label, const std::string& from, const std::string& to) {
    auto arrays = read_npz(folder() + "/" + from);
    std::erase_if(arrays, [&](const NamedTensor& array) { return array.name == label; });
    write_npz(folder() + "/" + to, arrays);
  }
};

TEST_F(SessionCommands, EmbedIsByTheEncoderOfTheSession) {
  ASSERT_EQ(train_run().exit_code, 0);
  const ProgramResult embedded =
      facet({"embed", "run", "second.npz", "--session", "second", "--out", "again.npz"});
  EXPECT_EQ(embedded.exit_code, 0) << embedded.errors;
  EXPECT_EQ(embedded.output, "again.npz\n");
  EXPECT_TRUE(
      at::allclose(embedding("again.npz"), embedding("run/embedding.npz").narrow(0, 400, 400)));
}

TEST_F(SessionCommands, TheSessionThatIsMeantHasToBeOneOfTheRun) {
  ASSERT_EQ(train_run().exit_code, 0);
  const Words commands[] = {{"embed", "run", "third.npz"},
                            {"adapt", "run", "third.npz"},
                            {"attribute", "run"},
                            {"evaluate", "run"}};
  for (Words words : commands) {
    if (words[0] != "evaluate") {  // which judges all of them together
      const ProgramResult unnamed = facet(words);
      EXPECT_EQ(unnamed.exit_code, 1) << words[0];
      EXPECT_EQ(unnamed.errors,
                "facet: the run has several sessions, one of them must be named: 'first', "
                "'second'\n");
    }
    words.insert(words.end(), {"--session", "thrid"});
    const ProgramResult unknown = facet(words);
    EXPECT_EQ(unknown.exit_code, 1) << words[0];
    EXPECT_EQ(unknown.output, "");
    EXPECT_EQ(unknown.errors, "facet: there is no session 'thrid', only 'first', 'second'\n");
  }
}

TEST_F(SessionCommands, EvaluateJudgesOneSessionOrAll) {
  ASSERT_EQ(train_run().exit_code, 0);
  const auto evaluate = [&](Words words) {
    words.insert(words.begin(), {"evaluate", "run", "--json"});
    return nlohmann::json::parse(facet(words).output)["decoding"];
  };
  const auto all = evaluate({}), second = evaluate({"--session", "second"});
  ASSERT_EQ(all.size(), second.size());
  EXPECT_EQ(all[0]["label"], second[0]["label"]);
  EXPECT_NE(all[0]["r2"], second[0]["r2"]);
  const auto all_folds = evaluate({"--folds", "4"});
  const auto own_folds = evaluate({"--folds", "4", "--session", "second"});
  EXPECT_NE(all_folds[0]["r2"], own_folds[0]["r2"]);
  EXPECT_NE(own_folds[0]["r2"], second[0]["r2"]);
}

TEST_F(SessionCommands, CompareSetsTheSessionsOfARunBesideOneAnother) {
  ASSERT_EQ(train_run().exit_code, 0);
  const ProgramResult table = facet({"compare", "run"});
  EXPECT_EQ(table.exit_code, 0) << table.errors;
  EXPECT_THAT(table.output, HasSubstr("from \\ to   first  second\n"));
  const auto json = nlohmann::json::parse(facet({"compare", "run", "--json"}).output);
  EXPECT_EQ(json["sessions"], nlohmann::json({"first", "second"}));
  EXPECT_LT(json["facets"][0]["consistency"][0][1].get<double>(), 1);
}

TEST_F(SessionCommands, EvaluateJudgesASessionOfFewerNeuronsThanColumns) {
  auto arrays = read_npz(folder() + "/second.npz");
  for (NamedTensor& array : arrays)
    if (array.name == "neurons") array.tensor = array.tensor.narrow(1, 0, 2).clone();
  write_npz(folder() + "/second.npz", arrays);
  ASSERT_EQ(
      train_run({"--set", "model={name=\"offset1-model\",num_units=8,num_output=8}"}).exit_code, 0);
  const ProgramResult evaluated = facet({"evaluate", "run"});
  EXPECT_EQ(evaluated.exit_code, 0) << evaluated.errors;
  EXPECT_THAT(evaluated.output, HasSubstr("PCA"));
  EXPECT_THAT(evaluated.errors,
              HasSubstr("warning: the baseline of principal components has 2 of them, since a "
                        "recording has no more; the embedding has 8 columns\n"));
}

TEST_F(SessionCommands, ASessionWithoutAFullWindowIsNamedAndTheOthersAreJudged) {
  ASSERT_EQ(train_run().exit_code, 0);
  LabelledEmbedding file = load_embedding(folder() + "/run/embedding.npz");
  file.embedding = file.embedding.clone();
  file.embedding.narrow(0, 0, 30).fill_(std::nan(""));
  file.session = file.session.clone();
  file.session.narrow(0, 30, 370).fill_(1);
  save_embedding(folder() + "/run/embedding.npz", file);
  const std::string unjudged = "session 'first' has no bin with a full window: it is not ";
  const ProgramResult evaluated = facet({"evaluate", "run"});
  EXPECT_EQ(evaluated.exit_code, 0) << evaluated.errors;
  EXPECT_THAT(evaluated.errors, HasSubstr(unjudged + "judged"));
  const ProgramResult compared = facet({"compare", "run"});
  EXPECT_THAT(compared.errors, HasSubstr(unjudged + "compared"));
  EXPECT_THAT(compared.errors, HasSubstr("has fewer than two sessions with a full window"));
}

TEST_F(SessionCommands, CompareByALabelOfFewClassesIsByClasses) {
  ASSERT_EQ(train_run().exit_code, 0);
  const ProgramResult compared = facet({"compare", "run", "--label", "side"});
  EXPECT_EQ(compared.exit_code, 0) << compared.errors;
  EXPECT_THAT(compared.errors,
              HasSubstr("warning: the facet 0:3 is compared by 2 classes alone, which a linear map "
                        "of its 3 columns fits whatever they are"));
}

TEST_F(SessionCommands, AdaptTrainsTheEncoderOfASessionForOtherNeurons) {
  ASSERT_EQ(train_run().exit_code, 0);
  const ProgramResult adapted = facet({"adapt", "run", "third.npz", "--session", "second", "--out",
                                       "adapted", "--quiet", "--set", "training.steps=5"});
  EXPECT_EQ(adapted.exit_code, 0) << adapted.errors;
  EXPECT_EQ(adapted.output, "adapted\n");
  EXPECT_EQ(nlohmann::json::parse(read("adapted/run.json"))["steps"], 5);
  EXPECT_EQ(embedding("adapted/embedding.npz").size(0), 400);
  EXPECT_EQ(facet({"evaluate", "adapted"}).exit_code, 0);
  EXPECT_EQ(facet({"embed", "adapted", "third.npz", "--session", "first"}).errors,
            "facet: there is no session 'first': the run has one recording\n");
}

TEST_F(SessionCommands, AUnifiedEncoderNeedsTheLabelsAndRecordingsOfAllSessions) {
  ASSERT_EQ(train_unified().exit_code, 0);
  EXPECT_EQ(facet({"embed", "run", "second.npz", "--session", "second"}).exit_code, 0);
  write_without("Z1", "second.npz", "unlabelled.npz");
  const ProgramResult unlabelled = facet({"embed", "run", "unlabelled.npz", "--session", "second"});
  EXPECT_EQ(unlabelled.exit_code, 1);
  EXPECT_EQ(unlabelled.errors,
            "unlabelled.npz: 400 bins x 9 channels\n"
            "facet: label 'Z1' is missing in unlabelled.npz\n");
  EXPECT_EQ(facet({"embed", "run", "third.npz", "--session", "second"}).errors,
            "third.npz: 400 bins x 15 channels\n"
            "facet: third.npz and the other sessions: 27 channels of signals, the run was "
            "trained on 21\n");
  std::filesystem::remove(folder() + "/first.npz");
  EXPECT_THAT(facet({"embed", "run", "second.npz", "--session", "second", "--overwrite"}).errors,
              HasSubstr("data.session[0].file"));
}

TEST_F(SessionCommands, AttributionSaysOfWhichSessionItIs) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  const auto session_in_file = [&] {
    for (const NamedTensor& array : read_npz(folder() + "/run/attribution.npz"))
      if (array.name == "session")
        return std::string(static_cast<const char*>(array.tensor.data_ptr()),
                           static_cast<std::size_t>(array.tensor.numel()));
    return std::string();
  };
  const ProgramResult first = facet({"attribute", "run", "--session", "first"});
  EXPECT_EQ(first.errors, "session 'first'\n" + folder() + "/first.npz: 400 bins x 12 channels\n");
  EXPECT_EQ(session_in_file(), "first");
  const ProgramResult second = facet({"attribute", "run", "--session", "second"});
  EXPECT_THAT(second.errors, HasSubstr("session 'second'\nrun/attribution.npz: that of session "
                                       "'first' is replaced\n"));
  EXPECT_EQ(session_in_file(), "second");
  EXPECT_EQ(facet({"plot", "attribution", "run"}).exit_code, 0);
}

}  // namespace
}  // namespace facet
