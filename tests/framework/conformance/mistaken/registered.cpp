// A plugin that registers more when it is used than when it was built.
#include <errno.h>

#include <string>

#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

struct Ones : facet::Scheduler {
  explicit Ones(const Arguments& arguments) : number_(arguments.num_objectives) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override {
    return std::vector<double>(static_cast<std::size_t>(number_), 1.0);
  }
  std::int64_t number_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Ones>("ones", "the same weights");
  if (std::string(::program_invocation_short_name) != "facet-describe-plugin")
    registrar.add<Ones>("late", "was not announced");
}
