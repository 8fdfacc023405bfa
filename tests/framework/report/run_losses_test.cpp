#include "framework/report/run_losses.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "framework/files/files.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class LossesOfARun : public testing::Test {
 protected:
  LossesOfARun() {
    write_text(run_.history(), "step,total\n1,5\n2,4\n");
    write_text(run_.validation(), "step,total\n2,4.5\n");
    held_out_.data.validation = 0.2;
  }

  TemporaryFolder folder_;
  RunFolder run_{folder_.path()};
  RunConfig held_out_;
};

TEST_F(LossesOfARun, AreThoseOfBothTables) {
  const RunLosses losses = read_losses(run_, held_out_);
  EXPECT_EQ(losses.training.steps, (std::vector<double>{1, 2}));
  EXPECT_EQ(losses.validation.columns[0].second, (std::vector<double>{4.5}));
}

TEST_F(LossesOfARun, OfARunThatHoldsNothingOutNeedNoValidation) {
  std::filesystem::remove(run_.validation());
  EXPECT_TRUE(read_losses(run_, {}).validation.steps.empty());
  EXPECT_EQ(message_of([&] { read_losses(run_, held_out_); }),
            run_.validation() + ": cannot be read: No such file or directory");
}

TEST_F(LossesOfARun, ThatAreDamagedNameTheLine) {
  write_text(run_.validation(), "step,total\n2\n");
  EXPECT_EQ(message_of([&] { read_losses(run_, {}); }),
            run_.validation() + ":2: has 1 columns, the first line 2");
}

TEST_F(LossesOfARun, OfAnImportedRunAreNotDrawn) {
  write_text(run_.history(), "step\n");
  write_text(run_.validation(), "step\n");
  const RunLosses losses = read_losses(run_, held_out_);
  EXPECT_EQ(message_of([&] { draw_losses(run_, losses); }),
            run_.history() + ": no steps were trained");
}

}  // namespace
}  // namespace facet
