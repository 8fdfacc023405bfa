#include "framework/config/check_data.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "framework/data/condition.h"

namespace facet {

namespace {

bool is_whole(double number) {
  return std::trunc(number) == number;
}

/// The keys of one recording, each with what is wrong with it.
class RecordingCheck {
 public:
  RecordingCheck(const RecordingConfig& config, const std::string& key, Problems& problems)
      : config_(config), key_(key), problems_(problems) {}

  void signals() const {
    if (config_.signals.empty()) add("signals", "must name at least one array");
  }

  void neurons() const {
    condition("neurons", config_.neurons.condition);
    for (std::size_t i = 0; i < config_.neurons.ranges.size(); ++i) {
      const auto& [begin, end] = config_.neurons.ranges[i];
      if (begin < 0 || !is_whole(begin) || !is_whole(end))
        add(item_key("neurons", i), "must be whole numbers from 0");
    }
  }

  void kinds() const {
    const std::vector<std::string>& continuous = config_.continuous;
    for (std::size_t i = 0; i < config_.discrete.size(); ++i) {
      const std::string& name = config_.discrete[i];
      if (std::find(continuous.begin(), continuous.end(), name) != continuous.end())
        add(item_key("discrete", i), "'" + name + "' is also in " + join_key(key_, "continuous"));
    }
  }

  void select() const { condition("select", config_.select); }

  void epochs() const {
    if (!config_.epochs.condition.empty())
      add("epochs",
          "must be a list of [begin, end]; a condition goes into " + join_key(key_, "select"));
    for (std::size_t i = 0; i < config_.epochs.ranges.size(); ++i) {
      const auto& [begin, end] = config_.epochs.ranges[i];
      if (begin == end)
        add(item_key("epochs", i), "must be [begin, end]");
      else if (!config_.time && !config_.bin && !(is_whole(begin) && is_whole(end)))
        add(item_key("epochs", i), "must be bins, so whole numbers, unless " +
                                       join_key(key_, "time") + " names time stamps");
    }
  }

  /// Keys of times say nothing of a recording whose rows are its bins.
  void bins() const {
    if (config_.bin) {
      if (config_.time) add("time", "cannot be given together with " + join_key(key_, "bin"));
      if (config_.start && config_.stop && *config_.start >= *config_.stop)
        add("stop", "must be after " + join_key(key_, "start"));
      return;
    }
    for (const auto& [name, given] : {std::pair("start", config_.start.has_value()),
                                      {"stop", config_.stop.has_value()},
                                      {"smooth", config_.smooth > 0},
                                      {"rates", config_.rates},
                                      {"align", !config_.align.empty()},
                                      {"labels", !config_.labels.empty()}})
      if (given) add(name, "needs " + join_key(key_, "bin"));
    if (!config_.angles.empty() && config_.fill.empty())
      add("angles", "needs " + join_key(key_, "bin") + " or " + join_key(key_, "fill"));
    for (std::size_t i = 0; i < config_.file.size(); ++i)
      if (config_.file[i].is_timed())
        add(item_key("file", i), "says something of times, which needs " + join_key(key_, "bin"));
  }

  void smoothing() const {
    if (config_.causal && config_.smooth == 0) add("causal", "needs " + join_key(key_, "smooth"));
  }

  void validation() const {
    if (config_.validation && config_.validation_from)
      add("validation_from", "cannot be given together with " + join_key(key_, "validation"));
    if (config_.test && config_.test_from)
      add("test_from", "cannot be given together with " + join_key(key_, "test"));
    if (config_.validation_from && config_.test_from &&
        *config_.test_from <= *config_.validation_from)
      add("test_from", "must come after " + join_key(key_, "validation_from"));
    if (config_.validation.value_or(0) + config_.test.value_or(0) >= 1)
      add("test", "and " + join_key(key_, "validation") +
                      " leave nothing to train on: together "
                      "they must be less than 1");
  }

 private:
  /// `name` may be of an item: `neurons[0]`.
  void add(const std::string& name, const std::string& what) const {
    problems_.add({}, key_ + "." + name, what);
  }

  void condition(const std::string& name, const std::string& text) const {
    if (text.empty()) return;
    try {
      Condition{text};
    } catch (const Error& error) {
      add(name, std::string("is no condition such as \"speed > 0.05\": ") + error.what());
    }
  }

  const RecordingConfig& config_;
  const std::string& key_;
  Problems& problems_;
};

}  // namespace

void check_recording(const RecordingConfig& config, const std::string& key, Problems& problems) {
  const RecordingCheck check(config, key, problems);
  check.signals();
  check.neurons();
  check.kinds();
  check.select();
  check.epochs();
  check.bins();
  check.smoothing();
  check.validation();
}

void check_recording_files(const RecordingConfig& config, const std::string& key,
                           Problems& problems) {
  const std::string file = join_key(key, "file");
  if (config.file.empty() && !has_problem(problems, file))
    problems.add({}, file, "must name at least one file");
  for (std::size_t i = 0; i < config.file.size(); ++i) {
    const std::string item = config.file.size() == 1 ? file : item_key(file, i);
    std::error_code error;
    if (!std::filesystem::exists(config.file[i].path, error))
      problems.add({}, item, "'" + config.file[i].path + "' does not exist");
  }
}

void check_sessions(const DataConfig& config, Problems& problems) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < config.session.size(); ++i) {
    const std::string key = item_key("data.session", i) + ".name";
    if (!names.insert(config.session[i].name).second)
      problems.add({}, key,
                   "must tell the sessions apart, but '" + config.session[i].name + "' is taken");
  }
}

}  // namespace facet
