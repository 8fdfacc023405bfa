#include "analysis.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <memory>

#include "../hdf5_file.h"
#include "../links.h"
#include "../pandas/block_columns.h"
#include "axes.h"
#include "facet/error.h"

namespace facet::hdf5::sleap {

namespace {

constexpr std::size_t most_kept = 128 << 20;  // bytes

/// A dataset of which parts are taken one after the other: it is kept where it is small.
class Shared {
 public:
  Shared(std::string path, std::string name, std::vector<std::int64_t> shape)
      : path_(std::move(path)), name_(std::move(name)), shape_(std::move(shape)) {}

  at::Tensor read() {
    if (kept_.defined()) return kept_;
    const at::Tensor all = read_named(path_, name_, [&] {
      const File file(path_);
      const Dataset dataset(file, name_);
      if (dataset.shape() != shape_) throw Error("has changed since it was opened");
      if (dataset.written() != Dataset::Written::whole)
        throw Error("was written only in part: the program that wrote it did not finish");
      return dataset.read();
    });
    if (all.nbytes() <= most_kept) kept_ = all;
    return all;
  }

 private:
  const std::string path_, name_;
  const std::vector<std::int64_t> shape_;
  at::Tensor kept_;
};

/// In the order of the file.
std::vector<std::string> texts_in(const std::string& path, hid_t file, const std::string& name) {
  const Dataset dataset(file, name);
  if (dataset.shape() == std::vector<std::int64_t>{0}) return {};
  auto block = pandas::block_of(path, dataset, name, "", "");
  if (!block || block->type.kind != pandas::ValueType::Kind::text || block->num_columns != 1)
    throw Error("'" + name + "' holds no text");
  block->missing = "";
  const TextValues text = pandas::BlockColumns(*block).read_text(0);
  std::vector<std::string> texts;
  for (std::int64_t i = 0; i < text.codes.numel(); ++i) {
    const auto code = text.codes[i].item<std::int64_t>();
    texts.push_back(code < 0 ? "" : text.classes[static_cast<std::size_t>(code)]);
  }
  return texts;
}

/// Of several axes those that are left, frames first.
at::Tensor part_of(at::Tensor all, Axes axes, std::int64_t track, std::int64_t node) {
  for (const auto& [axis, place] : {std::pair<const char*, std::int64_t>{"track", track},
                                    std::pair<const char*, std::int64_t>{"node", node}}) {
    all = all.select(place_of(axes, axis), place);
    std::erase(axes, axis);
  }
  if (place_of(axes, "frame") != 0) all = all.t();
  return all.contiguous();
}

/// What an analysis holds.
struct Analysis {
  Analysis(const std::string& path, hid_t file)
      : nodes(texts_in(path, file, "node_names")),
        tracks(texts_in(path, file, "track_names")),
        places(file, "tracks"),
        axes(axes_of(places, std::int64_t(tracks.empty() ? 1 : tracks.size()),
                     std::int64_t(nodes.size()))),
        shared(std::make_shared<Shared>(path, "tracks", places.shape())) {}

  std::string name_of(std::size_t track, std::size_t node) const {
    return (tracks.empty() ? "" : tracks[track] + ".") + nodes[node];
  }
  std::int64_t num_frames() const { return places.shape()[std::size_t(place_of(axes, "frame"))]; }

  const std::vector<std::string> nodes, tracks;
  const Dataset places;
  const Axes axes;
  const std::shared_ptr<Shared> shared;
};

/// Scores of the nodes, where they go with the places.
struct Scores {
  Scores(const std::string& path, hid_t file, const Analysis& analysis)
      : dataset(file, "point_scores"),
        axes(axes_of_scores(dataset, analysis.axes)),
        shared(std::make_shared<Shared>(path, "point_scores", dataset.shape())) {}

  bool fit(const Analysis& analysis) const {
    const std::vector<std::int64_t> shape = dataset.shape(), of_places = analysis.places.shape();
    if (shape.size() != 3 || !dataset.why_unreadable().empty()) return false;
    for (std::size_t i = 0; i < 3; ++i)
      if (shape[i] != of_places[std::size_t(place_of(analysis.axes, axes[i]))]) return false;
    return true;
  }

  const Dataset dataset;
  const Axes axes;
  const std::shared_ptr<Shared> shared;
};

void add_node(const Analysis& analysis, const Scores* scores, std::size_t track, std::size_t node,
              FileArrays& arrays) {
  const std::string name = analysis.name_of(track, node);
  const std::int64_t frames = analysis.num_frames();
  const auto add = [&](const std::string& array, std::vector<std::int64_t> shape,
                       const Dataset& dataset, const std::shared_ptr<Shared>& shared,
                       const Axes& axes, const ArrayFacts& facts) {
    arrays.push_back(FileArray(array, std::move(shape), dataset.type(), [=] {
                       return part_of(shared->read(), axes, std::int64_t(track),
                                      std::int64_t(node));
                     }).with(facts));
  };
  ArrayFacts facts;
  facts.role = ArrayRole::samples;
  ArrayFacts of_place = facts;
  of_place.unit = "px";
  of_place.columns = {"x", "y"};
  add(name, {frames, 2}, analysis.places, analysis.shared, analysis.axes, of_place);
  if (scores) add(name + ".score", {frames}, scores->dataset, scores->shared, scores->axes, facts);
}

}  // namespace

bool is_analysis(hid_t file) {
  const Handle root(H5Gopen2(file, "/", H5P_DEFAULT), H5Gclose);
  if (root < 0) return false;
  for (const char* name : {"tracks", "track_occupancy", "track_names", "node_names"})
    if (!has_link(root, name)) return false;
  return true;
}

FileArrays list_analysis(const std::string& path, hid_t file) try {
  const Analysis analysis(path, file);
  if (const std::string why = analysis.places.why_unreadable(); !why.empty())
    return {FileArray::unreadable("tracks", why)};
  std::unique_ptr<const Scores> scores;
  if (has_link(file, "point_scores")) scores = std::make_unique<const Scores>(path, file, analysis);
  if (scores && !scores->fit(analysis)) scores = nullptr;
  FileArrays arrays;
  for (std::size_t track = 0; track < std::max<std::size_t>(analysis.tracks.size(), 1); ++track)
    for (std::size_t node = 0; node < analysis.nodes.size(); ++node)
      add_node(analysis, scores.get(), track, node, arrays);
  return arrays;
} catch (const Error& error) {
  return {FileArray::unreadable(
      "tracks", std::string("is of an analysis of SLEAP that is not understood: ") + error.what())};
}

}  // namespace facet::hdf5::sleap
