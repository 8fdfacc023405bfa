// Builds of plugins that a signal ends: nothing of them stays, no file and no process.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>
#include <utility>

#include "framework/files/files.h"
#include "framework/files/folder_lock.h"
#include "framework/shipping/build_pack.h"
#include "run_program.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using Words = std::vector<std::string>;

class InterruptedBuild : public testing::Test {
 protected:
  InterruptedBuild() {
    for (const std::string& made : {temporary(), store()}) fs::create_directory(made);
    setenv("FACET_PACK_PATH", store().c_str(), 1);
    std::signal(SIGPIPE, SIG_IGN);
    EXPECT_EQ(mkfifo(header().c_str(), 0600), 0);
    write_text(source(), "#include \"" + header() + "\"\n");
  }
  ~InterruptedBuild() override {
    if (to_compiler_ >= 0) close(to_compiler_);
    unsetenv("FACET_PACK_PATH");
  }

  std::string path() const { return folder_.path(); }
  std::string temporary() const { return path() + "/temporary"; }
  std::string store() const { return path() + "/store"; }
  /// The compiler waits for what is written into it.
  std::string header() const { return path() + "/header.h"; }
  std::string source() const { return path() + "/slow.cpp"; }

  /// A pack with that source alone.
  std::string source_pack() const {
    const std::string pack = path() + "/slow", archive = path() + "/slow.facetpack";
    fs::create_directory(pack);
    fs::copy(source(), pack);
    write_text(pack + "/pack.toml",
               "name = 'slow'\nversion = '1.0'\nplugins = ['slow']\n"
               "[[sources]]\nplugin = 'slow'\nfiles = ['slow.cpp']\n");
    build_pack(pack, archive);
    return archive;
  }

  void wait_for_the_compiler() {
    for (int i = 0; i < 6000 && to_compiler_ < 0; ++i) {
      to_compiler_ = open(header().c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ASSERT_GE(to_compiler_, 0) << "nobody reads " << header();
  }
  /// False where nobody reads it any more.
  bool tell_the_compiler(const std::string& text) {
    const ssize_t written = write(to_compiler_, text.data(), text.size());
    EXPECT_TRUE(written >= 0 || errno == EPIPE);
    close(std::exchange(to_compiler_, -1));
    return written >= 0;
  }

  /// What there is besides the two folders themselves.
  Words left() const {
    Words names;
    for (const std::string& folder : {temporary(), store()})
      for (const auto& entry : fs::recursive_directory_iterator(folder))
        names.push_back(entry.path());
    return names;
  }

  /// `facet` with these arguments, as the program that is named first runs it.
  Words facet(const std::string& by, const Words& arguments) const {
    Words words = {by, "/usr/bin/env", "TMPDIR=" + temporary(), FACET_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return words;
  }

  /// Begins the command in a process group of its own, and sends its process, or all of the group,
  /// a signal while the compiler runs.
  void expect_nothing_left(const Words& command, int signal, bool to_group) {
    const RunningProgram program(facet("/usr/bin/setsid", command), path());
    wait_for_the_compiler();
    EXPECT_THAT(left(), testing::Not(IsEmpty()));
    kill(to_group ? -program.id() : program.id(), signal);
    const ProgramResult ended = program.wait();
    EXPECT_EQ(ended.signal, signal) << ended.exit_code << ended.errors;
    EXPECT_EQ(ended.output, "");
    EXPECT_FALSE(tell_the_compiler("int x;\n")) << "the compiler goes on";
    EXPECT_THAT(left(), IsEmpty());
  }

 private:
  TemporaryFolder folder_;
  int to_compiler_ = -1;
};

TEST_F(InterruptedBuild, OfOneFileLeavesNothing) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    expect_nothing_left({"plugin", "build", source()}, signal, false);
}

TEST_F(InterruptedBuild, OfOneFileLeavesNothingAtCtrlC) {
  expect_nothing_left({"plugin", "build", source()}, SIGINT, true);
}

TEST_F(InterruptedBuild, OfAPackLeavesNothing) {
  const Words install{"pack", "install", source_pack(), "--allow-unsigned"};
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) expect_nothing_left(install, signal, false);
  expect_nothing_left(install, SIGINT, true);
}

TEST_F(InterruptedBuild, GoesOnWhereNohupWantsIt) {
  const RunningProgram program(facet("/usr/bin/nohup", {"plugin", "build", source()}), path());
  wait_for_the_compiler();
  kill(program.id(), SIGHUP);
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_TRUE(tell_the_compiler("int x;\n"));
  const ProgramResult ended = program.wait();
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.errors, HasSubstr("slow.so: has no entry point"));
  EXPECT_THAT(left(), IsEmpty());
}

TEST_F(InterruptedBuild, EndsWhileItWaitsForAnotherInstall) {
  FolderLock other(store());
  const RunningProgram program(
      facet("/usr/bin/setsid", {"pack", "install", LAB_PACK, "--allow-unsigned"}), path());
  for (int i = 0; i < 6000 && program.errors().find("waiting") == std::string::npos; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  kill(program.id(), SIGTERM);
  EXPECT_EQ(program.wait().signal, SIGTERM);
  EXPECT_THAT(left(), testing::ElementsAre(store() + "/run.lock"));
}

}  // namespace
}  // namespace facet
