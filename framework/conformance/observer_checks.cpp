#include <memory>

#include "facet/error.h"
#include "facet/observer.h"
#include "framework/conformance/check.h"
#include "framework/files/temporary_folder.h"

namespace facet {

namespace {

constexpr std::int64_t all_steps = 6, stopped_after = 3;

void take_steps(Observer& observer, std::int64_t from, std::int64_t to) {
  for (std::int64_t step = from + 1; step <= to; ++step) {
    const Report report{step, all_steps, {{"total", 1.0}, {"objective0.loss", 0.5}}};
    observer.on_step(report);
    if (step % 2 == 0) observer.on_validation(report);
    observer.on_checkpoint(step);
  }
}

/// In a folder, and in none; and a run that ends before its first step.
void require_a_whole_run(const Tried& tried) {
  const TemporaryFolder folder;
  for (const std::string& where : {folder.path(), std::string()}) {
    const auto observer = tried.make<Observer>();
    observer->on_begin({0, all_steps, where});
    take_steps(*observer, 0, all_steps);
    observer->on_end();
  }
  const auto observer = tried.make<Observer>();
  observer->on_begin({0, all_steps, folder.path()});
  observer->on_end();
}

/// What a killed run left in the folder must not stop the next: the end was never told.
void require_goes_on_after_a_kill(const Tried& tried) {
  const TemporaryFolder folder;
  auto killed = std::make_unique<std::shared_ptr<Observer>>(tried.make<Observer>());
  (*killed)->on_begin({0, all_steps, folder.path()});
  take_steps(**killed, 0, stopped_after + 1);  // one more than was saved
  killed.release();                            // never destroyed, as in a process that was killed
  const auto resumed = tried.make<Observer>();
  resumed->on_begin({stopped_after, all_steps, folder.path()});
  take_steps(*resumed, stopped_after, all_steps);
  resumed->on_end();
}

}  // namespace

Checks observer_checks() {
  return {{"whole_run", "it watches a run in a folder, one in none, and one without a step",
           require_a_whole_run},
          {"killed_run", "a run that was killed goes on, and it with it",
           require_goes_on_after_a_kill}};
}

}  // namespace facet
