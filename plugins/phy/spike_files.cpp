#include "spike_files.h"

#include <ATen/TensorOperators.h>

#include <algorithm>
#include <filesystem>
#include <span>
#include <unordered_set>

#include "facet/error.h"
#include "facet/npz.h"
#include "facet/reader.h"
#include "facet/text.h"

namespace facet::phy {

namespace {

namespace fs = std::filesystem;

/// A number for each spike: N, or N x 1 as MATLAB has them.
at::Tensor read_numbers(const std::string& path) {
  const at::Tensor values = read_npy(path);
  const bool one_each = values.dim() == 1 || (values.dim() == 2 && values.size(1) == 1);
  if (!one_each)
    throw Error(path + ": is " + shape_text(values.sizes()) + ", it must be a number a spike");
  return values.flatten();
}

at::Tensor read_clusters(const std::string& path) {
  const at::Tensor clusters = read_numbers(path);
  if (!at::isIntegralType(clusters.scalar_type(), false))
    throw Error(path + ": is of type " + c10::toString(clusters.scalar_type()) +
                ", clusters are integers");
  return clusters.to(at::kLong).contiguous();
}

/// Samples, as float64.
at::Tensor read_samples(const std::string& path) {
  at::Tensor samples = read_numbers(path).to(at::kDouble).contiguous();
  const at::Tensor wrong = samples.frac().ne(0).nonzero();  // NaN and infinity, too
  if (wrong.size(0) == 0) return samples;
  const std::int64_t first = wrong[0][0].item<std::int64_t>();
  throw Error(path + ": counts in samples, which are whole numbers, but spike " +
              std::to_string(first) + " is at " + number_text(samples[first].item<double>()));
}

template <class Number>
std::span<const Number> span_of(const at::Tensor& values) {
  return {values.data_ptr<Number>(), static_cast<std::size_t>(values.numel())};
}

std::string find_clusters_file(const std::string& folder) {
  for (const char* name : {"spike_clusters.npy", "spike_templates.npy"})
    if (const fs::path path = fs::path(folder) / name; fs::exists(path)) return path;
  throw Error(folder +
              ": has neither spike_clusters.npy nor spike_templates.npy, which say of "
              "which cluster a spike is");
}

void require_as_many(const std::string& path, std::int64_t count, const std::string& clusters_path,
                     std::int64_t num_spikes) {
  if (count != num_spikes)
    throw Error(path + ": has " + std::to_string(count) + " spikes, but " + clusters_path +
                " has " + std::to_string(num_spikes));
}

}  // namespace

SpikeFiles::SpikeFiles(const std::string& folder)
    : times_path_(fs::path(folder) / "spike_times.npy") {
  const std::int64_t num_times = read_numbers(times_path_).numel();
  clusters_path_ = find_clusters_file(folder);
  const at::Tensor clusters = read_clusters(clusters_path_);
  num_spikes_ = clusters.numel();
  require_as_many(times_path_, num_times, clusters_path_, num_spikes_);
  if (num_spikes_ == 0) throw Error(times_path_ + ": has no spikes");
  std::unordered_set<std::int64_t> ids;
  for (const std::int64_t id : span_of<std::int64_t>(clusters)) ids.insert(id);
  ids_.assign(ids.begin(), ids.end());
  std::sort(ids_.begin(), ids_.end());
}

std::int64_t SpikeFiles::row_of(std::int64_t id) const {
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), id);
  if (found == ids_.end() || *found != id)
    throw Error(clusters_path_ + ": was written to while it was in use");
  return found - ids_.begin();
}

RaggedValues SpikeFiles::read(Rows clusters, double sample_rate) const {
  const at::Tensor samples = read_samples(times_path_), of = read_clusters(clusters_path_);
  require_as_many(times_path_, samples.numel(), clusters_path_, of.numel());

  // Where the next time of each cluster stands: first how many there are, then where they end.
  std::vector<std::int64_t> next(static_cast<std::size_t>(clusters.end - clusters.begin) + 1);
  const auto for_each_spike = [&](const auto& action) {
    const auto times = span_of<double>(samples);
    const auto ids = span_of<std::int64_t>(of);
    for (std::size_t i = 0; i < ids.size(); ++i)
      if (const std::int64_t row = row_of(ids[i]); row >= clusters.begin && row < clusters.end)
        action(static_cast<std::size_t>(row - clusters.begin), times[i]);
  };
  for_each_spike([&](std::size_t row, double) { ++next[row + 1]; });
  for (std::size_t row = 1; row < next.size(); ++row) next[row] += next[row - 1];

  RaggedValues spikes{memory_for({next.back()}, at::kDouble), at::Tensor()};
  double* times = spikes.values.data_ptr<double>();
  for_each_spike(
      [&](std::size_t row, double sample) { times[next[row]++] = sample / sample_rate; });
  next.pop_back();  // each now ends where its last time stands
  spikes.ends = at::tensor(next, at::kLong);
  return spikes;
}

}  // namespace facet::phy
