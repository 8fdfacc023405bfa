#include "facet/observer.h"
#include "facet/plugin.h"

namespace {

/// Ends a training that has learned enough. In a config:
///
///     [output]
///     observers = [{ name = "EndBelow", loss = 1.5 }]
class EndBelow : public facet::Observer {
 public:
  struct Options {
    double loss = 0.0;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("loss", &Options::loss, "the held-out loss that is low enough").required();
    }
  };

  explicit EndBelow(const Options& options) : loss_(options.loss) {}

  /// Reading a value waits for the device, which would cost too much at every step.
  facet::Training on_validation(const facet::Report& report) override {
    const std::vector<double> values = facet::read_values(report.quantities);
    for (std::size_t i = 0; i < values.size(); ++i)
      if (report.quantities[i].name == "total" && values[i] < loss_) return facet::Training::ends;
    return facet::Training::goes_on;
  }

 private:
  double loss_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<EndBelow>("EndBelow", "ends the training below a held-out loss");
}
