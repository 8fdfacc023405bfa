#include "framework/parallel/local_ranks.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "framework/files/files.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::MatchesRegex;

constexpr int saved = 75;

/// A shell script as each rank, in a folder of its own.
class LocalRanks : public testing::Test {
 protected:
  int run(std::int64_t count, const std::string& script) {
    return run_local_ranks({{"/bin/sh", "-c", "cd " + folder_.path() + "; " + script},
                            count,
                            1,
                            saved,
                            [&] { return is_saved_; }},
                           [&](const std::string& line) { told_.push_back(line); });
  }
  std::string read(const std::string& name) const { return read_text(folder_.path() + "/" + name); }

  TemporaryFolder folder_;
  std::vector<std::string> told_;
  bool is_saved_ = false;
};

TEST_F(LocalRanks, KnowTheirPlaces) {
  ::unsetenv("OMP_NUM_THREADS");
  EXPECT_EQ(run(2, "echo $RANK $LOCAL_RANK $WORLD_SIZE $MASTER_ADDR $OMP_NUM_THREADS > $RANK"), 0);
  EXPECT_THAT(read("0"), MatchesRegex("0 0 2 127.0.0.1 [1-9][0-9]*\n"));
  EXPECT_THAT(read("1"), MatchesRegex("1 1 2 127.0.0.1 [1-9][0-9]*\n"));
  EXPECT_THAT(told_, IsEmpty());
}

TEST_F(LocalRanks, HaveTheThreadsThatTheUserSays) {
  ::setenv("OMP_NUM_THREADS", "17", 1);
  EXPECT_EQ(run(2, "echo $OMP_NUM_THREADS > $RANK"), 0);
  EXPECT_EQ(read("1"), "17\n");
}

TEST_F(LocalRanks, AreStoppedWhereAllAre) {
  EXPECT_EQ(run(2, "exit 75"), saved);
  EXPECT_EQ(run(2, "test $RANK = 1 || exit 75"), saved);
}

TEST_F(LocalRanks, FailWhereOneFailsAndTheOthersAreKilled) {
  EXPECT_EQ(run(3, "test $RANK = 1 && exit 3; test $RANK = 2 && exit 0; exec sleep 1000"), 3);
  EXPECT_THAT(told_, IsEmpty());
}

TEST_F(LocalRanks, OneThatIsStoppedIsKilledWhereAnotherFails) {
  EXPECT_EQ(run(2, "test $RANK = 1 && exit 2; kill -STOP $$"), 2);
}

TEST_F(LocalRanks, OneThatIsKilledIsToldOf) {
  EXPECT_EQ(run(2, "test $RANK = 1 && kill -KILL $$; exit 75"), saved);
  EXPECT_THAT(told_,
              ElementsAre(MatchesRegex("rank 1 \\(process [0-9]+\\) was ended by signal 9")));
  EXPECT_EQ(run(2, "test $RANK = 1 || kill -KILL $$"), 1);
  is_saved_ = true;
  EXPECT_EQ(run(2, "test $RANK = 1 || kill -KILL $$"), saved);
}

TEST_F(LocalRanks, EachSignalIsPassedOnOnceAndWaitsUntilTheRankHearsOfIt) {
  const std::string script = R"(exec perl -MPOSIX -e '
    sub rest { select(undef, undef, undef, $_[0]) }
    sub write_to { open(F, ">>", $_[0]); print F "asked\n"; close F }
    write_to("$ENV{RANK}.ready");
    if ($ENV{RANK} == 1) { rest(0.02) until -e "0.ready"; kill TERM => getppid; rest(0.3) }
    $SIG{USR1} = sub { write_to($ENV{RANK}); exit 75 };
    sigprocmask(SIG_UNBLOCK, POSIX::SigSet->new(SIGUSR1));
    rest(0.02) while 1')";
  EXPECT_EQ(run(2, script), saved);
  EXPECT_EQ(read("0"), "asked\n");
  EXPECT_EQ(read("1"), "asked\n");
  EXPECT_THAT(told_, IsEmpty());
}

}  // namespace
}  // namespace facet
