#include "framework/figures/figures_json.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "framework/registry/component_json.h"

namespace facet {

namespace {

using Json = nlohmann::ordered_json;
using FigureGroup = std::vector<const Figure*>;

Json json_of(const PathStep& step) {
  if (const auto* text = std::get_if<std::string>(&step.of)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&step.of)) return *number;
  const auto& range = std::get<FeatureRange>(step.of);
  return {range.begin, range.end};
}

/// Groups of figures that agree in the steps [begin, end) of their paths, in order.
std::vector<FigureGroup> group_by_steps(const FigureGroup& figures, std::size_t begin,
                                        std::size_t end) {
  std::map<std::string, std::size_t> places;
  std::vector<FigureGroup> groups;
  for (const Figure* figure : figures) {
    const auto first = figure->path.begin() + static_cast<std::ptrdiff_t>(begin);
    const FigurePath steps(first, first + static_cast<std::ptrdiff_t>(end - begin));
    const auto [place, is_new] = places.emplace(to_string(steps), groups.size());
    if (is_new) groups.emplace_back();
    groups[place->second].push_back(figure);
  }
  return groups;
}

/// What the figures say from the step `depth` of their paths on.
Json tree_of(const FigureGroup& figures, std::size_t depth) {
  const FigurePath& path = figures.front()->path;
  if (depth == path.size()) return figures.front()->value;
  if (path[depth].is_name()) {
    Json object = Json::object();
    for (const FigureGroup& group : group_by_steps(figures, depth, depth + 1))
      object[group.front()->path[depth].name] = tree_of(group, depth + 1);
    return object;
  }
  std::size_t end = depth;
  while (end < path.size() && !path[end].is_name()) ++end;
  Json list = Json::array();
  if (end == path.size()) {
    for (const FigureGroup& group : group_by_steps(figures, depth, depth + 1))
      list.push_back(tree_of(group, depth + 1));
    return list;
  }
  for (const FigureGroup& group : group_by_steps(figures, depth, end)) {
    Json object = Json::object();
    for (std::size_t i = depth; i < end; ++i) {
      const PathStep& step = group.front()->path[i];
      object[step.name] = json_of(step);
    }
    object.update(tree_of(group, end));
    list.push_back(std::move(object));
  }
  return list;
}

}  // namespace

std::string to_json(const Figures& figures, const Table& head) {
  FigureGroup all;
  for (const Figure& figure : figures) all.push_back(&figure);
  Json json = all.empty() ? Json::object() : tree_of(all, 0);
  if (!head.empty()) {
    Json whole = value_to_json(head);
    whole.update(json);
    json = std::move(whole);
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace facet
