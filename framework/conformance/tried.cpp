#include "framework/conformance/tried.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "framework/conformance/doing.h"
#include "framework/conformance/trial_data.h"

namespace facet {

namespace {

/// What the kit gives where an option must be given. Which label a component takes, it says itself:
/// they are tried one after the other.
std::vector<Value> candidates(const OptionInfo& option) {
  switch (option.type) {
    case OptionType::label:
    case OptionType::selection: return {trial_position, trial_class};
    case OptionType::text:
      return {option.choices.empty() ? Value("trial") : Value(option.choices.front())};
    case OptionType::boolean: return {false};
    case OptionType::integer: return {static_cast<std::int64_t>(option.lower.value_or(0)) + 1};
    case OptionType::number:
      return {(option.lower.value_or(0) + option.upper.value_or(option.lower.value_or(0) + 2)) / 2};
    default:
      throw Error("its option '" + option.name + "' has no default: say --set " + option.name +
                  "=VALUE");
  }
}

/// Every choice of values for what must be given.
std::vector<Table> every_choice(const std::vector<OptionInfo>& options, const Table& given) {
  std::vector<Table> choices = {given};
  for (const OptionInfo& option : options) {
    if (!option.required || given.contains(option.name)) continue;
    std::vector<Table> longer;
    for (const Value& value : candidates(option))
      for (Table choice : choices) {
        choice.set(option.name, value);
        longer.push_back(std::move(choice));
      }
    choices = std::move(longer);
  }
  return choices;
}

}  // namespace

// A check may go to another working folder.
Tried::Tried(ComponentInfo info, Load load, bool is_of_c_interface, Table options,
             const std::string& sample, std::int64_t num_neurons)
    : info_(std::move(info)),
      load_(std::move(load)),
      is_of_c_interface_(is_of_c_interface),
      options_(std::move(options)),
      sample_(sample.empty() ? "" : std::filesystem::absolute(sample).string()),
      num_neurons_(num_neurons) {
  for (const OptionInfo& option : info_.options)
    if (const Value* given = options_.find(option.name);
        given && given->is_text() && option.type == OptionType::path)
      options_.set(option.name, std::filesystem::absolute(given->text()).string());
}

void Tried::load() const {
  if (!entries_.empty()) return;
  now_doing("the loading of its plugin");
  entries_ = load_();
  now_doing(nullptr);
}

const ComponentEntry* Tried::entry_of(const std::string& kind) const {
  load();
  for (const ComponentEntry& entry : entries_)
    if (entry.info.kind == kind && entry.info.name == info_.name) return &entry;
  return nullptr;
}

std::shared_ptr<Reader> Tried::reader_of_the_same_name() const {
  const ComponentEntry* reader = entry_of(std::string(Reader::kind));
  if (!reader) return nullptr;
  Problems problems;
  const Table defaults = check_options(reader->info.options, {}, {}, "", problems);
  problems.throw_if_any();
  const Reader::Arguments arguments;
  return std::static_pointer_cast<Reader>(reader->create(defaults, {}, "", &arguments));
}

std::shared_ptr<void> Tried::make_with(const Table& options, const void* arguments) const {
  Problems problems;
  const Table checked = check_options(info_.options, options, {}, "", problems);
  problems.throw_if_any();
  const ComponentEntry& entry = *entry_of(info_.kind);
  now_doing("its constructor");
  std::shared_ptr<void> made = entry.create(checked, {}, "", arguments);
  now_doing(nullptr);
  return {made.get(), [made](void*) mutable {
            now_doing("its destructor");
            made.reset();
            now_doing(nullptr);
          }};
}

Tried Tried::with(const Table& more) const {
  Tried other = *this;
  for (const auto& [name, value] : more) other.options_.set(name, value);
  return other;
}

std::shared_ptr<void> Tried::make_any(const void* arguments) const {
  const std::vector<Table> choices = every_choice(info_.options, options_);
  for (std::size_t i = 0; i + 1 < choices.size(); ++i) {
    try {
      return make_with(choices[i], arguments);
    } catch (const Error&) {  // perhaps another label
    }
  }
  return make_with(choices.back(), arguments);
}

}  // namespace facet
