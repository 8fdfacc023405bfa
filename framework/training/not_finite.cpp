#include "framework/training/not_finite.h"

#include <vector>

#include "facet/text.h"
#include "framework/calls/call.h"

namespace facet {

namespace {

std::string in_full(const Component& component) {
  const std::string& key = component.origin().key;
  return key.empty() ? name_of(component.origin()) : key + " (" + name_of(component.origin()) + ")";
}

/// Of `objective<i>.<rest>`.
std::size_t objective_of(const std::string& column) {
  return std::stoul(column.substr(std::string("objective").size()));
}

std::string in_words(const NotFinite& found, const TrainedBy& by) {
  if (found.quantity == "total") return "the weighted sum of the losses is not finite";
  if (found.quantity == "parameters")
    return "the parameters are not finite: their gradient was, the update by " +
           in_full(by.optimizer) + " of " + in_full(by.model) + " is not";
  if (found.quantity == "gradient") {
    std::vector<std::string> losses;
    for (std::size_t i = 0; i < by.criterion.size(); ++i)
      losses.push_back(in_full(by.criterion.criterion(i)));
    if (by.regularizer) losses.push_back(in_full(*by.regularizer));
    return "the gradient of " + join(losses, " or of ") + " is not finite, although the losses are";
  }
  const std::size_t objective = objective_of(found.quantity);
  if (found.quantity.ends_with(".regularizer") && by.regularizer)
    return "objective[" + std::to_string(objective) + "]: the penalty of " +
           in_full(*by.regularizer) + " is not finite";
  return not_finite_loss(by.criterion.criterion(objective), found.embedding ? &by.model : nullptr);
}

}  // namespace

const char* const likely_causes =
    "likely causes are signals that are raw counts (data.zscore = true brings them to scale), a "
    "learning rate that is too high, or a temperature that is too low";

std::string not_finite_loss(const Criterion& criterion, const Model* encoder) {
  const std::string loss = "the loss of " + in_full(criterion) + " is not finite";
  return encoder ? loss + ", nor is the embedding that " + in_full(*encoder) +
                       " gave it, although its parameters were"
                 : loss;
}

std::string to_string(const NotFinite& found, const TrainedBy& by) {
  return "step " + std::to_string(found.step) + ": " + in_words(found, by);
}

}  // namespace facet
