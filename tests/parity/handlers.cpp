#include "parity/handlers.h"

namespace facet::parity {

const std::map<std::string, Handler>& handlers() {
  static const std::map<std::string, Handler> by_kind = {
      {"criterion", criterion},
      {"criterion.nn", criterion_nn},
      {"multi_criterions", multi_criterions},
      {"distribution.search", distribution_search},
      {"distribution.conditional_search", conditional_search},
      {"distribution.conditional", distribution_conditional},
      {"distribution.statistics", distribution_statistics},
      {"dataset.expand_index", expand_index},
      {"model", model},
      {"multiobjective_model", multiobjective_model},
      {"renormalize_ranges", renormalize_ranges},
      {"regularizer", regularizer},
      {"regularizer.random", regularizer_random},
      {"scheduler", scheduler},
      {"trajectory", trajectory},
      {"decoder.knn", decoder_knn},
  };
  return by_kind;
}

}  // namespace facet::parity
