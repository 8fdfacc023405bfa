// Goes wrong as it is loaded, as the environment says: not when it is built.
#include "facet/plugin.h"
#include "facet/scheduler.h"
#include "mistake.h"

namespace {

void make_what_is_asked_for(const char* variable) {
  if (const char* mistake = std::getenv(variable)) make(mistake);
}

const bool initialised = (make_what_is_asked_for("MISTAKE_AT_LOAD"), true);

class Ones : public facet::Scheduler {
 public:
  explicit Ones(const Arguments& arguments) : number_(arguments.num_objectives) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override {
    return std::vector<double>(static_cast<std::size_t>(number_), initialised ? 1.0 : 0.0);
  }

 private:
  std::int64_t number_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  make_what_is_asked_for("MISTAKE_AT_REGISTRATION");
  registrar.add<Ones>("ones", "weights of 1");
}
