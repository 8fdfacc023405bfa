#include "framework/toml/key_path.h"

#include <charconv>
#include <utility>

namespace facet {

std::vector<std::string> key_steps(const std::string& key) {
  std::vector<std::string> steps{""};
  bool whole = true, in_brackets = false;
  char last = '.';
  for (const char c : key) {
    if (c == '[' || c == '.') {
      whole &= !in_brackets;
      steps.emplace_back();
      in_brackets = c == '[';
    } else if (c == ']') {
      whole &= in_brackets;
      in_brackets = false;
    } else {
      whole &= last != ']';
      steps.back() += c;
    }
    last = c;
  }
  for (const std::string& step : steps) whole &= !step.empty();
  if (!whole || in_brackets)
    throw Error("'" + key + "' is not a key such as objective[0].loss.name");
  return steps;
}

const Value* find_step(const Value& container, const std::string& step) {
  if (container.is_table()) return container.table().find(step);
  if (!container.is_list()) return nullptr;
  std::size_t index = 0;
  const auto parsed = std::from_chars(step.data(), step.data() + step.size(), index);
  const bool is_index = parsed.ec == std::errc() && parsed.ptr == step.data() + step.size();
  return is_index && index < container.list().size() ? &container.list()[index] : nullptr;
}

Value* find_step(Value& container, const std::string& step) {
  return const_cast<Value*>(find_step(std::as_const(container), step));
}

namespace {

/// The values on the way to `key`, as far as there are any.
std::vector<const Value*> way_to(const Table& table, const std::vector<std::string>& steps) {
  std::vector<const Value*> way;
  const Value* at = table.find(steps[0]);
  for (std::size_t i = 1; at; ++i) {
    way.push_back(at);
    if (i == steps.size()) break;
    at = find_step(*at, steps[i]);
  }
  return way;
}

}  // namespace

const Value* find_key(const Table& table, const std::string& key) {
  const std::vector<std::string> steps = key_steps(key);
  const std::vector<const Value*> way = way_to(table, steps);
  return way.size() == steps.size() ? way.back() : nullptr;
}

Location place_of(const Table& table, const std::string& key) {
  if (key.empty()) return {};
  const std::vector<const Value*> way = way_to(table, key_steps(key));
  return way.empty() ? Location{} : way.back()->where;
}

}  // namespace facet
