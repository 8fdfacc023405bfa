#include "framework/assembly/check_first_batch.h"

namespace facet {

namespace {

/// The first batch of another loader, and no other.
class FirstBatch : public Loader {
 public:
  explicit FirstBatch(const Loader& all) : all_(all) {}
  std::int64_t num_steps() const override { return 1; }
  SampleBatch batch(std::int64_t) const override { return all_.batch(0); }

 private:
  const Loader& all_;
};

}  // namespace

void check_first_batch(Solver& solver, const Loader& loader, Problems& problems) {
  try {
    solver.validation(FirstBatch(loader));
  } catch (const OptionsError&) {
    throw;
  } catch (const Error& error) {
    problems.add({}, "", std::string("the first batch cannot be trained on: ") + error.what());
  }
}

}  // namespace facet
