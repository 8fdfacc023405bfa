// [[data.session]]: what sessions inherit, how they are called, which solver wants them.
#include <gmock/gmock.h>

#include <filesystem>

#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

using testing::ElementsAre;

/// The short config with `data` in place of its [data], and `more` at its end.
std::string with_data(const std::string& data, const std::string& more = "") {
  return "[data]\n" + data + short_config.substr(short_config.find("\n\n[model]")) + more;
}

const std::string two_sessions = R"(signals = "neurons"
validation = 0.2
trials = "trial"
[[data.session]]
file = "recording.npz"
[[data.session]]
name = "late"
file = ["recording.npz", "recording.npz"]
signals = "spikes"
validation = 0.5
)";

TEST(ConfigSessions, InheritWhatTheyLeaveOut) {
  const ConfigFile file(with_data(two_sessions));
  const DataConfig data = file.read().data;
  ASSERT_EQ(data.session.size(), 2U);
  const SessionConfig &first = data.session[0], &late = data.session[1];
  EXPECT_EQ(first.name, "recording");
  EXPECT_EQ(first.file.at(0).path, file.folder() + "/recording.npz");
  EXPECT_THAT(first.signals, ElementsAre("neurons"));
  EXPECT_EQ(first.validation, 0.2);
  EXPECT_EQ(late.name, "late");
  EXPECT_EQ(late.file.size(), 2U);
  EXPECT_THAT(late.signals, ElementsAre("spikes"));
  EXPECT_EQ(late.validation, 0.5);
  EXPECT_EQ(late.trials, "trial");
}

TEST(ConfigSessions, AreFoundByTheirNames) {
  const DataConfig data = ConfigFile(with_data(two_sessions)).read().data;
  EXPECT_EQ(find_session(data, "late"), 1);
  EXPECT_EQ(&recording_of(data, 1), &data.session[1]);
  EXPECT_EQ(message_of([&] { find_session(data, "early"); }),
            "there is no session 'early', only 'recording', 'late'");
  EXPECT_EQ(message_of([&] { find_session(data, ""); }),
            "the run has several sessions, one of them must be named: 'recording', 'late'");

  const DataConfig one = ConfigFile(short_config).read().data;
  EXPECT_EQ(find_session(one, ""), 0);
  EXPECT_EQ(&recording_of(one, 0), &one);
  EXPECT_EQ(message_of([&] { find_session(one, "late"); }),
            "there is no session 'late': the run has one recording");
}

TEST(ConfigSessions, AreCalledAsTheirFolders) {
  const ConfigFile file(
      with_data("[[data.session]]\nfile = \"day1/\"\n"
                "[[data.session]]\nfile = \"day2\"\n"));
  for (const char* day : {"/day1", "/day2"}) std::filesystem::create_directory(file.folder() + day);
  const DataConfig data = file.read().data;
  EXPECT_EQ(data.session.at(0).name, "day1");
  EXPECT_EQ(data.session.at(1).name, "day2");
}

TEST(ConfigSessions, AreGivenAgainByTheResolvedConfig) {
  const ConfigFile file(with_data(two_sessions));
  const Registry registry = config_registry();
  const std::string written = write_toml(write_run_config(file.read(), registry));
  const ConfigFile again(written);
  EXPECT_EQ(write_toml(write_run_config(again.read(), registry)), written);
}

TEST(ConfigSessions, MistakesAreToldWhereTheyStand) {
  EXPECT_EQ(ConfigFile(with_data("[[data.session]]\nfile = \"absent.npz\"\n"
                                 "[[data.session]]\nfiel = \"recording.npz\"\n"))
                .mistakes(),
            "run.toml:3:8: data.session[0].file 'absent.npz' does not exist\n"
            "run.toml:4:1: data.session[1].file must name at least one file\n"
            "run.toml:5:8: data.session[1].fiel is not known, did you mean 'file' or 'fill'?");
  EXPECT_EQ(ConfigFile(with_data("validation = 2\n[[data.session]]\nfile = \"recording.npz\"\n"))
                .mistakes(),
            "run.toml:2:14: data.validation must be > 0 and < 1, got 2");
  EXPECT_EQ(ConfigFile(with_data("[[data.session]]\nfile = \"recording.npz\"\n"
                                 "[[data.session]]\nfile = \"recording.npz\"\n"))
                .mistakes(),
            "run.toml:4:1: data.session[1].name must tell the sessions apart, but 'recording' is "
            "taken");
}

TEST(ConfigSessions, SolversWantThemOrNot) {
  const auto mistakes = [](const std::string& data, const std::string& training) {
    return ConfigFile(with_data(data, "\n[training]\n" + training)).mistakes();
  };
  EXPECT_EQ(mistakes(two_sessions, "solver = \"multi-session\""), "");
  EXPECT_EQ(mistakes("file = \"recording.npz\"", "solver = \"multi-session\""),
            "run.toml:19:10: training.solver 'multi-session' needs two or more [[data.session]]");
  EXPECT_EQ(
      mistakes(two_sessions, "solver = \"single-session\""),
      "run.toml:25:8: objective[1].loss 'Squares' is supervised, and the solver 'single-session' "
      "trains contrastive losses alone\n"
      "run.toml:29:10: training.solver 'single-session' trains on one recording, but there are "
      "2 sessions");
  EXPECT_EQ(mistakes(two_sessions, "solver = \"multi-session-aux\""),
            "run.toml:21:16: objective[0].distribution must use a label with the solver "
            "'multi-session-aux', 'Shift' does not");
  EXPECT_EQ(mistakes(two_sessions, "solver = \"unified\""),
            "run.toml:28:1: training.align_by is missing: the labels by which the solver 'unified' "
            "finds bins that belong together");
  EXPECT_EQ(mistakes(two_sessions, "align_by = \"position\""),
            "run.toml:29:12: training.align_by goes with the solver 'unified' alone");
}

}  // namespace
}  // namespace facet::toy
