#include "memory.h"

#include <ATen/ops/empty.h>
#include <c10/util/Exception.h>
#include <sys/sysinfo.h>

#include <cmath>
#include <fstream>
#include <numeric>

#include "facet/error.h"
#include "facet/reader.h"
#include "facet/text.h"

namespace facet {

namespace {

/// `82.9 GB`
std::string gigabytes(double bytes) {
  return number_text(std::round(bytes / 1e8) / 10) + " GB";
}

/// What can be had without swapping, in bytes, as Linux estimates it.
double memory_left() {
  std::ifstream file("/proc/meminfo");
  for (std::string key, rest; file >> key; std::getline(file, rest))
    if (double kibibytes = 0; key == "MemAvailable:" && file >> kibibytes) return kibibytes * 1024;
  struct sysinfo info {};
  ::sysinfo(&info);
  return static_cast<double>(info.totalram) * info.mem_unit;
}

double bytes_of(c10::ArrayRef<std::int64_t> shape, at::ScalarType type) {
  const auto times = [](double bytes, std::int64_t size) {
    return bytes * static_cast<double>(size);
  };
  return std::accumulate(shape.begin(), shape.end(), static_cast<double>(c10::elementSize(type)),
                         times);
}

}  // namespace

std::string too_large_text(c10::ArrayRef<std::int64_t> shape, at::ScalarType type) {
  return "is " + shape_text(shape) + ", " + gigabytes(bytes_of(shape, type)) + ": there are " +
         gigabytes(memory_left()) + " of memory left";
}

void require_memory(c10::ArrayRef<std::int64_t> shape, at::ScalarType type) {
  constexpr double always_there = 64e6;  // bytes: for less nothing is asked
  const double bytes = bytes_of(shape, type);
  if (bytes > always_there && bytes > memory_left()) throw Error(too_large_text(shape, type));
}

at::Tensor memory_for(c10::ArrayRef<std::int64_t> shape, at::ScalarType type) {
  require_memory(shape, type);
  try {
    return at::empty(shape, type);
  } catch (const c10::Error&) {  // a limit of the process
    throw Error(too_large_text(shape, type));
  }
}

}  // namespace facet
