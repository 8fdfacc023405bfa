#include "framework/reading/file_times.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/reading/time_unit.h"

namespace facet {

namespace {

std::int64_t rows_of(const FileArray& array) {
  return array.shape().empty() ? 0 : array.shape()[0];
}

RaggedValues rows_of(const RaggedValues& all, Rows rows) {
  const auto end_of = [&](std::int64_t row) {
    return row == 0 ? 0 : all.ends[row - 1].item<std::int64_t>();
  };
  const std::int64_t begin = end_of(rows.begin), end = end_of(rows.end);
  return {all.values.narrow(0, begin, end - begin),
          all.ends.narrow(0, rows.begin, rows.end - rows.begin) - begin};
}

/// Whose each event is: a number from 0 on, and how they are called, ascending.
struct Owners {
  at::Tensor numbers;
  std::vector<std::string> names;
};

/// MATLAB's whole numbers are float64, too.
void require_whole(const FileArray& array, const at::Tensor& owners) {
  if (!owners.is_floating_point()) return;
  const at::Tensor wrong = owners.isfinite().logical_not().logical_or(owners.ne(owners.round()));
  if (!wrong.any().item<bool>()) return;
  const auto row = wrong.nonzero()[0].item<std::int64_t>();
  const double value = owners[row].item<double>();
  throw Error("the array '" + array.name() + "' does not say whose event " + std::to_string(row) +
              " is: it has " + number_text(value) + " there, neither a whole number nor a text");
}

Owners owners_of(const FileArray& array) {
  if (array.is_text()) {
    TextValues text = array.read_text();
    if (text.codes.lt(0).any().item<bool>())
      throw Error("the array '" + array.name() + "' does not say whose event " +
                  std::to_string(text.codes.lt(0).nonzero()[0].item<std::int64_t>()) + " is");
    return {text.codes, std::move(text.classes)};
  }
  const at::Tensor given = array.read().flatten();
  require_whole(array, given);
  const auto [ids, numbers] = at::_unique(given.to(at::kLong), true, true);
  Owners owners{numbers, {}};
  for (std::int64_t i = 0; i < ids.size(0); ++i)
    owners.names.push_back(std::to_string(ids[i].item<std::int64_t>()));
  return owners;
}

/// A train for each owner, its events in the order of the file.
FileArray events_by_owner(const std::string& name, const FileArray& events,
                          const FileArray& owner) {
  Owners owners = owners_of(owner);
  const auto count = static_cast<std::int64_t>(owners.names.size());
  const at::Tensor order = at::argsort(owners.numbers, /*stable=*/true, 0, false);
  const RaggedValues all{events.read().index_select(0, order),
                         at::bincount(owners.numbers, {}, count).cumsum(0)};
  ArrayFacts facts;
  facts.role = ArrayRole::events;
  facts.columns = std::move(owners.names);
  return FileArray::ragged(name, {count}, at::kDouble,
                           [all](Rows rows) { return rows_of(all, rows); })
      .with(std::move(facts));
}

/// Gives the arrays of one file what the config says of them.
class TimesOfFile {
 public:
  TimesOfFile(const FileArrays& arrays, const FileConfig& file) : arrays_(arrays), file_(file) {}

  FileArrays make() {
    for (const std::string& time : file_.time) add_clock(time);
    if (file_.rate && file_.unit != "samples") add_rate();
    if (!file_.intervals.empty()) join_intervals();
    if (!file_.events.empty()) join_events();
    return std::move(arrays_);
  }

 private:
  FileArray& find(const std::string& name) {
    std::vector<std::string> names;
    for (FileArray& array : arrays_) {
      if (array.name() == name) return array;
      names.push_back(array.name());
    }
    throw Error(file_.path + ": there is no array '" + name + "'" + did_you_mean(name, names) +
                " (it has " + (names.empty() ? "none" : quoted(names)) + ")");
  }

  [[noreturn]] void fail(const FileArray& array, const std::string& what) const {
    throw Error(file_.path + ": the array '" + array.name() + "' " + what);
  }

  static bool is_one_column(const FileArray& array) {
    return array.shape().size() == 1 || (array.shape().size() == 2 && array.shape()[1] == 1);
  }

