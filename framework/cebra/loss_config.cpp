#include "framework/cebra/loss_config.h"

#include "facet/text.h"

namespace facet {

namespace {

const std::string contrastive_form(ContrastiveCriterion::form);
const std::string supervised_form(SupervisedCriterion::form);

const ComponentChoice* choose(const LossConfig& loss, const std::optional<std::string>& mode,
                              const std::string& key, Problems& problems) {
  const bool both = loss.contrastive_loss && loss.supervised_loss;
  if (!mode && both) {
    problems.add({}, key, "has a contrastive and a supervised loss: say which by the mode");
    return nullptr;
  }
  if (mode == contrastive_form || (!mode && loss.contrastive_loss)) {
    if (loss.contrastive_loss) return &*loss.contrastive_loss;
    problems.add({}, key + ".contrastive_loss", "is missing");
  } else {
    if (loss.supervised_loss) return &*loss.supervised_loss;
    problems.add({}, key + ".supervised_loss", "is missing");
  }
  return nullptr;
}

}  // namespace

void require_form(const Criterion& criterion, bool contrastive, const ComponentChoice& choice,
                  const std::string& key, Problems& problems) {
  const bool is_contrastive = as_contrastive(&criterion) != nullptr;
  if (is_contrastive != contrastive)
    problems.add(choice.where, key,
                 "must be a " + std::string(contrastive ? contrastive_form : supervised_form) +
                     " criterion, '" + choice.name + "' is not");
}

std::shared_ptr<MultiCriterions> create_criterions(Registry& registry,
                                                   const std::vector<LossConfig>& losses,
                                                   const std::optional<std::string>& mode) {
  Problems problems;
  if (mode && *mode != contrastive_form && *mode != supervised_form)
    problems.add(
        {}, "mode",
        "must be one of " + quoted({contrastive_form, supervised_form}) + ", got '" + *mode + "'");
  if (losses.empty()) problems.add({}, "losses", "must have at least one loss");
  problems.throw_if_any();

  std::vector<SliceCriterion> criterions;
  for (std::size_t i = 0; i < losses.size(); ++i) {
    const std::string key = "losses[" + std::to_string(i) + "]";
    const ComponentChoice* choice = choose(losses[i], mode, key, problems);
    if (!choice) continue;
    const bool contrastive = losses[i].contrastive_loss && choice == &*losses[i].contrastive_loss;
    const std::string loss_key = key + (contrastive ? ".contrastive_loss" : ".supervised_loss");
    problems.attempt(choice->where, loss_key, [&] {
      auto criterion = registry.create<Criterion>(*choice, {}, loss_key);
      require_form(*criterion, contrastive, *choice, loss_key, problems);
      criterions.push_back({losses[i].indices, std::move(criterion)});
    });
  }
  problems.throw_if_any();
  return std::make_shared<MultiCriterions>(std::move(criterions));
}

}  // namespace facet
