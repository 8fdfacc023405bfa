#include <ATen/TensorOperators.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/tensor.h>

#include "facet/learning_rate.h"
#include "facet/observer.h"
#include "facet/optimizer.h"
#include "facet/reader.h"
#include "facet/scheduler.h"
#include "framework/conformance/array_values.h"
#include "framework/conformance/doing.h"
#include "framework/conformance/uses_by_kind.h"

namespace facet {

Use use_scheduler(const Tried& tried) {
  return [scheduler = tried.make<Scheduler>({2})](const Situation&) {
    Results results;
    now_doing("its weights()");
    for (std::int64_t step = 0; step < 20; ++step) {
      const auto weights = scheduler->weights(step);
      results.push_back({"weights of step " + std::to_string(step),
                         at::tensor(weights.value_or(std::vector<double>{}), at::kDouble)});
    }
    return results;
  };
}

Use use_learning_rate(const Tried& tried) {
  return [rate = tried.make<LearningRate>({20})](const Situation&) {
    std::vector<double> factors;
    now_doing("its factor()");
    for (std::int64_t step = 0; step < 20; ++step) factors.push_back(rate->factor(step));
    return Results{{"factors", at::tensor(factors, at::kDouble)}};
  };
}

/// Three steps down a bowl.
Use use_optimizer(const Tried& tried) {
  return [&tried](const Situation& situation) {
    const at::Tensor x = trial_numbers({situation.rows, 2}, situation, 1).requires_grad_();
    const auto optimizer = tried.make<Optimizer>({{x}});
    const auto evaluate = [&] {
      x.mutable_grad().reset();
      const at::Tensor loss = (x - 1).square().sum();
      loss.backward();
      return loss.detach();
    };
    now_doing("its step()");
    for (int step = 0; step < 3; ++step) optimizer->step(evaluate);
    return Results{{"parameters", x.detach()}};
  };
}

Use use_observer(const Tried& tried) {
  return [&tried](const Situation&) {
    const auto observer = tried.make<Observer>();
    now_doing("its on_begin()");
    observer->on_begin({0, 3, ""});
    for (std::int64_t step = 1; step <= 3; ++step) {
      const Report report{step, 3, {{"total", 1.0 / static_cast<double>(step)}}};
      now_doing("its on_step()");
      observer->on_step(report);
      now_doing("its on_validation()");
      observer->on_validation(report);
      now_doing("its on_checkpoint()");
      observer->on_checkpoint(step);
    }
    now_doing("its on_end()");
    observer->on_end();
    return Results{};
  };
}

Use use_reader(const Tried& tried) {
  return [reader = tried.make<Reader>(), &tried](const Situation&) {
    Results results;
    if (tried.sample().empty()) return results;
    now_doing("its list(), or the reading of an array");
    for (const FileArray& array : reader->list(tried.sample())) {
      if (!array.why_unreadable().empty()) continue;
      const Results values = values_of(array);
      results.insert(results.end(), values.begin(), values.end());
    }
    return results;
  };
}

}  // namespace facet