  /// One column of real numbers, as times in seconds.
  FileArray times(const std::string& name) {
    const FileArray array = find(name);
    if (!array.why_unreadable().empty()) fail(array, array.why_unreadable());
    if (!is_one_column(array) || array.is_text() || array.is_ragged() ||
        at::isComplexType(array.type()))
      fail(array,
           "cannot be times: it is " + shape_text(array.shape()) +
               (array.is_text() ? " of text" : "") + ", times are one number a row" +
               (array.is_text() ? ": bring dates and clock times to seconds in the file" : ""));
    ArrayFacts facts = array.facts();
    facts.role = ArrayRole::times;
    facts.unit = "s";
    // Divided, so that 61529 ms are the double next to 61.529 s.
    const auto read = [array, a_second = unit_of(array)] {
      return array.read().flatten().to(at::kDouble).div(a_second);
    };
    return FileArray(name, {rows_of(array)}, at::kDouble, read).with(std::move(facts));
  }

  double unit_of(const FileArray& times) const {
    try {
      return units_a_second(times, file_);
    } catch (const Error& error) {
      fail(times, error.what());
    }
  }

  static bool has_clock(const FileArray& array) {
    const ArrayFacts& facts = array.facts();
    return facts.rate > 0 || !facts.times.empty() || !facts.of.empty() ||
           (facts.role != ArrayRole::unknown && facts.role != ArrayRole::samples);
  }

  void add_clock(const std::string& name) {
    const FileArray clock = times(name);
    find(name) = clock;
    for (FileArray& array : arrays_) {
      if (array.name() == name || rows_of(array) != rows_of(clock) || has_clock(array)) continue;
      ArrayFacts facts = array.facts();
      facts.role = ArrayRole::samples;
      facts.times = name;
      array = array.with(std::move(facts));
    }
  }

  void add_rate() {
    bool taken = false;
    for (FileArray& array : arrays_) {
      if (has_clock(array) || array.shape().empty()) continue;
      ArrayFacts facts = array.facts();
      facts.role = ArrayRole::samples;
      facts.rate = *file_.rate;
      facts.start = file_.start;
      array = array.with(std::move(facts));
      taken = true;
    }
    if (!taken)
      throw Error(file_.path +
                  ": rate says nothing: each of its arrays says when it was sampled, " +
                  "or has no samples");
  }

  std::string own_name() const { return std::filesystem::path(file_.path).stem(); }

  void join_intervals() {
    const FileArray begin = times(file_.intervals[0]), end = times(file_.intervals[1]);
    if (rows_of(begin) != rows_of(end))
      fail(end, "has " + std::to_string(rows_of(end)) + " rows, '" + begin.name() + "' has " +
                    std::to_string(rows_of(begin)) + ": intervals begin and end");
    ArrayFacts facts;
    facts.role = ArrayRole::intervals;
    const FileArray joined = FileArray(own_name(), {rows_of(begin), 2}, at::kDouble, [=] {
                               return at::stack({begin.read(), end.read()}, 1);
                             }).with(std::move(facts));
    for (FileArray& array : arrays_)
      if (rows_of(array) == rows_of(begin) && array.facts().of.empty()) {
        ArrayFacts own = array.facts();
        own.of = own_name();
        array = array.with(std::move(own)).named(own_name() + "." + array.name());
      }
    arrays_.push_back(joined);
  }

  void join_events() {
    const FileArray events = times(file_.events[0]);
    if (file_.events.size() == 1) return join_train(events);
    const FileArray owner = find(file_.events[1]);
    if (!owner.why_unreadable().empty()) fail(owner, owner.why_unreadable());
    if (rows_of(owner) != rows_of(events) || !is_one_column(owner) || owner.is_ragged() ||
        owner.type() == at::kBool || at::isComplexType(owner.type()))
      fail(owner, "must say whose each of the " + std::to_string(rows_of(events)) +
                      " events is, by a whole number or a text");
    try {
      arrays_.push_back(events_by_owner(own_name(), events, owner));
    } catch (const Error& error) {
      const std::string what = error.what();
      throw Error(what.starts_with(file_.path) ? what : file_.path + ": " + what);
    }
  }

  void join_train(const FileArray& events) {
    ArrayFacts facts;
    facts.role = ArrayRole::events;
    arrays_.push_back(events.named(own_name()).with(std::move(facts)));
  }

  FileArrays arrays_;
  const FileConfig& file_;
};

}  // namespace

FileArrays with_times(const FileArrays& arrays, const FileConfig& file) {
  return TimesOfFile(arrays, file).make();
}

}  // namespace facet
