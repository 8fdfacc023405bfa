#include "cell_flags.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "facet/npz.h"
#include "facet/text.h"

namespace facet::suite2p {

namespace {

/// Cells x 2, as float64. Throws Error that names the file.
at::Tensor read_flags(const std::string& path, std::int64_t num_cells) {
  const at::Tensor flags = read_npy(path);
  if (flags.dim() != 2 || flags.size(0) != num_cells || flags.size(1) != 2)
    throw Error(path + ": is " + shape_text(flags.sizes()) + ", it must be " +
                std::to_string(num_cells) +
                " x 2: a flag and a probability for each cell of F.npy");
  const at::Tensor numbers = flags.to(at::kDouble), flag = numbers.select(1, 0);
  if (!flag.eq(0).logical_or(flag.eq(1)).all().item<bool>())
    throw Error(path + ": has flags that are neither 0 nor 1");
  return numbers;
}

}  // namespace

FileArrays list_cell_flags(const Planes& planes, const std::string& name) {
  const bool is_there = std::any_of(planes.begin(), planes.end(), [&](const Plane& plane) {
    return std::filesystem::exists(plane.file(name));
  });
  if (!is_there) return {};
  const std::string probability = name + "_probability";
  try {
    std::vector<at::Tensor> of_planes;
    for (const Plane& plane : planes)
      of_planes.push_back(read_flags(plane.file(name), plane.num_cells()));
    const at::Tensor flags = at::cat(of_planes);
    ArrayFacts of_cells;
    of_cells.of = "F";
    return {FileArray(name, flags.select(1, 0).eq(1)).with(of_cells),
            FileArray(probability, flags.select(1, 1).contiguous()).with(of_cells)};
  } catch (const Error& error) {
    const std::string why = std::string("cannot be read: ") + error.what();
    return {FileArray::unreadable(name, why), FileArray::unreadable(probability, why)};
  }
}

}  // namespace facet::suite2p
