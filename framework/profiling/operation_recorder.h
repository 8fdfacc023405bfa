#pragma once

#include <ATen/record_function.h>

#include <mutex>
#include <vector>

#include "framework/profiling/timed_operation.h"

namespace facet {

/// Notes the operations of libtorch and the marks of all threads, from when it is made until it is
/// stopped. One at a time; other threads must not compute while it begins or stops. (libtorch's own
/// profilers are built on the same callbacks; their interfaces change from version to version.)
class OperationRecorder {
 public:
  OperationRecorder();
  ~OperationRecorder();
  OperationRecorder(const OperationRecorder&) = delete;
  OperationRecorder& operator=(const OperationRecorder&) = delete;

  /// In the order in which they ended.
  std::vector<TimedOperation> stop();

 private:
  static void note_end(const at::RecordFunction& function, at::ObserverContext* began);

  std::mutex mutex_;
  std::vector<TimedOperation> operations_;
  at::CallbackHandle callback_ = at::INVALID_CALLBACK_HANDLE;
};

}  // namespace facet
