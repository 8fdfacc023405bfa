#include "framework/judging/compare.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/eye.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/ones_like.h>

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"
#include "facet/warning.h"
#include "framework/judging/compared_label.h"
#include "framework/judging/run_facets.h"
#include "framework/metrics/consistency.h"
#include "framework/metrics/procrustes.h"
#include "framework/metrics/scores.h"
#include "framework/run_folder/embedding_file.h"
#include "framework/run_folder/read_record.h"
#include "framework/run_folder/split_embedding.h"

namespace facet {

namespace {

/// The facets of the first run that the others have, too.
std::vector<FeatureRange> common_facets(const std::vector<RunConfig>& configs,
                                        const std::vector<LabelledEmbedding>& files) {
  std::vector<FeatureRange> common = run_facets(configs[0], files[0].embedding.size(1));
  for (std::size_t i = 1; i < files.size(); ++i) {
    const auto own = run_facets(configs[i], files[i].embedding.size(1));
    std::erase_if(common, [&](const FeatureRange& facet) {
      return std::find(own.begin(), own.end(), facet) == own.end();
    });
  }
  if (common.empty()) throw Error("the runs have no facet in common");
  return common;
}

/// Of each session: which signals and segments a run was trained on.
std::vector<std::string> checksums_of(const RunFolder& folder) {
  std::vector<std::string> checksums;
  read_record(folder, [&](const nlohmann::json& record) {
    for (const nlohmann::json& data : record.at("data"))
      checksums.push_back(data.at("signals").get<std::string>());
  });
  return checksums;
}

constexpr const char* bin_by_bin =
    " are compared bin by bin, which means something only where their bins are of the same "
    "moments; otherwise compare them where a label is alike: --label NAME";

void tell_of_other_recordings(const std::vector<RunFolder>& folders) {
  const std::vector<std::string> first = checksums_of(folders.front());
  for (const RunFolder& folder : folders)
    if (checksums_of(folder) != first)
      return warn(folders.front().path() + " and " + folder.path() +
                  " were trained on other signals, and" + bin_by_bin);
}

void require_several(const std::vector<RunFolder>& folders) {
  if (folders.size() < 2)
    throw Error("two or more runs are needed, but there are " + std::to_string(folders.size()));
}

at::Tensor centred(const at::Tensor& embedding) {
  return embedding - embedding.mean(0);
}

/// R2 of each embedding, rotated onto each other one; both about their means.
at::Tensor procrustes_matrix(const std::vector<at::Tensor>& embeddings) {
  const auto n = static_cast<std::int64_t>(embeddings.size());
  const at::Tensor scores = at::eye(n, at::kDouble);
  for (std::int64_t i = 0; i < n; ++i) {
    for (std::int64_t j = 0; j < n; ++j) {
      if (i == j) continue;
      const at::Tensor from = centred(embeddings[static_cast<std::size_t>(i)]);
      const at::Tensor to = centred(embeddings[static_cast<std::size_t>(j)]);
      scores[i][j] = pooled_r2(at::mm(from, procrustes(to, from, 1)), to);
    }
  }
  return scores;
}

/// A matrix from row to column, and the mean of what lies beside its diagonal.
Figures matrix_figures(const std::string& measure, const std::vector<std::string>& names,
                       const at::Tensor& matrix) {
  Figures figures;
  for (std::size_t i = 0; i < names.size(); ++i)
    for (std::size_t j = 0; j < names.size(); ++j)
      figures.push_back(
          {{PathStep(measure), {"from", names[i]}, {"to", names[j]}},
           matrix[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(j)].item<double>()});
  const auto n = static_cast<double>(names.size());
  const double sum = (matrix.sum() - matrix.trace()).item<double>();
  figures.push_back({{measure + "_mean"}, sum / (n * (n - 1))});
  return figures;
}

/// What is compared with one another.
struct Compared {
  std::vector<std::string> names;
  std::vector<at::Tensor> embeddings;
  std::vector<at::Tensor> labels;  ///< where the options name one
  Label label = {};                ///< that one, of the first run
};

/// A linear map fits no more rows than it has columns, and one, whatever they are.
void tell_of_few_classes(const std::vector<at::Tensor>& labels, const FeatureRange& facet,
                         std::int64_t num_bins) {
  const at::Tensor classes = labels.empty() ? at::Tensor() : common_classes(labels, num_bins);
  if (classes.defined() && classes.numel() <= facet.size() + 1)
    warn("the facet " + to_string(facet) + " is compared by " + std::to_string(classes.numel()) +
         " classes alone, which a linear map of its " + std::to_string(facet.size()) +
         " columns fits whatever they are: compare by a label of more values");
}

Figures compare_facets(const std::vector<FeatureRange>& facets, const Compared& compared,
                       const ComparisonOptions& options) {
  Figures figures;
  for (const FeatureRange& facet : facets) {
    std::vector<at::Tensor> parts;
    for (const at::Tensor& embedding : compared.embeddings)
      parts.push_back(embedding.narrow(1, facet.begin, facet.size()));
    tell_of_few_classes(compared.labels, facet, options.num_bins);
    parts = options.label.empty()
                ? common_rows(parts)
                : align_by_label(parts, compared.labels, options.num_bins, compared.label);
    const FigurePath path = {"facets", {"facet", facet}};
    append(figures, under(path, matrix_figures("consistency", compared.names, consistency(parts))));
    append(figures,
           under(path, matrix_figures("procrustes", compared.names, procrustes_matrix(parts))));
  }
  return figures;
}

}  // namespace

void ComparisonOptions::describe(OptionsDescription<ComparisonOptions>& options) {
  options.add("label", &ComparisonOptions::label,
              "different recordings are compared where this label is alike");
  options.add("num_bins", &ComparisonOptions::num_bins, "values that the label is rounded to")
      .at_least(2)
      .at_most(1e5);
}

Figures compare_runs(const std::vector<RunFolder>& folders, const std::vector<RunConfig>& configs,
                     const ComparisonOptions& options) {
  require_several(folders);
  if (configs.size() != folders.size())
    throw Error("there are " + std::to_string(folders.size()) + " runs, but " +
                std::to_string(configs.size()) + " configs: give that of each run");
  std::vector<LabelledEmbedding> files;
  Compared compared;
  for (const RunFolder& folder : folders) {
    if (std::find(compared.names.begin(), compared.names.end(), folder.path()) !=
        compared.names.end())
      throw Error(folder.path() + ": is named twice");
    files.push_back(load_split_embedding(folder, configs.at(files.size())).rows);
    compared.names.push_back(folder.path());
    compared.embeddings.push_back(files.back().embedding);
    if (options.label.empty()) continue;
    const Label label = compared_label(files.back(), folder.embedding(), options.label);
    if (compared.labels.empty()) compared.label = label;
    require_same_classes(label, folder.embedding(), compared.label, folders.front().embedding());
    const at::Tensor rows = rows_with_value(label).nonzero().flatten();
    compared.embeddings.back() = compared.embeddings.back().index_select(0, rows);
    compared.labels.push_back(column_values(label).index_select(0, rows));
  }
  if (options.label.empty()) tell_of_other_recordings(folders);
  return compare_facets(common_facets(configs, files), compared, options);
}

Figures compare_sessions(const RunFolder& folder, const RunConfig& config,
                         const ComparisonOptions& options) {
  LabelledEmbedding file = load_split_embedding(folder, config).rows;
  if (!file.session.defined())
    throw Error(folder.path() +
                ": has one recording; two or more runs are compared, or the sessions of one");
  Compared compared;
  at::Tensor label, known = at::ones_like(file.session, at::kBool);
  if (!options.label.empty()) {
    compared.label = compared_label(file, folder.embedding(), options.label);
    label = column_values(compared.label);
    known = rows_with_value(compared.label);
  }
  for (std::size_t session = 0; session < config.data.session.size(); ++session) {
    const at::Tensor own = file.session.eq(static_cast<std::int64_t>(session)).logical_and(known);
    const at::Tensor rows = own.nonzero().flatten();
    if (!file.embedding.index_select(0, rows).isfinite().all(1).any().item<bool>()) {
      warn("session '" + config.data.session[session].name +
           "' has no bin with a full window: it is not compared");
      continue;
    }
    compared.names.push_back(config.data.session[session].name);
    compared.embeddings.push_back(file.embedding.index_select(0, rows));
    if (label.defined()) compared.labels.push_back(label.index_select(0, rows));
  }
  if (compared.names.size() < 2)
    throw Error(folder.path() + ": has fewer than two sessions with a full window to compare");
  if (options.label.empty()) warn("the sessions of " + folder.path() + bin_by_bin);
  return compare_facets(run_facets(config, file.embedding.size(1)), compared, options);
}

void save_ensemble(const std::string& path, const std::vector<RunFolder>& folders) {
  require_several(folders);
  std::vector<at::Tensor> embeddings;
  for (const RunFolder& folder : folders)
    embeddings.push_back(load_embedding(folder.embedding()).embedding);
  LabelledEmbedding file = load_embedding(folders.at(0).embedding());
  file.model = {};  // of several
  file.embedding = ensemble(embeddings).to(at::kFloat);
  save_embedding(path, file);
}

}  // namespace facet
