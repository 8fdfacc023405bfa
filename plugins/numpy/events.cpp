#include "events.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/error.h"

namespace facet {

namespace {

bool is_plain_row(const FileArray& array) {
  return array.why_unreadable().empty() && !array.is_ragged() && array.shape().size() == 1;
}

/// What units are called: ascending numbers, or the classes of text.
struct Ids {
  at::Tensor numbers;  // int64; undefined of text
  std::vector<std::string> names;
};

Ids ids_of(const FileArray& array) {
  if (array.is_text()) return {{}, array.read_text().classes};
  Ids ids{std::get<0>(at::_unique(array.read().to(at::kLong))), {}};
  for (std::int64_t i = 0; i < ids.numbers.numel(); ++i)
    ids.names.push_back(std::to_string(ids.numbers[i].item<std::int64_t>()));
  return ids;
}

[[noreturn]] void refuse_stranger(const std::string& path, const FileArray& units,
                                  const std::string& id) {
  throw Error(path + ": '" + units.name() + "' has the unit " + id +
              ", which is none of those that the file lists");
}

/// The place of each event's unit among the ids.
at::Tensor places_of_text(const std::string& path, const FileArray& units, const Ids& ids) {
  const TextValues text = units.read_text();
  std::vector<std::int64_t> places;
  for (const std::string& name : text.classes) {
    const auto found = std::lower_bound(ids.names.begin(), ids.names.end(), name);
    if (found == ids.names.end() || *found != name) refuse_stranger(path, units, "'" + name + "'");
    places.push_back(found - ids.names.begin());
  }
  if (text.codes.lt(0).any().item<bool>())
    throw Error(path + ": '" + units.name() + "' does not say of each event whose it is");
  return at::tensor(places, at::kLong).index_select(0, text.codes);
}

at::Tensor places_of(const std::string& path, const FileArray& units, const Ids& ids) {
  if (!ids.numbers.defined()) return places_of_text(path, units, ids);
  const at::Tensor numbers = units.read().to(at::kLong);
  const std::int64_t last = ids.numbers.numel() - 1;
  if (last < 0 && numbers.numel() == 0) return numbers;
  if (last < 0) refuse_stranger(path, units, std::to_string(numbers[0].item<std::int64_t>()));
  const at::Tensor places = at::searchsorted(ids.numbers, numbers).clamp_max(last);
  const at::Tensor strange = ids.numbers.index_select(0, places).ne(numbers).nonzero();
  if (strange.numel() > 0)
    refuse_stranger(
        path, units,
        std::to_string(numbers[strange[0][0].item<std::int64_t>()].item<std::int64_t>()));
  return places;
}

/// Unit after unit, in each the order of the file.
RaggedValues read_events(const std::string& path, const FileArray& times, const FileArray& units,
                         const Ids& ids, const Rows& rows) {
  const at::Tensor places = places_of(path, units, ids);
  const auto count = static_cast<std::int64_t>(ids.names.size());
  const at::Tensor ends = at::bincount(places, {}, count).cumsum(0);
  const auto end_of = [&](std::int64_t row) {
    return row == 0 ? 0 : ends[row - 1].item<std::int64_t>();
  };
  const std::int64_t begin = end_of(rows.begin), end = end_of(rows.end);
  const at::Tensor order = at::argsort(places, /*stable=*/true, 0).slice(0, begin, end);
  return {times.read().to(at::kDouble).index_select(0, order),
          ends.slice(0, rows.begin, rows.end).sub(begin)};
}

}  // namespace

bool can_be_units(const FileArray& array) {
  return is_plain_row(array) &&
         (array.is_text() || at::isIntegralType(array.type(), /*includeBool=*/false));
}

bool can_be_times(const FileArray& array) {
  return is_plain_row(array) && !array.is_text() && at::isFloatingType(array.type());
}

FileArray events_by_unit(const std::string& path, const std::string& name, const FileArray& times,
                         const FileArray& units, const std::optional<FileArray>& ids) try {
  if (ids && ids->is_text() != units.is_text())
    throw Error("'" + units.name() + "' and '" + ids->name() + "' are not both text");
  const Ids known = ids_of(ids ? *ids : units);
  ArrayFacts facts;
  facts.role = ArrayRole::events;
  facts.unit = "s";
  facts.columns = known.names;
  return FileArray::ragged(name, {static_cast<std::int64_t>(known.names.size())}, at::kDouble,
                           [=](Rows rows) { return read_events(path, times, units, known, rows); })
      .with(facts);
} catch (const Error& error) {
  return FileArray::unreadable(name, std::string("has units that cannot be told: ") + error.what());
}

}  // namespace facet
