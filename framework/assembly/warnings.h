#pragma once

#include <functional>
#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// Where a result of a run could not be trusted: one sentence for each reason, each kept and told
/// once.
class FACET_API Warnings {
 public:
  using Listener = std::function<void(const std::string&)>;

  void add(const std::string& warning);
  void add(const std::vector<std::string>& warnings);
  /// Tells `listener` those that are there, and from now on each new one; null: nobody.
  void tell(Listener listener);
  const std::vector<std::string>& all() const { return all_; }

 private:
  std::vector<std::string> all_;
  Listener listener_;
};

}  // namespace facet
