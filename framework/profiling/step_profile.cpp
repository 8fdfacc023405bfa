#include "framework/profiling/step_profile.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "facet/error.h"
#include "framework/sampling/step_marks.h"

namespace facet {

namespace {

using Operations = std::vector<const TimedOperation*>;

constexpr double nanoseconds_in_a_millisecond = 1e6;

bool is_mark(const TimedOperation& operation, const char* mark) {
  return operation.is_mark && operation.name == mark;
}

std::vector<TimedOperation> steps_after(const std::vector<TimedOperation>& operations,
                                        std::int64_t warm_up_steps) {
  std::vector<TimedOperation> steps;
  for (const TimedOperation& operation : operations)
    if (is_mark(operation, step_mark)) steps.push_back(operation);
  if (static_cast<std::int64_t>(steps.size()) <= warm_up_steps)
    throw Error("there were " + std::to_string(steps.size()) + " steps, of which the first " +
                std::to_string(warm_up_steps) + " are not counted");
  steps.erase(steps.begin(), steps.begin() + warm_up_steps);
  return steps;
}

bool is_within(const std::vector<TimedOperation>& steps, const TimedOperation& operation) {
  return operation.begin >= steps.front().begin && operation.end <= steps.back().end;
}

/// What the thread of the steps did from the first to the last of them, in the same order.
Operations operations_within(const std::vector<TimedOperation>& steps,
                             const std::vector<TimedOperation>& operations) {
  Operations within;
  for (const TimedOperation& operation : operations)
    if (operation.thread == steps[0].thread && is_within(steps, operation))
      within.push_back(&operation);
  return within;
}

/// Of each its duration without what lies directly within it: that ended before it and began after
/// it, and nothing else holds it yet.
std::vector<std::int64_t> own_times(const Operations& operations) {
  std::vector<std::int64_t> own;
  Operations unheld;
  for (const TimedOperation* operation : operations) {
    own.push_back(operation->duration());
    while (!unheld.empty() && unheld.back()->begin >= operation->begin) {
      own.back() -= unheld.back()->duration();
      unheld.pop_back();
    }
    unheld.push_back(operation);
  }
  return own;
}

/// Those of one name together, in the order in which the first of them ended.
class Costs {
 public:
  explicit Costs(std::size_t num_steps) : num_steps_(static_cast<double>(num_steps)) {}

  void add(const std::string& name, std::int64_t nanoseconds) {
    const auto [place, is_new] = places_.emplace(name, costs_.size());
    if (is_new) costs_.push_back({name});
    StepCost& cost = costs_[place->second];
    cost.calls += 1 / num_steps_;
    cost.milliseconds +=
        static_cast<double>(nanoseconds) / nanoseconds_in_a_millisecond / num_steps_;
  }
  std::vector<StepCost> all() && { return std::move(costs_); }

 private:
  const double num_steps_;
  std::map<std::string, std::size_t> places_;
  std::vector<StepCost> costs_;
};

std::string name_of_part(const TimedOperation& mark) {
  return mark.name == step_mark ? "the rest" : mark.name;
}

std::vector<StepCost> costs_of_parts(const Operations& operations, std::size_t num_steps) {
  Operations marks;
  std::copy_if(operations.begin(), operations.end(), std::back_inserter(marks),
               [](const TimedOperation* operation) { return operation->is_mark; });
  const std::vector<std::int64_t> own = own_times(marks);
  Costs costs(num_steps);
  for (std::size_t i = 0; i < marks.size(); ++i) costs.add(name_of_part(*marks[i]), own[i]);
  return std::move(costs).all();
}

std::vector<StepCost> costs_of_operations(const Operations& operations, std::size_t num_steps) {
  const std::vector<std::int64_t> own = own_times(operations);
  Costs costs(num_steps);
  for (std::size_t i = 0; i < operations.size(); ++i)
    costs.add(operations[i]->is_mark ? "(" + name_of_part(*operations[i]) + ", in no operation)"
                                     : operations[i]->name,
              own[i]);
  std::vector<StepCost> all = std::move(costs).all();
  std::stable_sort(all.begin(), all.end(), [](const StepCost& a, const StepCost& b) {
    return a.milliseconds > b.milliseconds;
  });
  return all;
}

double drawing_time(const std::vector<TimedOperation>& steps,
                    const std::vector<TimedOperation>& operations) {
  Costs drawing(steps.size());
  for (const TimedOperation& operation : operations)
    if (is_mark(operation, drawing_mark) && is_within(steps, operation))
      drawing.add(operation.name, operation.duration());
  const std::vector<StepCost> all = std::move(drawing).all();
  return all.empty() ? 0 : all[0].milliseconds;
}

}  // namespace

StepProfile step_profile(const std::vector<TimedOperation>& operations,
                         std::int64_t warm_up_steps) {
  const std::vector<TimedOperation> steps = steps_after(operations, warm_up_steps);
  const Operations within = operations_within(steps, operations);
  StepProfile profile;
  profile.num_steps = static_cast<std::int64_t>(steps.size());
  profile.parts = costs_of_parts(within, steps.size());
  profile.operations = costs_of_operations(within, steps.size());
  for (const StepCost& part : profile.parts) profile.milliseconds += part.milliseconds;
  profile.drawing_milliseconds = drawing_time(steps, operations);
  return profile;
}

}  // namespace facet
