#include "framework/cebra/solvers.h"

#include "facet/error.h"
#include "facet/option_info.h"

namespace facet {

namespace {

std::string form_name(bool contrastive) {
  return std::string(contrastive ? ContrastiveCriterion::form : SupervisedCriterion::form);
}

void require_all(const MultiCriterions& criterion, bool contrastive) {
  for (std::size_t i = 0; i < criterion.size(); ++i)
    if (criterion.is_contrastive(i) != contrastive)
      throw Error(item_key("objective", i) + " is " + form_name(!contrastive) +
                  ", but the solver is " + form_name(contrastive));
}

}  // namespace

ContrastiveMultiobjectiveSolverxCEBRA::ContrastiveMultiobjectiveSolverxCEBRA(
    std::shared_ptr<Model> model, std::shared_ptr<MultiCriterions> criterion,
    std::shared_ptr<Optimizer> optimizer, Options options)
    : Solver(std::move(model), std::move(criterion), std::move(optimizer), std::move(options)) {
  require_all(this->criterion(), true);
}

SupervisedMultiobjectiveSolverxCEBRA::SupervisedMultiobjectiveSolverxCEBRA(
    std::shared_ptr<Model> model, std::shared_ptr<MultiCriterions> criterion,
    std::shared_ptr<Optimizer> optimizer, Options options)
    : Solver(std::move(model), std::move(criterion), std::move(optimizer), std::move(options)) {
  require_all(this->criterion(), false);
}

}  // namespace facet
