#include "framework/judging/evaluate.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>

#include <algorithm>

#include "facet/criterion.h"
#include "facet/error.h"
#include "framework/assembly/assembly.h"
#include "framework/assembly/compute_threads.h"
#include "framework/judging/run_facets.h"
#include "framework/metrics/goodness_of_fit.h"
#include "framework/metrics/principal_components.h"
#include "framework/run/embed_run.h"
#include "framework/run_folder/embedded_run.h"
#include "framework/run_folder/model_file.h"

namespace facet {

namespace {

at::Tensor bins_of(const std::vector<Segment>& segments) {
  return at::tensor(Bins(segments).all(), at::kLong);
}

/// Puts the parts of an evaluation together, one after the other.
class Evaluator {
 public:
  Evaluator(const RunFolder& folder, const RunConfig& config, Registry& registry,
            const EvaluationOptions& options)
      : folder_(folder), config_(config), registry_(registry), options_(options) {}

  RunEvaluation evaluate() {
    const ComputeThreads threads(config_.training.threads);
    read_embedding();
    try {
      assembly_ = assemble(config_, registry_);
    } catch (const Error& error) {
      evaluation_.without_data = error.what();
    }
    const bool with_data = evaluation_.without_data.empty();
    choose_rows(with_data ? assembly_.models.front()->offset() : Offset());
    evaluation_.scores = decode_facets(run_.file.embedding, facets_, run_.file.labels, folds_);
    if (!with_data) return evaluation_;
    add_principal_components();
    add_untrained();
    if (evaluation_.held_out) judge_objectives();
    return evaluation_;
  }

 private:
  void read_embedding() {
    run_ = load_embedded_run(folder_, config_);
    if (!options_.session.empty()) keep_session(run_, find_session(config_.data, options_.session));
    evaluation_.held_out = !run_.held_out.empty();
    facets_ = run_facets(config_, run_.file.embedding.size(1));
  }

  void choose_rows(const Offset& offset) {
    if (options_.folds > 0)
      folds_ = blocked_folds(run_.file.embedding.size(0), options_.folds, offset.size() - 1);
    else
      folds_ = {
          {bins_of(run_.training), bins_of(evaluation_.held_out ? run_.held_out : run_.training)}};
  }

  /// In the place of a facet stand as many leading components, of each session its own.
  void add_principal_components() {
    std::vector<at::Tensor> of_sessions;
    const Sessions& sessions = *assembly_.data.sessions;
    for (std::int64_t s = 0; s < sessions.size(); ++s) {
      const Bins own = Bins(assembly_.data.training).of_session(s);
      of_sessions.push_back(principal_components(
          sessions[s], assembly_.models.front()->offset(),
          at::tensor(own.all(), at::kLong) - sessions.first_bin(s), run_.file.embedding.size(1)));
    }
    const at::Tensor components = at::cat(of_sessions);
    DecodingBaseline baseline{"PCA", {}};
    for (const FeatureRange& facet : facets_) {
      const FeatureRange leading{0, std::min(facet.size(), components.size(1))};
      for (DecodingScore& score : decode_facets(components, {leading}, run_.file.labels, folds_)) {
        score.facet = facet;
        baseline.scores.push_back(std::move(score));
      }
    }
    evaluation_.baselines.push_back(std::move(baseline));
  }

  /// The encoder as it was before its training, or as it would be with as much luck.
  void add_untrained() {
    evaluation_.baselines.push_back(
        {"untrained",
         decode_facets(embed_run(assembly_).embedding, facets_, run_.file.labels, folds_)});
  }

  void judge_objectives() {
    Solver& solver = *assembly_.solver;
    load_model(folder_.model(), model_state(assembly_.models), &solver.criterion());
    const auto losses = solver.validation(*assembly_.valid_loader);
    const SampleBatch batch = assembly_.valid_loader->batch(0);
    for (std::size_t i = 0; i < config_.objective.size(); ++i) {
      ObjectiveFit fit{solver.feature_ranges()[i], config_.objective[i].loss.name, 0, {}};
      for (const Quantity& quantity : losses)
        if (quantity.name == "objective" + std::to_string(i) + ".loss")
          fit.value = quantity.value.item<double>();
      const auto* contrastive =
          dynamic_cast<const ContrastiveCriterion*>(&solver.criterion().criterion(i));
      if (contrastive && contrastive->is_info_nce())
        fit.bits = goodness_of_fit(fit.value, batch.objectives[i].negative.size(0));
      evaluation_.objectives.push_back(fit);
    }
  }

  const RunFolder& folder_;
  const RunConfig& config_;
  Registry& registry_;
  const EvaluationOptions& options_;
  EmbeddedRun run_;
  std::vector<FeatureRange> facets_;
  std::vector<FitAndJudge> folds_;
  Assembly assembly_;
  RunEvaluation evaluation_;
};

}  // namespace

RunEvaluation evaluate_run(const RunFolder& folder, const RunConfig& config, Registry& registry,
                           const EvaluationOptions& options) {
  return Evaluator(folder, config, registry, options).evaluate();
}

}  // namespace facet
