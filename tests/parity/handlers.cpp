#include "parity/handlers.h"

namespace facet::parity {

const std::map<std::string, Handler>& handlers() {
  static const std::map<std::string, Handler> by_kind = {
      {"criterion", criterion},
      {"criterion.nn", criterion_nn},
      {"multi_criterions", multi_criterions},
      {"distribution.search", distribution_search},
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
      {"attribution", attribution},
      {"attribution.auroc", attribution_auroc},
      {"attribution.gaps", attribution_gaps},
      {"decoder.knn", decoder_knn},
      {"decoder.l1", decoder_l1},
      {"decoder.ridge", decoder_ridge},
      {"metric.consistency_datasets", metric_consistency_datasets},
      {"metric.consistency_runs", metric_consistency_runs},
      {"metric.ensemble", metric_ensemble},
      {"metric.goodness_of_fit", metric_goodness_of_fit},
      {"metric.procrustes", metric_procrustes},
  };
  return by_kind;
}

}  // namespace facet::parity
