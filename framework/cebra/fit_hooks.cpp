#include "framework/cebra/fit_hooks.h"

#include <string>
#include <utility>

#include "facet/error.h"

namespace facet {

namespace {

/// `name` is the hook's.
void require_call(bool given, const char* name) {
  if (!given) throw Error(std::string(name) + " needs a function to call, and was given none");
}

class Logger : public Observer {
 public:
  Logger(std::function<void(const Report&)> call, std::int64_t frequency)
      : call_(std::move(call)), frequency_(frequency) {}
  Training on_step(const Report& report) override {
    if (report.step % frequency_ == 0 || report.step == report.num_steps) call_(report);
    return Training::goes_on;
  }

 private:
  std::function<void(const Report&)> call_;
  std::int64_t frequency_;
};

class SaveHook : public Observer {
 public:
  explicit SaveHook(std::function<void(std::int64_t)> call) : call_(std::move(call)) {}
  Training on_checkpoint(std::int64_t step) override {
    call_(step);
    return Training::goes_on;
  }

 private:
  std::function<void(std::int64_t)> call_;
};

class Interrupted : public Observer {
 public:
  explicit Interrupted(std::function<bool()> call) : call_(std::move(call)) {}
  Training on_step(const Report&) override { return call_() ? Training::ends : Training::goes_on; }

 private:
  std::function<bool()> call_;
};

}  // namespace

std::shared_ptr<Observer> logger(std::function<void(const Report&)> call,
                                 std::int64_t log_frequency) {
  require_call(call != nullptr, "logger");
  if (log_frequency < 1)
    throw Error("log_frequency must be >= 1, got " + std::to_string(log_frequency));
  return std::make_shared<Logger>(std::move(call), log_frequency);
}

std::shared_ptr<Observer> save_hook(std::function<void(std::int64_t)> call) {
  require_call(call != nullptr, "save_hook");
  return std::make_shared<SaveHook>(std::move(call));
}

std::shared_ptr<Observer> interrupted(std::function<bool()> call) {
  require_call(call != nullptr, "interrupted");
  return std::make_shared<Interrupted>(std::move(call));
}

}  // namespace facet
