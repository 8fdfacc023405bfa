#include <gmock/gmock.h>

#include "framework/sampling/toy_sampler.h"

namespace facet {
namespace {

/// Asks for the prior `First`, which draws the first of its bins alone.
class Asking : public toy::Shift {
 public:
  using toy::Shift::Shift;
  std::optional<ComponentChoice> default_prior() const override { return ComponentChoice{"First"}; }
};

class First : public Prior {
 public:
  explicit First(const SamplingSpace& space) : first_(space.bins[0]) {}
  std::vector<std::int64_t> sample(std::int64_t count, Random&) const override {
    return std::vector<std::int64_t>(static_cast<std::size_t>(count), first_);
  }

 private:
  std::int64_t first_;
};

Registry& priors_registry() {
  static Registry instance;
  if (instance.plugins().empty())
    instance.add("asking", [](Registrar& registrar) {
      toy::register_components(registrar);
      registrar.add<Asking>("Asking", "asks for a prior");
      registrar.add<First>("First", "the first bin");
      registrar.add_default<toy::Uniform>("empirical", "every bin equally likely");
    });
  return instance;
}

std::vector<std::string> warnings;  // of the last sampler

/// Whether each objective's references are all its first bin.
std::vector<bool> only_first(const std::vector<std::string>& distributions, const std::string& mode,
                             std::optional<ComponentChoice> prior = {}) {
  Sampler::Options options;
  options.sampling = mode;
  options.prior = std::move(prior);
  const SamplingSpace space{Labels(40, {}), {{0, 40}}, Bins({{0, 40}})};
  toy::SamplerMaker maker(priors_registry(), space, options);
  for (const std::string& name : distributions) maker.add_distribution({name});
  warnings = check_priors(maker.objectives, options);
  std::vector<bool> found;
  for (const ObjectiveBins& bins : maker.make().draw(0))
    found.push_back(bins.reference.eq(0).all().item<bool>());
  return found;
}

using testing::ElementsAre;

TEST(DefaultPrior, IsTakenByTheDistributionThatAsksForIt) {
  EXPECT_THAT(only_first({"Asking"}, "refneg_shared"), ElementsAre(true));
  EXPECT_THAT(only_first({"Asking", "Asking"}, "refneg_shared"), ElementsAre(true, true));
  EXPECT_THAT(only_first({"Shift", "Asking"}, "independent"), ElementsAre(false, true));
}

TEST(DefaultPrior, GivesWayToOneThatIsNamed) {
  EXPECT_THAT(only_first({"Asking"}, "refneg_shared", ComponentChoice{"Uniform"}),
              ElementsAre(false));
}

TEST(DefaultPrior, IsEmpiricalWithAWarningWhereTheyDisagreeAndShare) {
  EXPECT_THAT(only_first({"Shift", "Asking"}, "refneg_shared"), ElementsAre(false, false));
  EXPECT_THAT(warnings,
              ElementsAre("the distributions of the objectives ask for different priors, and share "
                          "what is drawn: every bin is equally likely; set training.prior or "
                          "training.sampling"));
  only_first({"Asking", "Asking"}, "refneg_shared");
  EXPECT_THAT(warnings, testing::IsEmpty());
}

}  // namespace
}  // namespace facet
