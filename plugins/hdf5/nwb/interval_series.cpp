#include "interval_series.h"

#include <ATen/Functions.h>

#include <map>

#include "facts.h"
#include "stamps.h"

namespace facet::nwb {

namespace {

/// Each begins where its mark comes up, +k, and ends at the next -k.
at::Tensor paired(const at::Tensor& marks, const at::Tensor& times) {
  const at::Tensor intervals = at::empty({marks.size(0) / 2, 2}, at::kDouble);
  const std::int64_t* mark = marks.data_ptr<std::int64_t>();
  const double* time = times.data_ptr<double>();
  double* to = intervals.data_ptr<double>();
  std::map<std::int64_t, std::int64_t> open;  // mark -> its interval
  std::int64_t begun = 0, ended = 0;
  for (std::int64_t i = 0; i < marks.size(0); ++i) {
    const bool begins = mark[i] > 0 && begun < intervals.size(0) && !open.contains(mark[i]);
    const auto begin = open.find(mark[i] == INT64_MIN ? 0 : -mark[i]);
    if (begins) {
      to[2 * begun] = time[i];
      open[mark[i]] = begun++;
    } else if (mark[i] < 0 && begin != open.end()) {
      to[2 * begin->second + 1] = time[i];
      open.erase(begin);
      ++ended;
    } else {
      throw Error("has a mark of " + std::to_string(mark[i]) + " at row " + std::to_string(i) +
                  " where none of its intervals " + (mark[i] > 0 ? "can begin" : "is open"));
    }
  }
  if (ended < intervals.size(0)) throw Error("has an interval that does not end");
  return intervals;
}

}  // namespace

FileArray list_interval_series(const Object& series, hid_t file, const hdf5::Dataset& data) {
  const std::vector<std::int64_t> shape = data.shape();
  if (!data.why_unreadable().empty()) throw Error(data.why_unreadable());
  if (shape.size() != 1 || shape[0] % 2 != 0 || !at::isIntegralType(data.type(), false))
    throw Error("has no marks in pairs, +1 where an interval begins and -1 where it ends");
  const FileArray stamps = list_stamps(series, file, series.name, shape[0]);
  if (!stamps.why_unreadable().empty()) throw Error(stamps.why_unreadable());
  const hdf5::Source source = series.source("data", series.name);
  const auto read = [source, stamps] {
    const at::Tensor times = stamps.read();
    return source.read([&](const hdf5::Dataset& marks, hid_t) {
      return paired(marks.read().to(at::kLong), times);
    });
  };
  return FileArray(series.name, {shape[0] / 2, 2}, at::kDouble, read)
      .with(facts(ArrayRole::intervals, "s"));
}

}  // namespace facet::nwb
