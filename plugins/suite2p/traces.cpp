#include "traces.h"

#include <ATen/TensorOperators.h>
#include <c10/core/ScalarType.h>

#include <filesystem>
#include <functional>
#include <optional>

#include "facet/error.h"
#include "facet/reader.h"
#include "facet/text.h"

namespace facet::suite2p {

namespace {

/// Of each plane, cells x frames.
using Traces = std::vector<at::Tensor>;

ArrayFacts facts() {
  ArrayFacts facts;
  facts.role = ArrayRole::samples;
  return facts;
}

/// Nothing, where no plane has them. Throws Error that names the file.
std::optional<Traces> find_traces(const Planes& planes, const std::string& name) {
  Traces traces;
  std::string missing;
  for (const Plane& plane : planes) {
    const std::string path = plane.file(name);
    if (!std::filesystem::exists(path)) {
      missing = path;
      continue;
    }
    traces.push_back(read_traces(path));
    if (traces.back().sizes() != plane.F.sizes())
      throw Error(path + ": is " + shape_text(traces.back().sizes()) + ", F.npy beside it is " +
                  shape_text(plane.F.sizes()));
  }
  if (traces.empty()) return std::nullopt;
  if (!missing.empty()) throw Error(missing + ": is not there");
  return traces;
}

at::ScalarType common_type(const Traces& traces) {
  at::ScalarType type = traces.at(0).scalar_type();
  for (const at::Tensor& own : traces) type = c10::promoteTypes(type, own.scalar_type());
  return type;
}

/// `fill(plane, begin, part)` puts the frames from `begin` of a plane into `part`, frames x cells.
using Fill = std::function<void(std::size_t plane, std::int64_t begin, at::Tensor& part)>;

FileArray side_by_side(const std::string& name, const Planes& planes, at::ScalarType type,
                       const Fill& fill) {
  std::vector<std::int64_t> cells;
  std::int64_t num_cells = 0;
  for (const Plane& plane : planes) {
    cells.push_back(plane.num_cells());
    num_cells += plane.num_cells();
  }
  const auto read = [=](Rows rows) {
    at::Tensor values = memory_for({rows.end - rows.begin, num_cells}, type);
    std::int64_t cell = 0;
    for (std::size_t plane = 0; plane < cells.size(); cell += cells[plane++]) {
      at::Tensor part = values.narrow(1, cell, cells[plane]);
      fill(plane, rows.begin, part);
    }
    return values;
  };
  return FileArray::by_rows(name, {num_frames(planes), num_cells}, type, read).with(facts());
}

at::Tensor frames_of(const at::Tensor& traces, std::int64_t begin, const at::Tensor& part) {
  return traces.narrow(1, begin, part.size(0)).t();
}

FileArray plain(const std::string& name, const Planes& planes, const Traces& traces) {
  return side_by_side(name, planes, common_type(traces),
                      [=](std::size_t plane, std::int64_t begin, at::Tensor& part) {
                        part.copy_(frames_of(traces[plane], begin, part));
                      });
}

/// Rounded as numpy rounds F - 0.7 * Fneu.
FileArray corrected(const Planes& planes, const Traces& F, const Traces& Fneu, double neuropil) {
  const at::ScalarType type = c10::promoteTypes(common_type(F), common_type(Fneu));
  return side_by_side("F_corrected", planes, type,
                      [=](std::size_t plane, std::int64_t begin, at::Tensor& part) {
                        part.copy_(frames_of(Fneu[plane], begin, part)).mul_(-neuropil);
                        part.add_(frames_of(F[plane], begin, part));
                      });
}

FileArray unreadable(const std::string& name, const Error& error) {
  return FileArray::unreadable(name, std::string("cannot be read: ") + error.what());
}

}  // namespace

FileArrays list_traces(const Planes& planes, double neuropil) {
  Traces F;
  for (const Plane& plane : planes) F.push_back(plane.F);
  FileArrays arrays = {plain("F", planes, F)}, last;
  for (const std::string name : {"Fneu", "spks"}) {
    try {
      const auto traces = find_traces(planes, name);
      if (traces) arrays.push_back(plain(name, planes, *traces));
      if (traces && name == "Fneu") last.push_back(corrected(planes, F, *traces, neuropil));
    } catch (const Error& error) {
      arrays.push_back(unreadable(name, error));
      if (name == "Fneu") last.push_back(unreadable("F_corrected", error));
    }
  }
  arrays.insert(arrays.end(), last.begin(), last.end());
  return arrays;
}

}  // namespace facet::suite2p
