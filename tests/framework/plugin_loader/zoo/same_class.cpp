// Built into two plugins, FIRST being different: each has a class of the same name with a static
// member of its own. By default both would use one static for the whole process.
#include "scheduler.h"

template <class T>
class Counter : public facet::Scheduler {
 public:
  std::optional<std::vector<double>> weights(std::int64_t) const override {
    return std::vector<double>{next++};
  }

 private:
  static inline T next = FIRST;
};

FACET_PLUGIN(registrar) {
  registrar.add<Counter<double>>("counter", "counts its calls");
}
