#include "framework/judging/evaluate.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/full.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <limits>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/assembly/assembly.h"
#include "framework/assembly/compute_threads.h"
#include "framework/config/given_labels.h"
#include "framework/judging/held_out_losses.h"
#include "framework/judging/rows_to_judge.h"
#include "framework/judging/run_facets.h"
#include "framework/metrics/decodable_labels.h"
#include "framework/metrics/decoding.h"
#include "framework/metrics/principal_components.h"
#include "framework/run_folder/model_file.h"
#include "framework/run_folder/read_record.h"
#include "framework/run_folder/recorded_plugins.h"
#include "framework/run_folder/split_embedding.h"

namespace facet {

namespace {

/// The leading principal components of the signals that the run was trained on, of each session its
/// own.
at::Tensor components_of(const Assembly& assembly, std::int64_t num_components) {
  std::vector<at::Tensor> of_sessions;
  const Sessions& sessions = *assembly.data.sessions;
  std::int64_t fewest = num_components;
  for (std::int64_t s = 0; s < sessions.size(); ++s) {
    const Bins own = Bins(assembly.data.training).of_session(s);
    const at::Tensor bins = at::tensor(own.all(), at::kLong) - sessions.first_bin(s);
    try {
      of_sessions.push_back(principal_components(sessions[s], assembly.models.front()->offset(),
                                                 bins, num_components));
    } catch (const Error& error) {  // such as a session without a full window
      of_sessions.push_back(at::full({sessions[s].num_bins(), num_components},
                                     std::numeric_limits<float>::quiet_NaN(), at::kFloat));
      warn(std::string(error.what()) + ": it is left out of the baseline of principal components");
    }
    fewest = std::min(fewest, of_sessions.back().size(1));
  }
  if (fewest < num_components)
    warn("the baseline of principal components has " + std::to_string(fewest) +
         " of them, since a recording has no more; the embedding has " +
         std::to_string(num_components) + " columns");
  for (at::Tensor& components : of_sessions) components = components.narrow(1, 0, fewest);
  return at::cat(of_sessions);
}

/// In the place of a facet stand as many leading components.
Figures judge_components(const at::Tensor& components, const std::vector<FeatureRange>& facets,
                         const Labels& labels, const std::vector<FitAndJudge>& rows) {
  Figures figures;
  for (const FeatureRange& facet : facets) {
    const std::int64_t count = std::min(facet.size(), components.size(1));
    append(figures,
           under({{"facet", facet}}, decode(components.narrow(1, 0, count), labels, rows)));
  }
  return figures;
}

/// Those of a session of the run; of a run with one recording, or without a name, all.
Segment rows_of_session(const LabelledEmbedding& embedding, const RunConfig& config,
                        const std::string& name) {
  if (name.empty() || !embedding.session.defined()) return {0, embedding.embedding.size(0)};
  const at::Tensor own = embedding.session.eq(find_session(config.data, name)).nonzero().squeeze(1);
  if (own.numel() == 0) throw Error("session '" + name + "' has no bin");
  return {own.min().item<std::int64_t>(), own.max().item<std::int64_t>() + 1};
}

/// Names the sessions that have nothing to be judged.
void tell_of_unjudged(const LabelledEmbedding& embedding, const RunConfig& config) {
  if (!embedding.session.defined()) return;
  for (std::size_t s = 0; s < config.data.session.size(); ++s) {
    const at::Tensor own = embedding.session.eq(static_cast<std::int64_t>(s));
    if (!embedding.embedding.isfinite().all(1).logical_and(own).any().item<bool>())
      warn("session '" + config.data.session[s].name +
           "' has no bin with a full window: it is not judged");
  }
}

void append(std::vector<std::string>& warnings, const std::vector<std::string>& more) {
  warnings.insert(warnings.end(), more.begin(), more.end());
}

/// Reads the recordings again; where that fails, or they are others, says why.
Assembly assemble_if_possible(const RunFolder& folder, const RunConfig& config, Registry& registry,
                              std::string& without_data) {
  try {
    Assembly assembly = assemble(config, registry);
    require_trained_data(folder, assembly.data);
    return assembly;
  } catch (const Error& error) {
    without_data = error.what();
    return {};
  }
}

std::vector<std::string> warnings_about(const RunJudgement& judgement, const RunConfig& config,
                                        const Registry& registry, std::int64_t folds) {
  std::vector<std::string> warnings;
  if (!judgement.without_data.empty())
    warnings.push_back("without the recording there are no held-out losses and no baselines: " +
                       judgement.without_data);
  if (!judgement.held_out && folds == 0)
    warnings.push_back(
        "the run held nothing out; decoders are judged on what they were fitted on (set "
        "data.validation, or judge by folds)");
  append(warnings, check_decoding(config, registry, judgement.held_out));
  return warnings;
}

}  // namespace

RunJudgement evaluate_run(const RunFolder& folder, const RunConfig& of_run, Registry& registry,
                          const JudgingOptions& options) {
  if (options.folds != 0 && options.folds < 2)
    throw Error("folds must be 2 or more, or 0 for none, got " + std::to_string(options.folds));
  RunConfig config = of_run;
  if (options.test) hold_out_test(config.data);
  const ComputeThreads threads(config.training.threads);
  SplitEmbedding run = load_split_embedding(folder, config);
  if (!options.session.empty()) keep_session(run, find_session(config.data, options.session));
  RunJudgement judgement;
  judgement.model = run.rows.model;
  judgement.held_out = !run.split.held_out.empty();
  const Assembly assembly = assemble_if_possible(folder, config, registry, judgement.without_data);
  const bool with_data = judgement.without_data.empty();
  if (with_data && options.note)
    for (const Recording& recording : assembly.data.sessions->recordings())
      options.note(size_text(recording));
  judgement.warnings = warnings_about(judgement, config, registry, options.folds);

  const CrossValidation by{options.folds,
                           with_data ? assembly.models.front()->offset().size() - 1 : 0};
  const Labels& labels = run.rows.labels;
  const std::int64_t num_outputs = run.rows.embedding.size(1);
  const auto facets = run_facets(config, num_outputs);
  const auto rows =
      rows_to_judge(rows_of_session(run.rows, config, options.session), run.split, by);
  const auto judge = [&](const at::Tensor& embedding) {
    return decode_facets(embedding, facets, labels, rows);
  };
  tell_of_unjudged(run.rows, config);
  append(judgement.warnings, undecoded_labels(run.rows.embedding, labels, rows));
  Figures decoding = under({"decoding"}, judge(run.rows.embedding));
  if (!with_data) {
    judgement.figures = std::move(decoding);
    return judgement;
  }

  Figures components = judge_components(components_of(assembly, num_outputs), facets, labels, rows);
  // The encoder as it was before its training, or as it would be with as much luck.
  Figures untrained = judge(embed_own_recordings(assembly, assembly.solver->ranks()).embedding);
  if (judgement.held_out) {
    warn_of_another_model(folder, config, registry);
    load_model(folder.model(), model_state(assembly.models), &assembly.solver->criterion());
    judgement.figures = under({"objectives"}, held_out_losses(assembly));
  }
  append(judgement.figures, std::move(decoding));
  append(judgement.figures, under({"baselines", "PCA"}, std::move(components)));
  append(judgement.figures, under({"baselines", "untrained"}, std::move(untrained)));
  return judgement;
}

RunJudgement judge(const Assembly& run, const Registry& registry) {
  if (!run.solver) throw Error("there is no run to judge: an Assembly is made by assemble");
  RunJudgement judgement;
  judgement.held_out = run.valid_loader != nullptr;
  judgement.warnings = warnings_about(judgement, run.config, registry, 0);
  if (judgement.held_out) judgement.figures = under({"objectives"}, held_out_losses(run));
  const at::Tensor embedding = run.embedding();
  const Labels& labels = run.data.sessions->labels();
  const auto rows =
      rows_to_judge({0, embedding.size(0)}, {run.data.training, run.data.held_out}, {});
  append(judgement.warnings, undecoded_labels(embedding, labels, rows));
  append(judgement.figures,
         under({"decoding"},
               decode_facets(embedding, run_facets(run.config, embedding.size(1)), labels, rows)));
  return judgement;
}

}  // namespace facet
