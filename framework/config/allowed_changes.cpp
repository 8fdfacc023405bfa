#include "framework/config/allowed_changes.h"

#include "framework/config/options_within.h"
#include "framework/config/run_config.h"

namespace facet {

namespace {

class Changes {
 public:
  explicit Changes(const Registry& registry) : registry_(registry) {}

  void take(const std::vector<OptionInfo>& options, const Table& now, Table& saved) const {
    for (const OptionInfo& option : options) {
      const Value* new_value = now.find(option.name);
      Value* old_value = saved.find(option.name);
      if (option.may_change)
        saved.set(option.name, new_value ? *new_value : Value());
      else if (new_value && old_value)
        take_within(option, *new_value, *old_value);
    }
  }

 private:
  void take_within(const OptionInfo& option, const Value& now, Value& saved) const {
    if (now.is_table() && saved.is_table()) {
      take(options_within(option, now.table(), registry_), now.table(), saved.table());
    } else if (now.is_list() && saved.is_list()) {
      for (std::size_t i = 0; i < now.list().size() && i < saved.list().size(); ++i)
        take_within(option, now.list()[i], saved.list()[i]);
    }
  }

  const Registry& registry_;
};

}  // namespace

Table with_allowed_changes(Table saved, const Table& now, const Registry& registry) {
  Changes(registry).take(OptionsDescription<RunConfig>().infos(), now, saved);
  return saved;
}

}  // namespace facet
