#include "framework/judging/compare.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/eye.h>
#include <ATen/ops/mm.h>

#include <algorithm>

#include "facet/error.h"
#include "framework/judging/run_facets.h"
#include "framework/metrics/consistency.h"
#include "framework/metrics/procrustes.h"
#include "framework/metrics/scores.h"
#include "framework/run_folder/embedding_file.h"

namespace facet {

namespace {

/// The facets of the first run that the others have, too.
std::vector<FeatureRange> common_facets(const std::vector<RunConfig>& configs,
                                        const std::vector<EmbeddingFile>& files) {
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

at::Tensor label_column(const EmbeddingFile& file, const std::string& path,
                        const std::string& name) {
  try {
    const at::Tensor values = file.labels.find(name).values;
    if (values.dim() == 2 && values.size(1) != 1)
      throw Error("label '" + name + "' has " + std::to_string(values.size(1)) +
                  " columns, runs are compared by one");
    return values.dim() == 2 ? values.squeeze(1) : values;
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
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

/// `labels` are needed where the options name one.
std::vector<FacetComparison> compare_facets(const std::vector<FeatureRange>& facets,
                                            const std::vector<at::Tensor>& embeddings,
                                            const std::vector<at::Tensor>& labels,
                                            const ComparisonOptions& options) {
  std::vector<FacetComparison> comparisons;
  for (const FeatureRange& facet : facets) {
    std::vector<at::Tensor> parts;
    for (const at::Tensor& embedding : embeddings)
      parts.push_back(embedding.narrow(1, facet.begin, facet.size()));
    parts = options.label.empty() ? common_rows(parts)
                                  : align_by_label(parts, labels, options.num_bins);
    comparisons.push_back({facet, consistency(parts), procrustes_matrix(parts)});
  }
  return comparisons;
}

}  // namespace

void ComparisonOptions::describe(OptionsDescription<ComparisonOptions>& options) {
  options.add("label", &ComparisonOptions::label,
              "different recordings are compared where this label is alike");
  options.add("num_bins", &ComparisonOptions::num_bins, "values that the label is rounded to")
      .at_least(2);
}

std::vector<FacetComparison> compare_runs(const std::vector<RunFolder>& folders,
                                          const std::vector<RunConfig>& configs,
                                          const ComparisonOptions& options) {
  std::vector<EmbeddingFile> files;
  std::vector<at::Tensor> embeddings, labels;
  for (const RunFolder& folder : folders) {
    folder.require();
    files.push_back(load_embedding(folder.embedding()));
    embeddings.push_back(files.back().embedding);
    if (!options.label.empty())
      labels.push_back(label_column(files.back(), folder.embedding(), options.label));
  }
  return compare_facets(common_facets(configs, files), embeddings, labels, options);
}

std::vector<FacetComparison> compare_sessions(const RunFolder& folder, const RunConfig& config,
                                              const ComparisonOptions& options) {
  folder.require();
  const EmbeddingFile file = load_embedding(folder.embedding());
  if (!file.session.defined())
    throw Error(folder.path() +
                ": has one recording; two or more runs are compared, or the sessions of one");
  at::Tensor label;
  if (!options.label.empty()) label = label_column(file, folder.embedding(), options.label);
  std::vector<at::Tensor> embeddings, labels;
  for (std::size_t session = 0; session < config.data.session.size(); ++session) {
    const at::Tensor rows = file.session.eq(static_cast<std::int64_t>(session)).nonzero().flatten();
    embeddings.push_back(file.embedding.index_select(0, rows));
    if (label.defined()) labels.push_back(label.index_select(0, rows));
  }
  return compare_facets(run_facets(config, file.embedding.size(1)), embeddings, labels, options);
}

void save_ensemble(const std::string& path, const std::vector<RunFolder>& folders) {
  std::vector<at::Tensor> embeddings;
  for (const RunFolder& folder : folders)
    embeddings.push_back(load_embedding(folder.embedding()).embedding);
  EmbeddingFile file = load_embedding(folders.at(0).embedding());
  file.embedding = ensemble(embeddings).to(at::kFloat);
  save_embedding(path, file);
}

}  // namespace facet
