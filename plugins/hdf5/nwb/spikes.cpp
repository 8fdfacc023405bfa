#include "spikes.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "../plausible_size.h"
#include "../ragged.h"
#include "facet/text.h"
#include "facts.h"

namespace facet::nwb {

namespace {

std::vector<std::string> names_of(const at::Tensor& ids) {
  std::vector<std::string> names;
  const at::Tensor whole = ids.to(at::kLong).contiguous();
  for (std::int64_t i = 0; i < whole.size(0); ++i)
    names.push_back(std::to_string(whole.data_ptr<std::int64_t>()[i]));
  return names;
}

/// The first one is named by its unit.
void require_finite(const RaggedValues& spikes, const std::vector<std::string>& units) {
  const at::Tensor wrong = spikes.values.isfinite().logical_not();
  const auto count = wrong.sum().item<std::int64_t>();
  if (count == 0) return;
  const auto first = wrong.nonzero()[0][0].item<std::int64_t>();
  const auto unit = spikes.ends.le(first).sum().item<std::int64_t>();
  throw Error("has spikes at no time: " + std::to_string(count) + " spike time" +
              (count == 1 ? "" : "s") + " of " + std::to_string(spikes.values.size(0)) +
              (count == 1 ? " is" : " are") + " not finite, first of unit " +
              units.at(static_cast<std::size_t>(unit)));
}

}  // namespace

FileArray list_spikes(const Object& units, hid_t file, std::int64_t num_units) {
  const hdf5::Source source = units.source("spike_times", units.name);
  const hdf5::Dataset times = units.open(file, "spike_times");
  const std::string why = times.why_unreadable(), index = hdf5::index_of(file, source.place);
  if (!why.empty()) throw Error(why);
  if (!at::isFloatingType(times.type()) || times.shape().size() != 1)
    throw Error("has spike_times that are " + shape_text(times.shape()) + " of " +
                c10::toString(times.type()) +
                ": they are one row of seconds (samples are divided by the sampling rate)");
  if (index.empty()) throw Error("has spike_times, and no spike_times_index says whose they are");
  if (hdf5::Dataset(file, index).shape() != std::vector<std::int64_t>{num_units})
    throw Error("has " + std::to_string(num_units) +
                " units, and a spike_times_index of other length");
  const hdf5::Dataset ids = units.open(file, "id");
  require_plausible_size(ids);
  const std::vector<std::string> names = names_of(ids.read());
  const auto read = [source, index, names](Rows rows) {
    RaggedValues spikes = read_ragged(source, index, rows, "spike times");
    spikes.values = spikes.values.to(at::kDouble);
    hdf5::read_named(source.file, source.name, [&] {
      require_finite(spikes, {names.begin() + rows.begin, names.begin() + rows.end});
    });
    return spikes;
  };
  ArrayFacts known = facts(ArrayRole::events, "s");
  known.columns = names;
  return FileArray::ragged(units.name, {num_units}, at::kDouble, read).with(known);
}

}  // namespace facet::nwb
