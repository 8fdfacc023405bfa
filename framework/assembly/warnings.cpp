#include "framework/assembly/warnings.h"

#include <algorithm>

namespace facet {

void Warnings::add(const std::string& warning) {
  if (std::find(all_.begin(), all_.end(), warning) != all_.end()) return;
  all_.push_back(warning);
  if (listener_) listener_(warning);
}

void Warnings::add(const std::vector<std::string>& warnings) {
  for (const std::string& warning : warnings) add(warning);
}

void Warnings::tell(Listener listener) {
  listener_ = std::move(listener);
  if (!listener_) return;
  for (const std::string& warning : all_) listener_(warning);
}

}  // namespace facet
