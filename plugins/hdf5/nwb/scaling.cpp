#include "scaling.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <cmath>
#include <map>

#include "../attributes.h"
#include "../numbers.h"
#include "facet/reader.h"
#include "facet/text.h"

namespace facet::nwb {

namespace {

struct Scaling {
  double conversion = 1, offset = 0;
  std::string by_channel;  // the place of `channel_conversion`; empty: none
};

Scaling scaling_of(const Object& series, hid_t file, const hdf5::Dataset& data) {
  Scaling scaling;
  scaling.conversion = hdf5::real_attribute(data.id(), "conversion").value_or(1);
  scaling.offset = hdf5::real_attribute(data.id(), "offset").value_or(0);
  if (!std::isfinite(scaling.conversion) || !std::isfinite(scaling.offset))
    throw Error("has a conversion of " + number_text(scaling.conversion) + " and an offset of " +
                number_text(scaling.offset) + ": both are numbers");
  if (!series.has(file, "channel_conversion")) return scaling;
  const hdf5::Dataset factors = series.open(file, "channel_conversion");
  if (factors.shape() != std::vector<std::int64_t>{data.shape().back()})
    throw Error("has channel_conversion " + shape_text(factors.shape()) + " for data " +
                shape_text(data.shape()) + ": it is one for each channel");
  scaling.by_channel = series.source("channel_conversion", "").place;
  return scaling;
}

at::Tensor factors_of(const Scaling& scaling, const hdf5::Source& data) {
  const at::Tensor conversion = at::scalar_tensor(scaling.conversion, at::kDouble);
  if (scaling.by_channel.empty()) return conversion;
  const hdf5::Source factors{data.file, scaling.by_channel, data.name};
  return factors.read([](const hdf5::Dataset& dataset, hid_t) { return dataset.read(); })
             .to(at::kDouble) *
         conversion;
}

}  // namespace

FileArray list_scaled(const Object& series, hid_t file, const hdf5::Dataset& data) {
  const hdf5::Source source = series.source("data", series.name);
  const Scaling scaling = scaling_of(series, file, data);
  if (scaling.conversion == 1 && scaling.offset == 0 && scaling.by_channel.empty())
    return hdf5::list_numbers(source, data);
  return FileArray::by_rows(series.name, data.shape(), at::kDouble, [source, scaling](Rows rows) {
    const at::Tensor stored = hdf5::read_numbers(source, rows);
    const at::Tensor values = memory_for(stored.sizes(), at::kDouble);
    values.copy_(stored).mul_(factors_of(scaling, source)).add_(scaling.offset);
    return values;
  });
}

std::string unit_of(const hdf5::Dataset& data) {
  static const std::map<std::string, std::string> symbols = {
      {"meters", "m"}, {"metres", "m"}, {"meter", "m"},   {"radians", "rad"}, {"radian", "rad"},
      {"volts", "V"},  {"volt", "V"},   {"amperes", "A"}, {"seconds", "s"},   {"degrees", "deg"},
      {"n.a.", ""},    {"n/a", ""},     {"N/A", ""},      {"na", ""},         {"NA", ""},
      {"no unit", ""}, {"unknown", ""}, {"a.u.", ""},     {"None", ""}};
  std::string unit = hdf5::text_attribute(data.id(), "unit");
  const auto found = symbols.find(unit);
  return found == symbols.end() ? unit : found->second;
}

}  // namespace facet::nwb
