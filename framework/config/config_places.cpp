#include "framework/config/config_places.h"

#include "framework/toml/key_path.h"

namespace facet {

ConfigPlaces::ConfigPlaces(Table written, std::string name)
    : written_(std::move(written)), name_(std::move(name)) {}

Location ConfigPlaces::of(const std::string& key) const {
  const Location found = place_of(written_, key);
  return found.file.empty() ? Location{name_, 0, 0} : found;
}

void ConfigPlaces::throw_if_any(const Problems& problems) const {
  Problems placed;
  for (const Problem& problem : problems.all())
    placed.add(problem.where.file.empty() ? of(problem.key) : problem.where, problem.key,
               problem.what);
  placed.throw_if_any();
}

}  // namespace facet
