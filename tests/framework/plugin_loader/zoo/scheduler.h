#pragma once

#include "facet/plugin.h"
#include "facet/scheduler.h"

/// What the plugins of the zoo register: a scheduler whose weight is its option.
class ZooScheduler : public facet::Scheduler {
 public:
  struct Options {
    double weight = 1.0;
    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("weight", &Options::weight, "the weight").at_least(0);
    }
  };
  explicit ZooScheduler(const Options& options) : options_(options) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override {
    return std::vector<double>{options_.weight};
  }

 private:
  Options options_;
};
