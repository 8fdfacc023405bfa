#include "framework/toml/key_path.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace facet {

namespace {

constexpr std::size_t most_steps = 64;

/// Takes a key apart, step by step.
class KeySplitter {
 public:
  explicit KeySplitter(const std::string& key) : key_(key) {}

  std::vector<std::string> split() {
    std::vector<std::string> steps{name()};
    while (at_ < key_.size()) {
      if (steps.size() == most_steps) fail();
      const char border = key_[at_++];
      if (border == '.')
        steps.push_back(name());
      else if (border == '[')
        steps.push_back(index());
      else
        fail();
    }
    return steps;
  }

 private:
  [[noreturn]] void fail() const {
    const std::string shown = key_.size() > 100 ? key_.substr(0, 100) + "..." : key_;
    throw Error("'" + shown + "' is not a key such as objective[0].loss.name");
  }

  std::string until(const char* borders) {
    const std::size_t end = std::min(key_.find_first_of(borders, at_), key_.size());
    const std::string step = key_.substr(at_, end - at_);
    at_ = end;
    if (step.empty()) fail();
    return step;
  }

  std::string name() { return at_ < key_.size() && key_[at_] == '"' ? quoted() : until(".[]\""); }

  std::string index() {
    const std::string step = until(".[]\"");
    if (at_ == key_.size() || key_[at_++] != ']') fail();
    return step;
  }

  std::string quoted() {
    std::string step;
    for (++at_; at_ < key_.size() && key_[at_] != '"'; ++at_) {
      if (key_[at_] == '\\') ++at_;
      if (at_ < key_.size()) step += key_[at_];
    }
    if (at_++ >= key_.size()) fail();
    return step;
  }

  const std::string& key_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> key_steps(const std::string& key) {
  return KeySplitter(key).split();
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
