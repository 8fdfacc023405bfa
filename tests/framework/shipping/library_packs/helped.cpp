// A plugin whose weight comes from a library that it brings along.
#include "facet/plugin.h"
#include "facet/scheduler.h"

double helper_value();

class Helped : public facet::Scheduler {
 public:
  std::optional<std::vector<double>> weights(std::int64_t) const override {
    return std::vector<double>{helper_value()};
  }
};

FACET_PLUGIN(registrar) {
  registrar.add<Helped>("helped", "a weight that a library knows");
}
