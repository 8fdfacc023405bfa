#include "framework/profiling/operation_recorder.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <thread>

namespace facet {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::Field;
using testing::IsEmpty;

auto called(const std::string& name, bool is_mark) {
  return AllOf(Field(&TimedOperation::name, name), Field(&TimedOperation::is_mark, is_mark));
}

void multiply(const std::string& mark) {
  RECORD_USER_SCOPE(mark);
  const at::Tensor x = at::ones({50, 50});
  x.mm(x);
}

TEST(OperationRecorder, NotesOperationsWithinTheirMark) {
  OperationRecorder recorder;
  multiply("here");
  const std::vector<TimedOperation> operations = recorder.stop();
  EXPECT_THAT(operations, Contains(called("aten::mm", false)).Times(1));
  ASSERT_THAT(operations.back(), called("here", true));
  EXPECT_THAT(operations, Each(Field(&TimedOperation::thread, operations.back().thread)));
  std::int64_t last_end = 0;
  for (const TimedOperation& operation : operations) {
    EXPECT_LE(operation.begin, operation.end);
    EXPECT_GE(operation.begin, operations.back().begin);
    EXPECT_GE(operation.end, last_end);
    last_end = operation.end;
  }
}

TEST(OperationRecorder, NotesWhatOtherThreadsDo) {
  OperationRecorder recorder;
  std::thread other([] { multiply("there"); });
  other.join();
  multiply("here");
  const std::vector<TimedOperation> operations = recorder.stop();
  EXPECT_THAT(operations, Contains(called("aten::mm", false)).Times(2));
  EXPECT_NE(operations.front().thread, operations.back().thread);
}

TEST(OperationRecorder, NotesNothingAfterItWasStopped) {
  OperationRecorder recorder;
  recorder.stop();
  multiply("here");
  EXPECT_THAT(recorder.stop(), IsEmpty());
  EXPECT_FALSE(at::hasCallbacks());
}

}  // namespace
}  // namespace facet
