#include <algorithm>
#include <fstream>
#include <sstream>

#include "facet/atomic_file.h"
#include "facet/error.h"
#include "facet/observer.h"
#include "facet/plugin.h"
#include "facet/text.h"
#include "facet/warning.h"

namespace {

/// Watches how many dimensions the embedding uses, and ends a training whose embedding collapses.
/// In a config:
///
///     [output]
///     observers = [{ name = "lab/dimension_log", every = 20, at_least = 1.2 }]
///
/// An observer sees what the steps report, not the embedding: the effective dimension is told by
/// criterions that have it among their quantities(), such as SupervisedContrastive. It is written
/// to `effective_dimension.csv` in the folder of the run, a row for each step that is logged and a
/// column for each such objective. The file is written before each checkpoint, whole. So a run that
/// is resumed, whatever stopped it, finds the rows until its checkpoint, leaves out later ones, and
/// ends with the file of a run that was not stopped.
class DimensionLog : public facet::Observer {
 public:
  struct Options {
    std::int64_t every = 20;
    double at_least = 0.0;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("every", &Options::every, "steps from one row to the next").at_least(1);
      options.add("at_least", &Options::at_least, "the training ends where a slice uses fewer")
          .at_least(0);
    }
  };
  static inline const facet::Documentation documentation = {
      .units = "every in steps, at_least in dimensions"};

  explicit DimensionLog(const Options& options) : options_(options) {}

  void on_begin(const facet::TrainingStart& start) override {
    if (start.folder.empty()) return;
    path_ = start.folder + "/effective_dimension.csv";
    std::ifstream file(path_);
    if (start.steps_done == 0 || !file) return;
    std::getline(file, header_);
    for (std::string row; std::getline(file, row);)
      if (step_of(row) <= start.steps_done) rows_.push_back(row);
  }

  /// Reading a value waits for the device: it is done for the rows alone.
  facet::Training on_step(const facet::Report& report) override {
    if (report.step % options_.every != 0) return facet::Training::goes_on;
    std::vector<facet::Quantity> dimensions;
    for (const facet::Quantity& quantity : report.quantities)
      if (quantity.name.ends_with(".effective_dimension")) dimensions.push_back(quantity);
    if (dimensions.empty() && !warned_)
      facet::warn("nothing is logged: no loss tells its effective_dimension");
    warned_ = dimensions.empty();
    if (dimensions.empty()) return facet::Training::goes_on;

    header_ = "step";
    std::string row = std::to_string(report.step);
    const std::vector<double> values = facet::read_values(dimensions);
    for (std::size_t i = 0; i < values.size(); ++i) {
      header_ += "," + dimensions[i].name;
      row += "," + facet::number_text(values[i]);
    }
    // After a step that was not finite a training may have gone back.
    std::erase_if(rows_, [&](const std::string& old) { return step_of(old) >= report.step; });
    rows_.push_back(row);
    if (std::ranges::min(values) >= options_.at_least) return facet::Training::goes_on;
    facet::warn("at step " + std::to_string(report.step) + " the embedding uses " +
                facet::number_text(std::ranges::min(values), 3) +
                " dimensions, fewer than at_least: the training ends");
    return facet::Training::ends;
  }

  facet::Training on_checkpoint(std::int64_t) override {
    if (path_.empty() || rows_.empty()) return facet::Training::goes_on;
    facet::AtomicFile file(path_);
    file.write(header_ + "\n" + facet::join(rows_, "\n") + "\n");
    file.finish();
    return facet::Training::goes_on;
  }

 private:
  std::int64_t step_of(const std::string& row) const {
    std::int64_t step = 0;
    if (!(std::istringstream(row) >> step) || step < 1)
      throw facet::Error(path_ + ": a row must begin with a step, got '" + facet::printable(row) +
                         "'");
    return step;
  }

  Options options_;
  std::string path_;  // empty: the run is written nowhere
  std::string header_;
  std::vector<std::string> rows_;
  bool warned_ = false;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<DimensionLog>("dimension_log",
                              "how many dimensions the embedding uses, as a table");
}
