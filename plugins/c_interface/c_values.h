#pragma once

#include <list>
#include <string>
#include <vector>

#include "c_tensor.h"
#include "facet/labels.h"
#include "facet/option_info.h"

namespace facet {

/// The values of a component's options as the C interface has them.
class CValues {
 public:
  /// `checked` is what check_options returned for `options`; labels are looked up in `labels`.
  /// Throws Error where one is missing or cannot serve.
  CValues(const std::vector<OptionInfo>& options, const Table& checked, const Labels& labels);
  CValues(const CValues&) = delete;
  CValues& operator=(const CValues&) = delete;

  const facet_value* get() const { return values_.data(); }

 private:
  facet_value value_of(const OptionInfo& option, const Value& value, const Labels& labels);

  std::list<std::string> texts_;  // lists: what the values point to stays where it is
  std::list<CTensor> tensors_;
  std::vector<facet_value> values_;
};

}  // namespace facet
