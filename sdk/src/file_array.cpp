#include <ATen/ops/empty.h>
#include <c10/util/Exception.h>
#include <sys/sysinfo.h>

#include <cmath>
#include <fstream>
#include <new>
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

std::string too_large(c10::ArrayRef<std::int64_t> shape, at::ScalarType type) {
  return "is " + shape_text(shape) + ", " + gigabytes(bytes_of(shape, type)) + ": there are " +
         gigabytes(memory_left()) + " of memory left";
}

}  // namespace

void require_memory(c10::ArrayRef<std::int64_t> shape, at::ScalarType type) {
  constexpr double always_there = 64e6;  // bytes: for less nothing is asked
  const double bytes = bytes_of(shape, type);
  if (bytes > always_there && bytes > memory_left()) throw Error(too_large(shape, type));
}

at::Tensor memory_for(c10::ArrayRef<std::int64_t> shape, at::ScalarType type) {
  require_memory(shape, type);
  try {
    return at::empty(shape, type);
  } catch (const c10::Error&) {  // a limit of the process
    throw Error(too_large(shape, type));
  }
}

FileArray::FileArray(std::string name, std::vector<std::int64_t> shape, at::ScalarType type,
                     Read read)
    : name_(std::move(name)), shape_(std::move(shape)), type_(type), read_(std::move(read)) {}

FileArray::FileArray(std::string name, const at::Tensor& values)
    : FileArray(std::move(name), values.sizes().vec(), values.scalar_type(),
                [values] { return values; }) {
  in_memory_ = true;
}

FileArray FileArray::unreadable(std::string name, std::string why) {
  FileArray array(std::move(name), {}, at::kFloat, {});
  array.why_unreadable_ = std::move(why);
  return array;
}

at::Tensor FileArray::read() const {
  if (!why_unreadable_.empty()) throw Error("'" + name_ + "' " + why_unreadable_);
  at::Tensor values;
  try {
    values = read_();
  } catch (const std::bad_alloc&) {
    throw Error("'" + name_ + "' " + too_large(shape_, type_));
  }
  if (!values.defined() || values.sizes() != c10::ArrayRef<std::int64_t>(shape_) ||
      values.scalar_type() != type_)
    throw Error("'" + name_ + "' is not what its reader announced, " + shape_text(shape_) + " of " +
                c10::toString(type_) +
                (values.defined() ? ": it gave " + shape_text(values.sizes()) + " of " +
                                        c10::toString(values.scalar_type())
                                  : ""));
  if (!values.device().is_cpu() || values.layout() != at::kStrided || values.is_quantized())
    throw Error("'" + name_ + "' is no plain tensor in the memory of the CPU");
  return values;
}

}  // namespace facet
