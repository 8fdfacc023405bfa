#include "lbfgs.h"

#include "facet/plugin.h"

namespace facet {

namespace {

torch::optim::LBFGSOptions lbfgs_options(const LBFGS::Options& options) {
  auto converted = torch::optim::LBFGSOptions(options.lr)
                       .max_iter(options.max_iter)
                       .tolerance_grad(options.tolerance_grad)
                       .tolerance_change(options.tolerance_change)
                       .history_size(options.history_size);
  if (options.max_eval) converted.max_eval(*options.max_eval);
  if (options.line_search_fn) converted.line_search_fn(*options.line_search_fn);
  return converted;
}

}  // namespace

/// Its `al` is scratch space.
StateFields LBFGS::fields(torch::optim::LBFGSParamState& state) const {
  return {{"func_evals", &state.func_evals()},
          {"n_iter", &state.n_iter()},
          {"t", &state.t()},
          {"prev_loss", &state.prev_loss()},
          {"d", &state.d()},
          {"H_diag", &state.H_diag()},
          {"prev_flat_grad", &state.prev_flat_grad()},
          {"old_dirs", &state.old_dirs()},
          {"old_stps", &state.old_stps()},
          {"ro", &state.ro()}};
}

void LBFGS::Options::describe(OptionsDescription<Options>& options) {
  options.add("lr", &Options::lr, "learning rate").above(0);
  options.add("max_iter", &Options::max_iter, "iterations per step at most")
      .at_least(1)
      .at_most(1e6);
  options
      .add("max_eval", &Options::max_eval,
           "evaluations of the loss per step at most; not given: 1.25 max_iter")
      .at_least(1);
  options.add("tolerance_grad", &Options::tolerance_grad, "a step ends at a gradient below this")
      .at_least(0);
  options
      .add("tolerance_change", &Options::tolerance_change,
           "a step ends when loss or parameters change by less than this")
      .at_least(0);
  options.add("history_size", &Options::history_size, "changes that are remembered")
      .at_least(1)
      .at_most(1e4);
  options.add("line_search_fn", &Options::line_search_fn, "not given: steps of the learning rate")
      .one_of({"strong_wolfe"});
}

LBFGS::LBFGS(const Options& options, const Arguments& arguments)
    : LibtorchOptimizer(arguments, lbfgs_options(options)) {}

FACET_PLUGIN(registrar) {
  registrar.add<LBFGS>("LBFGS", "limited-memory BFGS, several evaluations of the loss per step");
}

}  // namespace facet
