#include "framework/profiling/operation_recorder.h"

#include <chrono>
#include <memory>
#include <utility>

namespace facet {

namespace {

struct Beginning : at::ObserverContext {
  std::int64_t time = 0;
};

OperationRecorder* listening = nullptr;  // a callback of libtorch is a function without an object

std::int64_t nanoseconds() {
  return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::unique_ptr<at::ObserverContext> note_beginning(const at::RecordFunction&) {
  auto beginning = std::make_unique<Beginning>();
  beginning->time = nanoseconds();
  return beginning;
}

}  // namespace

OperationRecorder::OperationRecorder() {
  listening = this;
  callback_ = at::addGlobalCallback(at::RecordFunctionCallback(note_beginning, note_end));
}

OperationRecorder::~OperationRecorder() {
  stop();
}

std::vector<TimedOperation> OperationRecorder::stop() {
  if (callback_ != at::INVALID_CALLBACK_HANDLE) at::removeCallback(callback_);
  callback_ = at::INVALID_CALLBACK_HANDLE;
  std::vector<TimedOperation> operations;
  const std::vector<Noted> all = std::exchange(noted_, {});
  for (const Noted& noted : all)
    operations.push_back({*noted.name, noted.is_mark, noted.thread, noted.begin, noted.end});
  return operations;
}

void OperationRecorder::note_end(const at::RecordFunction& function, at::ObserverContext* began) {
  const std::int64_t end = nanoseconds();
  const std::lock_guard lock(listening->mutex_);
  listening->noted_.push_back({listening->kept(function.name()),
                               function.scope() == at::RecordScope::USER_SCOPE, function.threadId(),
                               static_cast<Beginning*>(began)->time, end});
}

const std::string* OperationRecorder::kept(const char* name) {
  const auto place = names_.find(name);
  return place != names_.end() ? &*place : &*names_.emplace(name).first;
}

}  // namespace facet
