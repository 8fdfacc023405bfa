#include "framework/calls/call.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <thread>

#include "message_of.h"

namespace facet {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

const ComponentOrigin mine{"lab", "criterion", "Mine", "objective[0].loss"};

template <class Action>
std::string message_of_call(const Action& action) {
  return message_of([&] { call(mine, "in forward()", action); });
}

TEST(Call, GivesBackWhatTheComponentGave) {
  EXPECT_EQ(call(mine, "in forward()", [] { return 3; }), 3);
}

TEST(Call, NamesWhoThrew) {
  EXPECT_EQ(message_of_call([] { throw std::runtime_error("out of paper"); }),
            "objective[0].loss: criterion lab/Mine, in forward(): out of paper");
  EXPECT_EQ(message_of_call([] { throw Error("no licence"); }),
            "objective[0].loss: criterion lab/Mine, in forward(): no licence");
  EXPECT_EQ(message_of_call([] { throw 42; }),
            "objective[0].loss: criterion lab/Mine, in forward(): it threw something that is not a "
            "std::exception, of type int");
  EXPECT_EQ(message_of_call([] { throw BrokenPromise("a matrix, promised is a scalar"); }),
            "objective[0].loss: criterion lab/Mine, in forward(): a matrix, promised is a scalar");
}

TEST(Call, NamesTheStep) {
  const AtStep now(7);
  EXPECT_THAT(message_of_call([] { throw 1; }), HasSubstr(", in forward() of step 7: "));
}

TEST(Call, ShowsNoStackOfLibtorch) {
  const std::string message = message_of_call([] { at::ones({2, 3}).matmul(at::ones({2, 3})); });
  EXPECT_THAT(message, HasSubstr("in forward(): mat1 and mat2 shapes cannot be multiplied"));
  EXPECT_THAT(message, testing::Not(HasSubstr("frame")));
}

TEST(Call, NamesTheInnermostComponent) {
  const ComponentOrigin optimizer{"core", "optimizer", "Outer", "training.optimizer"};
  EXPECT_THAT(message_of([&] {
                call(optimizer, "in step()",
                     [&] { called_back([&] { call(mine, "in forward()", [] { throw 1; }); }); });
              }),
              StartsWith("objective[0].loss: criterion lab/Mine, in forward(): "));
}

TEST(Call, LetsPassWhatIsNotTheComponentsFault) {
  EXPECT_THROW(call(mine, "in its constructor", [] { throw OptionsError({}); }), OptionsError);
  EXPECT_EQ(message_of_call([] { called_back([] { throw Error("the disk is full"); }); }),
            "the disk is full");
  EXPECT_EQ(message_of_call([] { own_errors_pass([] { throw Error("x.npz: is empty"); }); }),
            "x.npz: is empty");
  EXPECT_THAT(message_of_call([] { own_errors_pass([] { throw 1; }); }), StartsWith("objective"));
  const ComponentOrigin of_the_program;
  EXPECT_THROW(call(of_the_program, "in on_step()", [] { throw std::bad_alloc(); }),
               std::bad_alloc);
}

TEST(Call, RecordsGradientsAfterwardsAsBefore) {
  call(mine, "in forward()", [] { at::GradMode::set_enabled(false); });
  EXPECT_TRUE(at::GradMode::is_enabled());
  message_of_call([] {
    at::GradMode::set_enabled(false);
    throw 1;
  });
  EXPECT_TRUE(at::GradMode::is_enabled());
}

TEST(Call, IsKnownWhileItIsMade) {
  EXPECT_EQ(BeingCalled::now(), nullptr);
  const AtStep step(3);
  call(mine, "in forward()", [] {
    ASSERT_NE(BeingCalled::now(), nullptr);
    EXPECT_EQ(BeingCalled::now()->whom().name, "Mine");
    EXPECT_EQ(BeingCalled::now()->step(), 3);
    called_back([] { EXPECT_EQ(BeingCalled::now(), nullptr) << "the engine is at work"; });
    EXPECT_NE(BeingCalled::now(), nullptr);
    std::thread([] { EXPECT_EQ(BeingCalled::now(), nullptr) << "another thread"; }).join();
  });
  message_of_call([] { throw 1; });
  EXPECT_EQ(BeingCalled::now(), nullptr);
}

}  // namespace
}  // namespace facet
