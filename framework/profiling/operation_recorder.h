#pragma once

#include <ATen/record_function.h>

#include <cstdint>
#include <functional>
#include <mutex>
#include <set>
#include <string>
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
  /// Small, and without memory of its own: what is noted between the operations slows them down.
  struct Noted {
    const std::string* name;
    bool is_mark;
    std::uint64_t thread;
    std::int64_t begin, end;
  };

  static void note_end(const at::RecordFunction& function, at::ObserverContext* began);
  const std::string* kept(const char* name);

  std::mutex mutex_;
  std::set<std::string, std::less<>> names_;
  std::vector<Noted> noted_;
  at::CallbackHandle callback_ = at::INVALID_CALLBACK_HANDLE;
};

}  // namespace facet
