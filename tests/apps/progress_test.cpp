// What a user sees while a run trains, with a clock that the test sets.
#include "progress.h"

#include <gtest/gtest.h>

#include <sstream>

namespace facet {
namespace {

class ProgressLines : public testing::Test {
 protected:
  Progress progress(bool terminal) {
    return Progress(
        out_, terminal, 2, [this] { return now_; }, [this] { return width_; });
  }
  void set_width(std::size_t width) { width_ = width; }
  void wait(int milliseconds) { now_ += std::chrono::milliseconds(milliseconds); }
  static Report report(std::int64_t step) {
    return {step,
            20,
            {{"total", 5.03125},
             {"objective0.loss", 3.03},
             {"objective0.alignment", -1},
             {"objective1.loss", 2.00125}}};
  }
  std::string written() {
    const std::string text = out_.str();
    out_.str("");
    return text;
  }

 private:
  std::size_t width_ = 200;
  std::ostringstream out_;
  std::chrono::steady_clock::time_point now_{};
};

TEST_F(ProgressLines, ElsewhereThanOnATerminalThereIsALineAsOftenAsAsked) {
  Progress shown = progress(false);
  wait(500);
  shown.on_step(report(1));
  EXPECT_EQ(written(), "");
  wait(500);
  shown.on_step(report(2));
  EXPECT_EQ(written(),
            "step 2 of 20, 2.0 steps/s, 0:09 left, loss 5.0312 (objective0 3.0300, objective1 "
            "2.0013)\n");
  for (int step = 3; step <= 20; ++step) shown.on_step(report(step));
  shown.on_end();
  const std::string rest = written();
  EXPECT_EQ(std::count(rest.begin(), rest.end(), '\n'), 9);
}

TEST_F(ProgressLines, OnATerminalOneLineIsWrittenOver) {
  Progress shown = progress(true);
  wait(200);
  shown.on_step(report(1));
  const std::string first =
      "[=                       ] step 1 of 20, 5.0 steps/s, 0:04 left, loss 5.0312 (objective0 "
      "3.0300, objective1 2.0013)";
  EXPECT_EQ(written(), first);
  wait(50);
  shown.on_step(report(2));
  EXPECT_EQ(written(), "") << "not more often than ten times a second";
  wait(60);
  shown.on_step(report(3));
  const std::string blank(first.size(), ' ');
  EXPECT_EQ(written().substr(0, first.size() + 2), "\r" + blank + "\r");
  shown.on_end();
  EXPECT_EQ(written(), "\n");
}

TEST_F(ProgressLines, TheLineFitsTheTerminal) {
  Report many = report(1);
  for (int i = 2; i < 40; ++i)
    many.quantities.push_back({"objective" + std::to_string(i) + ".loss", 1});
  for (const std::size_t width : {200, 120, 80, 60, 20, 5}) {
    set_width(width);
    Progress shown = progress(true);
    wait(200);
    shown.on_step(many);
    const std::string line = written();
    EXPECT_EQ(line.size(), width - 1);
    EXPECT_EQ(line.substr(0, 4), width > 82 ? "[=  " : "step") << width;
  }
}

TEST_F(ProgressLines, ARunThatGoesOnIsAsFastAsItIsNow) {
  Progress shown = progress(false);
  wait(500);
  shown.on_step(report(15));
  wait(500);
  shown.on_step(report(16));
  EXPECT_EQ(written().substr(0, 39), "step 16 of 20, 2.0 steps/s, 0:02 left, ");
}

TEST_F(ProgressLines, AValidationHasALineOfItsOwn) {
  Progress shown = progress(false);
  shown.on_validation({10, 20, {{"total", 1.5}, {"objective0.loss", 1.5}}});
  EXPECT_EQ(written(), "step 10, held-out loss 1.5000 (objective0 1.5000)\n");
  wait(500);
  shown.on_step(report(12));
  EXPECT_EQ(written(),
            "step 12 of 20, 2.0 steps/s, 0:04 left, loss 5.0312, held-out 1.5000 (objective0 "
            "3.0300, objective1 2.0013)\n");
}

TEST_F(ProgressLines, LongTimesHaveHours) {
  Progress shown = progress(false);
  wait(2 * 3600 * 1000);
  shown.on_step(report(1));
  shown.on_step(report(2));
  EXPECT_EQ(written().substr(0, 43), "step 2 of 20, 0.0 steps/s, 18:00:00 left, l");
}

}  // namespace
}  // namespace facet
