#include <ATen/ops/scalar_tensor.h>

#include "facet/error.h"
#include "facet/text.h"
#include "facet/warning.h"
#include "framework/training/finite_watch.h"
#include "framework/training/named_state.h"
#include "framework/training/not_finite.h"
#include "framework/training/solver.h"

// What a solver does where a step was not finite.
namespace facet {

std::optional<NotFinite> Solver::first_not_finite() {
  std::optional<NotFinite> found = watch_->read();
  if (!options_.ranks->several()) return found;
  at::Tensor on_any = at::scalar_tensor(found ? 1.0 : 0.0, at::kFloat);
  options_.ranks->sum(on_any);
  if (on_any.item<float>() > 0 && !found) found = NotFinite{steps_done() + 1, "total"};
  return found;
}

std::string Solver::in_words(const NotFinite& found) const {
  return to_string(found, {*criterion_, *optimizer_, *models_[0], options_.regularizer.get()});
}

std::vector<NamedTensor> Solver::updated() const {
  std::vector<NamedTensor> updated = learned();
  append_under("optimizer.", optimizer_state(), updated);
  return updated;
}

void Solver::leave_out(const NotFinite& found, const std::vector<NamedTensor>& before) {
  copy_state(before, learned());
  load_optimizer_state(taken_from("optimizer.", before));
  if (recovered_.updates_left_out++ == 0) recovered_.first_left_out = found.step;
}

void Solver::roll_back(const NotFinite& found) {
  const Recovered so_far = recovered_;
  load_state(copies_of(last_good_));
  recovered_.rollbacks = so_far.rollbacks + 1;
  warn(in_words(found) + "; the training goes back to step " + std::to_string(steps_done()) +
       " and on with " + number_text(recovered_.rate(), 3) + " of its learning rate (" +
       std::to_string(recovered_.rollbacks) + " of at most " + std::to_string(most_rollbacks) +
       " times)");
}

void Solver::stop_at(const NotFinite& found, const std::string& where,
                     const FitOptions& options) const {
  std::string saved = "no checkpoint was written before it";
  if (saved_at_ > 0)
    saved = "the last checkpoint, of step " + std::to_string(saved_at_) + ", is kept" +
            (options.folder.empty() ? "" : " in " + options.folder);
  const std::string tried = recovered_.rollbacks > 0
                                ? " (after " + std::to_string(recovered_.rollbacks) + " rollbacks)"
                                : "";
  throw Error(in_words(found) + where + tried + ": " + likely_causes + "; " + saved);
}

}  // namespace facet
