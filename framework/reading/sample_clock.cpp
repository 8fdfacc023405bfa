#include "framework/reading/sample_clock.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/reading/find_array.h"

namespace facet {

namespace {

constexpr std::int64_t looked_at = 100'000;

double median_step(const SampleClock& clock) {
  const std::int64_t rows = std::min(clock.rows, looked_at);
  if (rows < 2) return 0;
  const at::Tensor steps = clock.times({0, rows}).diff();
  const at::Tensor known = steps.masked_select(steps.isfinite());
  return known.numel() == 0 ? 0 : known.median().item<double>();
}

FileArray::ReadRows times_in(const FileArray& times, const FileArray& array) {
  const std::int64_t rows = array.shape().at(0);
  const bool one_each = !times.is_text() && !times.is_ragged() && times.shape().size() == 1;
  if (!one_each || times.shape()[0] != rows)
    throw Error("the times '" + times.name() + "' of '" + array.name() + "' are " +
                shape_text(times.shape()) + ", one for each of its " + std::to_string(rows) +
                " rows is needed");
  return [read = rows_reader(times)](Rows part) { return read(part).to(at::kDouble).contiguous(); };
}

[[noreturn]] void refuse_times(const FileArray& array) {
  const std::string what = "the array '" + array.name() + "' holds times";
  if (at::isIntegralType(array.type(), /*includeBool=*/false))
    throw Error(what + " in samples of an acquisition, not in seconds: data.file = { path = " +
                "\"...\", events = [\"" + array.name() +
                "\", \"...\"], unit = \"samples\", rate = 30000 } makes events of them, "
                "named after the file; the second array says whose each is");
  throw Error(what +
              ", which are neither signals nor a label: the label bin_time has those of the "
              "bins");
}

}  // namespace

bool is_large(const FileArray& array) {
  constexpr double most_bytes = 64e6;
  double bytes = static_cast<double>(c10::elementSize(array.type()));
  for (const std::int64_t size : array.shape()) bytes *= static_cast<double>(size);
  return bytes > most_bytes;
}

FileArray::ReadRows rows_reader(const FileArray& array) {
  if (is_large(array)) return [array](Rows rows) { return array.read_rows(rows); };
  return [values = array.read()](Rows rows) {
    return values.narrow(0, rows.begin, rows.end - rows.begin);
  };
}

SampleClock sample_clock(const FileArray& array, const FileArrays& file) {
  const ArrayFacts& facts = array.facts();
  if (array.shape().empty() || array.is_ragged())
    throw Error("the array '" + array.name() + "' " +
                (array.is_ragged() ? "has rows of different lengths" : "is one number") +
                ", samples are a row for each moment");
  if (facts.role == ArrayRole::times) refuse_times(array);
  SampleClock clock;
  clock.rows = array.shape()[0];
  if (facts.rate > 0)
    clock.times = regular_times(facts.rate, facts.start);
  else if (!facts.times.empty())
    clock.times = times_in(require_array(file, facts.times), array);
  else
    throw Error("the array '" + array.name() +
                "' does not say when it was sampled: give its rate, or the array of its times, to "
                "its file, such as data.file = { path = \"...\", rate = 30 } or { path = \"...\", "
                "time = \"t\" }");
  clock.step = facts.rate > 0 ? 1 / facts.rate : median_step(clock);
  return clock;
}

std::pair<double, double> span_of(const SampleClock& clock) {
  if (clock.rows == 0) return {0, 0};
  const double first = clock.times({0, 1})[0].item<double>();
  const double last = clock.times({clock.rows - 1, clock.rows})[0].item<double>();
  return {first, last + clock.step};
}

}  // namespace facet
