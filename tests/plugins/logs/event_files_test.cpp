// What is in the files of TensorBoard, record by record; tests/formats reads them by TensorBoard
// itself.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "framework/files/files.h"
#include "logs/event.h"
#include "plugins/logs/watched.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using test::log_into;
using test::report;
using test::take_steps;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class EventFilesTest : public testing::Test {
 protected:
  /// In the order of their names.
  std::vector<std::string> files() const {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() + "/tensorboard"))
      files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
  }
  /// Without their frames, which are held against what framed() gives, and without the time: the
  /// first field, a byte and 8.
  static std::vector<std::string> events(const std::string& path) {
    const std::string bytes = read_text(path);
    std::vector<std::string> events;
    for (std::size_t at = 0; at < bytes.size();) {
      std::uint64_t length = 0;
      std::memcpy(&length, bytes.data() + at, sizeof length);
      const std::string data = bytes.substr(at + 12, length);
      EXPECT_EQ(bytes.substr(at, length + 16), logs::framed(data));
      EXPECT_EQ(data[0], '\x09');
      events.push_back(data.substr(9));
      at += length + 16;
    }
    return events;
  }
  static std::string start(char step) { return std::string("\x10") + step + "\x3a\x02\x08\x01"; }

  const TemporaryFolder folder;
};

TEST_F(EventFilesTest, BeginWithVersionAndStartAndHaveAnEventForEachRow) {
  const auto log = log_into(folder.path(), "tensorboard", 0, 2);
  take_steps(*log, 1, 4);
  log->on_validation(report(4, {{"objective0.loss", 1}}));
  log->on_end();
  ASSERT_EQ(files().size(), 1U);
  EXPECT_THAT(files()[0], HasSubstr("/events.out.tfevents.1"));
  const std::vector<std::string> found = events(files()[0]);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0],
            "\x1a\x0d"
            "brain.Event:2");
  EXPECT_EQ(found[1], start(1));
  EXPECT_THAT(found[2], StartsWith("\x10\x02\x2a"));
  EXPECT_THAT(found[3], StartsWith("\x10\x04\x2a"));
  // 40 as a float: 0x42200000
  EXPECT_THAT(found[3], HasSubstr(std::string("\x0a\x0c\x0a\x05total\x15\x00\x00\x20\x42", 14)));
  EXPECT_THAT(found[3], HasSubstr("\x0a\x1avalidation/objective0/loss\x15"));
  EXPECT_THAT(found[3], HasSubstr("steps_per_second"));
  EXPECT_THAT(found[2], Not(HasSubstr("validation")));
}

/// Also within a second, in which both have the same time.
TEST_F(EventFilesTest, OfAResumedRunComeAfterThoseBefore) {
  take_steps(*log_into(folder.path(), "tensorboard"), 1, 9);
  const std::string killed = files()[0];
  take_steps(*log_into(folder.path(), "tensorboard", 5), 6, 7);
  ASSERT_EQ(files().size(), 2U);
  EXPECT_EQ(files()[0], killed);
  const std::vector<std::string> found = events(files()[1]);
  EXPECT_EQ(found[1], start(6));
  EXPECT_THAT(found[2], StartsWith("\x10\x06\x2a"));
}

TEST_F(EventFilesTest, SayThatTheTrainingWentBack) {
  const auto log = log_into(folder.path(), "tensorboard");
  take_steps(*log, 1, 3);
  take_steps(*log, 2, 3);
  ASSERT_EQ(files().size(), 1U);
  const std::vector<std::string> found = events(files()[0]);
  ASSERT_EQ(found.size(), 6U) << "the third of each way waits";
  EXPECT_THAT(found[3], StartsWith("\x10\x02\x2a"));
  EXPECT_EQ(found[4], start(2));
  EXPECT_THAT(found[5], StartsWith("\x10\x02\x2a"));
}

}  // namespace
}  // namespace facet
