#include "framework/viewer/embedding_views.h"

#include <ATen/TensorOperators.h>

#include "framework/drawing/colour.h"
#include "framework/judging/run_facets.h"
#include "framework/run_folder/split_embedding.h"
#include "framework/viewer/bin_labels.h"
#include "framework/viewer/facet_axes.h"
#include "framework/viewer/packed_column.h"

namespace facet {

namespace {

constexpr int steps_of_a_scale = 64;

nlohmann::json colours() {
  nlohmann::json ramp, circle, classes;
  for (int i = 0; i < steps_of_a_scale; ++i) {
    const double part = static_cast<double>(i) / steps_of_a_scale;
    ramp.push_back(to_hex(ramp_colour(static_cast<double>(i) / (steps_of_a_scale - 1))));
    circle.push_back(to_hex(circle_colour(part)));
  }
  for (std::size_t i = 0; i < class_colours; ++i) classes.push_back(to_hex(class_colour(i)));
  return {{"ramp", ramp},
          {"circle", circle},
          {"classes", classes},
          {"missing", to_hex(missing_colour)}};
}

/// Without the plugin before it.
std::string short_name(const std::string& component) {
  return component.substr(component.rfind('/') + 1);
}

/// `FixedCosineInfoNCE by time_delta, nn.MSELoss`: of the objectives whose slice it is.
std::string objectives_of(const FeatureRange& facet, const RunConfig& config) {
  std::string text;
  const std::vector<FeatureRange> slices = objective_slices(config);
  for (std::size_t i = 0; i < slices.size(); ++i) {
    if (!(slices[i] == facet)) continue;
    const ObjectiveConfig& objective = config.objective[i];
    text += (text.empty() ? "" : ", ") + short_name(objective.loss.name);
    if (objective.distribution) text += " by " + short_name(objective.distribution->name);
  }
  return text;
}

at::Tensor columns_of(const at::Tensor& embedding, const FeatureRange& facet) {
  return embedding.narrow(1, facet.begin, facet.size());
}

nlohmann::json facet_of(const FeatureRange& facet, const ViewedRun& run,
                        const at::Tensor& embedding, const at::Tensor& reference) {
  const bool is_there = reference.defined() && reference.size(1) == embedding.size(1);
  nlohmann::json seen = facet_axes(columns_of(embedding, facet),
                                   is_there ? columns_of(reference, facet) : at::Tensor{});
  seen["name"] = "columns " + to_string(facet);
  seen["objectives"] = objectives_of(facet, run.config);
  for (std::int64_t column = facet.begin; column < facet.end; ++column)
    seen["columns"].push_back(column);
  return seen;
}

/// The recordings of all runs, and the embedding of the first run on each.
class Recordings {
 public:
  std::size_t add(nlohmann::json bins, const at::Tensor& embedding) {
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (all_[i] == bins) return i;
    all_.push_back(std::move(bins));
    first_.push_back(embedding);
    return all_.size() - 1;
  }

  const nlohmann::json& all() const { return all_; }
  const at::Tensor& first_embedding(std::size_t number) const { return first_[number]; }

 private:
  nlohmann::json all_ = nlohmann::json::array();
  std::vector<at::Tensor> first_;
};

nlohmann::json view_of(const ViewedRun& run, Recordings& recordings) {
  const SplitEmbedding split = load_split_embedding(run.folder, run.config);
  const at::Tensor& embedding = split.rows.embedding;
  const std::size_t recording = recordings.add(bin_labels(split, run.config), embedding);
  const at::Tensor& first = recordings.first_embedding(recording);
  const at::Tensor reference = first.is_same(embedding) ? at::Tensor{} : first;
  nlohmann::json view = {{"name", run.name}, {"recording", recording}};
  for (const FeatureRange& facet : run_facets(run.config, embedding.size(1)))
    view["facets"].push_back(facet_of(facet, run, embedding, reference));
  for (const at::Tensor& column : embedding.unbind(1))
    view["columns"].push_back(packed_column(column, steps_of_places(embedding.size(0))));
  return view;
}

}  // namespace

nlohmann::json embedding_views(const std::vector<ViewedRun>& runs) {
  Recordings recordings;
  nlohmann::json views = nlohmann::json::array();
  for (const ViewedRun& run : runs) views.push_back(view_of(run, recordings));
  return {{"colours", colours()}, {"recordings", recordings.all()}, {"runs", views}};
}

}  // namespace facet
