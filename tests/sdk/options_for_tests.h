#pragma once

#include "facet/options.h"

namespace facet {

/// An option of every type.
struct Inner {
  double x = 1;

  static void describe(OptionsDescription<Inner>& options) {
    options.add("x", &Inner::x, "a number").at_least(0);
  }
};

struct Every {
  bool flag = false;
  std::int64_t count = 2;
  double rate = 0.5;
  std::string mode = "mean";
  std::vector<std::int64_t> sizes = {1, 2};
  std::vector<double> rates;
  std::vector<std::string> files;
  std::optional<double> limit;
  ComponentChoice scheduler{"constant-weight"};
  std::vector<ComponentChoice> observers;
  LabelChoice label;
  Inner inner{3};
  std::vector<Inner> many;
  IntegerOrWord batch = 8;

  static void describe(OptionsDescription<Every>& options) {
    options.add("flag", &Every::flag, "on or off");
    options.add("count", &Every::count, "how many").at_least(1).below(10);
    options.add("rate", &Every::rate, "how fast").above(0).at_most(1.5);
    options.add("mode", &Every::mode, "how").one_of({"mean", "sum"});
    options.add("sizes", &Every::sizes, "some integers").at_least(0);
    options.add("rates", &Every::rates, "some numbers");
    options.add("files", &Every::files, "some texts");
    options.add("limit", &Every::limit, "a bound, if any").above(0);
    options.add("scheduler", &Every::scheduler, "a component").of_kind("scheduler");
    options.add("observers", &Every::observers, "components").of_kind("observer");
    options.add("label", &Every::label, "a label");
    options.add("inner", &Every::inner, "a table");
    options.add("many", &Every::many, "tables");
    options.add("batch", &Every::batch, "an integer or a word").at_least(1).or_word("full");
  }
};

}  // namespace facet
