#include "time_series.h"

#include "../attributes.h"
#include "../numbers.h"
#include "../text.h"
#include "attempt.h"
#include "facts.h"
#include "interval_series.h"
#include "scaling.h"
#include "stamps.h"
#include "table_region.h"

namespace facet::nwb {

namespace {

bool is_of_events(const Object& series, const hdf5::Dataset& data) {
  return series.type == "AnnotationSeries" || series.parent_type == "BehavioralEvents" ||
         data.is_text() || hdf5::text_attribute(data.id(), "continuity") == "instantaneous";
}

/// Row i at start + i / rate, or where its stamps say.
void set_clock(const Object& series, hid_t file, ArrayFacts& known) {
  if (series.has(file, "timestamps")) {
    known.times = series.name + ".timestamps";
  } else if (series.has(file, "starting_time")) {
    const hdf5::Dataset start = series.open(file, "starting_time");
    if (!start.why_unreadable().empty() || !start.shape().empty()) return;
    known.start = start.read().item<double>();
    known.rate = hdf5::real_attribute(start.id(), "rate").value_or(0);
  }
}

/// What a file says of the channels of a series: of the cells of its rois, of its electrodes.
void list_channels(const Object& series, hid_t file, std::int64_t channels, FileArrays& arrays) {
  for (const std::string child : {"rois", "electrodes"}) {
    if (!series.has(file, child)) continue;
    attempt(series.name + "." + child, arrays, [&] {
      const hdf5::Dataset region = series.open(file, child);
      if (region.shape() == std::vector<std::int64_t>{channels})
        list_region(series.source(child, series.name), region, "",
                    facts(ArrayRole::unknown, "", series.name), arrays);
    });
  }
}

void list_samples(const Object& series, hid_t file, const hdf5::Dataset& data, FileArrays& arrays) {
  const std::vector<std::int64_t> shape = data.shape();
  ArrayFacts known = facts(ArrayRole::samples, unit_of(data));
  set_clock(series, file, known);
  arrays.push_back(list_scaled(series, file, data).with(known));
  if (!known.times.empty())
    arrays.push_back(list_stamps(series, file, known.times, shape.at(0))
                         .with(facts(ArrayRole::times, "s", series.name)));
  list_channels(series, file, shape.size() == 2 ? shape[1] : 1, arrays);
}

/// The times alone are the events; what was written down at each is an array of its own.
void list_events(const Object& series, hid_t file, const hdf5::Dataset& data, FileArrays& arrays) {
  if (!series.has(file, "timestamps")) throw Error("has events without timestamps");
  const std::int64_t count = data.shape().at(0);
  arrays.push_back(
      list_stamps(series, file, series.name, count).with(facts(ArrayRole::events, "s")));
  const hdf5::Source source = series.source("data", series.name + ".data");
  attempt(source.name, arrays, [&] {
    const FileArray notes = data.is_text() ? hdf5::list_text(source, data)
                                           : list_scaled(series, file, data).named(source.name);
    arrays.push_back(notes.with(facts(ArrayRole::unknown, unit_of(data), series.name)));
  });
}

std::string first_text(const hdf5::Dataset& dataset) {
  std::string first;
  hdf5::each_text(dataset, [&](std::string_view text) {
    if (first.empty()) first = text;
  });
  return first;
}

}  // namespace

void list_time_series(const Object& series, hid_t file, FileArrays& arrays) {
  if (series.has(file, "external_file"))
    throw Error("lies in another file, '" + first_text(series.open(file, "external_file")) +
                "', as images, which are not read");
  const hdf5::Dataset data = series.open(file, "data");
  if (data.shape().empty()) throw Error("holds no row of data");
  if (series.type == "IntervalSeries" || series.parent_type == "BehavioralEpochs")
    return arrays.push_back(list_interval_series(series, file, data));
  if (!data.is_text() && !data.why_unreadable().empty()) throw Error(data.why_unreadable());
  if (is_of_events(series, data))
    list_events(series, file, data, arrays);
  else
    list_samples(series, file, data, arrays);
}

}  // namespace facet::nwb
