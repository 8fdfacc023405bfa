#include "framework/sweeping/best_trial.h"

#include <cmath>
#include <map>

#include "facet/error.h"

namespace facet {

namespace {

enum class Better { lower, higher };

/// By what a figure's path ends with.
const std::map<std::string, Better>& measures() {
  static const std::map<std::string, Better> all = {{"value", Better::lower},
                                                    {"median_error_first", Better::lower},
                                                    {"median_distance", Better::lower},
                                                    {"bits", Better::higher},
                                                    {"r2", Better::higher},
                                                    {"r2_first", Better::higher},
                                                    {"accuracy", Better::higher}};
  return all;
}

std::string measure_of(const std::string& figure) {
  return figure.substr(figure.rfind(' ') + 1);
}

[[noreturn]] void throw_mistake(const std::string& what) {
  throw OptionsError({{{}, "", "--best " + what}});
}

}  // namespace

void require_choosable(const std::string& figure, const DataConfig& data) {
  const bool of_validation = figure.starts_with("objectives ") || figure.starts_with("decoding ");
  if (!of_validation || !measures().contains(measure_of(figure)))
    throw_mistake("'" + figure +
                  "' is no figure of validation: it must be one that facet evaluate gives, such as "
                  "'decoding 0:4 position knn r2' or 'objectives 0:4 InfoNCE objective 0 value'");
  for_each_recording(data, [](const RecordingConfig& own, const std::string& key) {
    if (!own.validation && !own.validation_from)
      throw_mistake("needs bins that are held out: set " + join_key(key, "validation"));
  });
}

std::optional<std::size_t> best_trial(const SweepTable& table, const std::string& figure) {
  const Better better = measures().at(measure_of(figure));
  std::optional<std::size_t> best;
  double best_mean = 0;
  for (std::size_t trial = 0; trial < table.rows.size(); ++trial) {
    const TrialRow& row = table.rows[trial];
    const FigureSummary* summary = row.find(figure);
    if (!summary || !row.is_whole()) continue;
    const double mean = summary->mean();
    if (std::isnan(mean)) continue;
    const bool beats = better == Better::lower ? mean < best_mean : mean > best_mean;
    if (best && !beats) continue;
    best = trial;
    best_mean = mean;
  }
  return best;
}

}  // namespace facet
