#pragma once

#include <memory>
#include <string>
#include <vector>

#include "facet/registrar.h"
#include "facet/scheduler.h"

namespace facet::test {

/// A scheduler whose weight is its option `weight`.
class Constant : public Scheduler {
 public:
  struct Options {
    double weight = 1.0;
    static void describe(OptionsDescription<Options>& options) {
      options.add("weight", &Options::weight, "the weight").at_least(0);
    }
  };
  explicit Constant(const Options& options) : options_(options) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override {
    return std::vector<double>{options_.weight};
  }

 private:
  Options options_;
};

/// A scheduler that takes another one, by default that of the kind.
class Wrapper : public Scheduler {
 public:
  struct Options {
    ComponentChoice inner;
    static void describe(OptionsDescription<Options>& options) {
      options.add("inner", &Options::inner, "another").of_kind("scheduler");
    }
  };
  explicit Wrapper(const Options&) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

/// A scheduler that chooses others: one, and in a table a list of them.
class Nested : public Scheduler {
 public:
  struct Inner {
    std::vector<ComponentChoice> more;
    static void describe(OptionsDescription<Inner>& options) {
      options.add("more", &Inner::more, "others").of_kind("scheduler");
    }
  };
  struct Options {
    ComponentChoice first{"constant"};
    Inner inner;
    static void describe(OptionsDescription<Options>& options) {
      options.add("first", &Options::first, "the first").of_kind("scheduler");
      options.add("inner", &Options::inner, "the rest");
    }
  };
  explicit Nested(const Options&) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

}  // namespace facet::test
