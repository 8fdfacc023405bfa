// Components that throw, that end the process, and that print.
#include <csignal>
#include <cstdlib>
#include <map>

#include "integration/mistaken_run.h"

namespace facet {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A sanitizer would tell of a signal in its own words.
void leave_signals_alone(const char* variable) {
  const char* before = std::getenv(variable);
  const std::string options = before ? std::string(before) + ":" : "";
  ::setenv(variable,
           (options + "handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_abort=0").c_str(), 1);
}

class FailingComponents : public MistakenRun {
 protected:
  static void SetUpTestSuite() {
    for (const char* variable : {"ASAN_OPTIONS", "TSAN_OPTIONS"}) leave_signals_alone(variable);
  }

  /// In an environment variable for the programs of this test.
  struct Environment {
    Environment(const char* variable, const char* value) : name(variable) {
      ::setenv(variable, value, 1);
    }
    ~Environment() { ::unsetenv(name); }
    const char* name;
  };
};

TEST_F(FailingComponents, AreNamedWhateverTheyThrow) {
  const std::map<std::string, std::string> thrown = {
      {"error", "no licence"},
      {"runtime_error", "out of paper"},
      {"no_message", "it threw an exception without a message"},
      {"bad_alloc", "std::bad_alloc"},
      {"int", "it threw something that is not a std::exception, of type int"},
      {"text", "it threw something that is not a std::exception, of type char const*"}};
  for (const auto& [does, what] : thrown) {
    std::filesystem::remove_all(folder() + "/run");
    const ProgramResult trained = train({mistaken("objective[0].loss", "Loss", does, 8)});
    EXPECT_EQ(trained.exit_code, 1) << does;
    EXPECT_EQ(trained.errors,
              "facet: objective[0].loss: criterion mistaken/Loss, in forward() of step 8: " + what +
                  "; what was learned in the 7 steps before is saved in run\n");
    EXPECT_EQ(steps_in(), 7) << does;
  }
}

TEST_F(FailingComponents, ShowLibtorchsStackOnlyWhereItIsAskedFor) {
  const std::string setting = mistaken("objective[0].loss", "Loss", "torch_error");
  const ProgramResult trained = train({setting});
  EXPECT_EQ(trained.exit_code, 1);
  EXPECT_THAT(trained.errors,
              AllOf(StartsWith("facet: objective[0].loss: criterion mistaken/Loss, in forward() of "
                               "step 1: mat1 and mat2 shapes cannot be multiplied"),
                    Not(HasSubstr("frame #"))));
  const Environment traced("FACET_TRACE", "1");
  std::filesystem::remove_all(folder() + "/run");
  EXPECT_THAT(train({setting}).errors, HasSubstr("frame #"));
}

TEST_F(FailingComponents, AreNamedInTheirConstructor) {
  const ProgramResult trained = train({mistaken("objective[0].loss", "Loss", "constructor_int")});
  EXPECT_EQ(trained.exit_code, 2);
  EXPECT_THAT(trained.errors,
              HasSubstr("objective[0].loss cannot be used: criterion mistaken/Loss, in its "
                        "constructor: it threw something that is not a std::exception, of type "
                        "int\n"));
}

TEST_F(FailingComponents, OfEveryKindAreNamed) {
  const std::map<std::string, std::string> failing = {
      {mistaken("training.loss_weight", "weights", "int"),
       "training.loss_weight: scheduler mistaken/weights, in weights() of step 1: it threw"},
      {mistaken("training.learning_rate", "rate", "int"),
       "training.learning_rate: learning_rate mistaken/rate, in factor() of step 1: it threw"},
      {mistaken("training.optimizer", "Descent", "int"),
       "training.optimizer: optimizer mistaken/Descent, in step() of step 1: it threw"},
      {mistaken("model", "line", "int"),
       "model: model mistaken/line, in forward() of step 1: it threw"},
      {mistaken("objective[0].distribution", "pairs", "int", 14),
       "objective[0].distribution: distribution mistaken/pairs, in sample() of step 1: it threw"},
      {"data.masks=[{ name = \"mistaken/Cover\", does = \"int\" }]",
       "data.masks: mask mistaken/Cover, in keep() of step 1: it threw"},
      {"output.observers=[{ name = \"mistaken/watch\", does = \"int\", in = \"begin\" }]",
       "output.observers: observer mistaken/watch, in on_begin(): it threw"}};
  for (const auto& [setting, what] : failing) {
    std::filesystem::remove_all(folder() + "/run");
    const ProgramResult trained = train({setting});
    EXPECT_EQ(trained.exit_code, 1) << setting;
    EXPECT_THAT(last_line(trained.errors), StartsWith("facet: " + what)) << setting;
  }
}

TEST_F(FailingComponents, AReaderIsNamedAlsoWhereItsArraysAreRead) {
  for (const auto& [in, where] : std::map<std::string, std::string>{
           {"list", "in list(): "}, {"read", "in FileArray::Read: "}}) {
    const ProgramResult trained =
        train({"data.reader={ name = \"mistaken/slips\", does = \"int\", in = \"" + in + "\" }"});
    EXPECT_NE(trained.exit_code, 0);
    EXPECT_THAT(trained.errors, HasSubstr("data.reader: reader mistaken/slips, " + where +
                                          "it threw something that is not a std::exception, of "
                                          "type int"));
  }
}

TEST_F(FailingComponents, AnObserverLosesNothingWhereverItFails) {
  for (const std::string in : {"step", "checkpoint", "end"}) {
    std::filesystem::remove_all(folder() + "/run");
    const ProgramResult trained =
        train({"output.observers=[{ name = \"mistaken/watch\", does = \"runtime_error\", in = \"" +
               in + "\" }]"});
    EXPECT_EQ(trained.exit_code, 1) << in;
    EXPECT_THAT(last_line(trained.errors), HasSubstr("observer mistaken/watch, in on_" + in +
                                                     "(): out of paper; what was "
                                                     "learned in the "))
        << in;
    EXPECT_EQ(steps_in(), in == "step" ? 1 : in == "checkpoint" ? 5 : 12);
    EXPECT_TRUE(exists("run/checkpoint.npz"));
  }
}

// An optimizer that fails halfway leaves parameters that are of no step: the last checkpoint stays.
TEST_F(FailingComponents, AnOptimizerInTheMidstOfAnUpdateLeavesTheLastCheckpoint) {
  const ProgramResult fresh = train({mistaken("training.optimizer", "Descent", "late_error", 7)});
  EXPECT_EQ(fresh.exit_code, 1);
  EXPECT_THAT(fresh.errors, HasSubstr("in step() of step "));
  EXPECT_THAT(fresh.errors, Not(HasSubstr("what was learned")));
  EXPECT_EQ(steps_in() % 5, 0);
}

TEST_F(FailingComponents, ThatEndTheProcessAreNamedAndTheCheckpointStays) {
  const std::map<std::string, std::string> ends = {
      {"exit", "exit"},
      {"quick_exit", "exit"},
      {"_exit", "_exit"},
      {"_Exit", "_exit"},
      {"abort", "SIGABRT (abort)"},
      {"segfault", "SIGSEGV (segmentation fault or stack overflow)"},
      {"stack", "SIGSEGV (segmentation fault or stack overflow)"},
      {"fpe", "SIGFPE (arithmetic)"},
      {"alarm", "SIGALRM (timer)"}};
  for (const auto& [does, how] : ends) {
    std::filesystem::remove_all(folder() + "/run");
    const ProgramResult trained = train({mistaken("objective[0].loss", "Loss", does, 8)});
    EXPECT_NE(trained.exit_code, 0) << does;
    EXPECT_EQ(last_line(trained.errors),
              "facet: ended by " + how +
                  " while it called criterion mistaken/Loss (objective[0].loss): in forward() of "
                  "step 8; what was saved before that is kept");
    EXPECT_EQ(steps_in(), 5) << does;
    EXPECT_EQ(facet({"train", "run", "--resume", "-q"}).exit_code, 0) << does;
    EXPECT_EQ(steps_in(), 12) << does;
  }
}

TEST_F(FailingComponents, SayWhatNobodyCouldCatchWithoutAStack) {
  const ProgramResult trained = train({mistaken("objective[0].loss", "Loss", "noexcept", 8)});
  EXPECT_NE(trained.exit_code, 0);
  EXPECT_THAT(trained.errors,
              AllOf(StartsWith("facet: uncaught: mat1 and mat2 shapes cannot be multiplied"),
                    Not(HasSubstr("frame #")),
                    HasSubstr("facet: ended by SIGABRT (abort) while it called criterion "
                              "mistaken/Loss (objective[0].loss): in forward() of step 8")));
  EXPECT_EQ(steps_in(), 5);
}

TEST_F(FailingComponents, ThatForkTrainOnceAlone) {
  const ProgramResult trained = train({mistaken("objective[0].loss", "Loss", "fork", 8)});
  EXPECT_EQ(trained.exit_code, 0);
  EXPECT_EQ(trained.output, "run\n");
  EXPECT_THAT(trained.errors, StartsWith("facet: a component forked, and the child came back into "
                                         "the engine: it is ended"));
  EXPECT_EQ(steps_in(), 12);
}

TEST_F(FailingComponents, ThatSayTooMuchAreCutShort) {
  const ProgramResult trained = train({mistaken("objective[0].loss", "Loss", "long_message", 8)});
  EXPECT_LT(trained.errors.size(), 5000U);
  EXPECT_THAT(trained.errors, HasSubstr("xxx... (1000000 characters); what was learned in the 7 "
                                        "steps before is saved in run\n"));
}

TEST_F(FailingComponents, ThatDoNotReturnAreNamedByASecondSignal) {
  const ProgramResult trained = run_program(
      {"/bin/sh", "-c",
       std::string(FACET_PROGRAM) + " train run.toml --out run -q --set 'plugins.path=[\"" +
           MISTAKEN_FOLDER + "\"]' --set training.checkpoint_frequency=5 --set '" +
           mistaken("objective[0].loss", "Loss", "forever", 8) +
           "' 2> seen & until grep -q 'never returns' seen; do sleep 0.1; done; kill $!; sleep "
           "0.5; "
           "kill $!; wait $!"},
      folder());
  EXPECT_EQ(trained.exit_code, 128 + SIGTERM);
  EXPECT_EQ(last_line(read("seen")),
            "facet: ended by a second SIGTERM while it called criterion mistaken/Loss "
            "(objective[0].loss): in forward() of step 8; what was saved before that is kept");
  EXPECT_EQ(steps_in(), 5);
}

TEST_F(FailingComponents, ThatEndTheProcessInAThreadOfTheSamplerAreNamed) {
  for (const std::string does : {"exit", "segfault", "stack"}) {
    std::filesystem::remove_all(folder() + "/run");
    const ProgramResult trained = train({mistaken("objective[0].distribution", "pairs", does, 14)});
    EXPECT_NE(trained.exit_code, 0) << does;
    EXPECT_THAT(last_line(trained.errors),
                HasSubstr("while it called distribution mistaken/pairs "
                          "(objective[0].distribution): in sample() of step 1"))
        << does;
  }
}

TEST_F(FailingComponents, ThatEndTheProcessAsTheyGoAreNamed) {
  const ProgramResult trained = train({mistaken("objective[0].loss", "Loss", "destructor_exit")});
  EXPECT_EQ(trained.exit_code, 1);
  EXPECT_THAT(last_line(trained.errors),
              HasSubstr("ended by exit while it called criterion mistaken/Loss "
                        "(objective[0].loss): in its destructor"));
  EXPECT_EQ(steps_in(), 12);
}

TEST_F(FailingComponents, ThatEndTheProcessAfterTheRunAreNamed) {
  const std::map<std::string, std::string> ends = {{"exit_handler", "_exit"},
                                                   {"kept_thread", "SIGABRT (abort)"}};
  for (const auto& [does, how] : ends) {
    std::filesystem::remove_all(folder() + "/run");
    const ProgramResult trained = train({mistaken("objective[0].loss", "Loss", does)});
    EXPECT_NE(trained.exit_code, 0) << does;
    EXPECT_THAT(last_line(trained.errors), AllOf(HasSubstr("facet: ended by " + how +
                                                           " after its work was done, by what a "
                                                           "plugin left behind"),
                                                 HasSubstr("mistaken")));
    EXPECT_EQ(steps_in(), 12) << does;
  }
}

TEST_F(FailingComponents, ThatEndTheProcessAsTheyAreLoadedAreNamed) {
  const std::string setting = "training.loss_weight=\"at_load/ones\"";
  {
    const Environment asked("MISTAKE_AT_LOAD", "exit");
    const ProgramResult trained = train({setting});
    EXPECT_EQ(trained.exit_code, 1);
    EXPECT_THAT(last_line(trained.errors),
                HasSubstr("ended by exit while it called plugin at_load: while it was loaded"));
  }
  {
    const Environment asked("MISTAKE_AT_REGISTRATION", "_exit");
    const ProgramResult trained = train({setting});
    EXPECT_EQ(trained.exit_code, 1);
    EXPECT_THAT(last_line(trained.errors), HasSubstr("ended by _exit while it called plugin "
                                                     "at_load: while it registered its "
                                                     "components"));
  }
  {
    const Environment asked("MISTAKE_AT_REGISTRATION", "int");
    const ProgramResult trained = train({setting});
    EXPECT_NE(trained.exit_code, 0);
    EXPECT_THAT(trained.errors,
                HasSubstr("plugin 'at_load' failed to register its components: it threw something "
                          "that is not a std::exception, of type int"));
  }
}

TEST_F(FailingComponents, PrintToStderr) {
  const Environment loud("MISTAKE_AT_LOAD", "print");
  const ProgramResult trained = train(
      {mistaken("objective[0].loss", "Loss", "print", 2), "training.loss_weight=\"at_load/ones\""});
  EXPECT_EQ(trained.exit_code, 0) << trained.errors;
  EXPECT_EQ(trained.output, "run\n");
  EXPECT_EQ(trained.errors,
            "printed by std::cout\nprinted by puts\nprinted by std::cout\nprinted by puts\n");
}

}  // namespace
}  // namespace facet
