#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "facet/export.h"
#include "facet/stateful.h"

namespace facet {

/// What one step (or one validation) gave. The names are the columns of history.csv: `total`,
/// `objective0.loss`, `objective0.temperature`, ...
struct Report {
  std::int64_t step = 0;       ///< steps done, from 1
  std::int64_t num_steps = 0;  ///< of the whole run
  std::vector<Quantity> quantities;
};

/// Watches a run. Called from the training thread, between steps; what takes long delays training.
class FACET_API Observer {
 public:
  using Kind = Observer;
  static constexpr std::string_view kind = "observer";
  static constexpr std::string_view form = "";
  struct Arguments {};

  virtual ~Observer();
  virtual void on_step(const Report& report);
  virtual void on_validation(const Report& report);
  virtual void on_end();  ///< also after an interrupted run
};

}  // namespace facet
