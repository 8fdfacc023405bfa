#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "facet/option_info.h"
#include "framework/registry/registry.h"

namespace facet {

/// Makes JSON Schemas of options. What several of them are made of is put into definitions, to
/// which they refer: components by kind, labels, selections.
class OptionSchemas {
 public:
  using Json = nlohmann::ordered_json;

  /// The registry must outlive this object.
  explicit OptionSchemas(const Registry& registry) : registry_(registry) {}

  /// Of a value of the option, with its doc and default.
  Json of(const OptionInfo& option);
  /// Of a table with these keys and no others.
  Json of_table(const std::vector<OptionInfo>& options);

  const Json& definitions() const { return definitions_; }

 private:
  Json of_type(const OptionInfo& option);
  Json of_component(const OptionInfo& option);
  Json of_label();
  Json component_names(const std::vector<const ComponentInfo*>& components) const;
  Json component_tables(const OptionInfo& option, const std::string& default_name);
  std::string default_name(const OptionInfo& option) const;
  /// A reference to what `make` gives, which is called once for a name.
  template <class Make>
  Json defined(const std::string& name, const Make& make);

  const Registry& registry_;
  Json definitions_ = Json::object();
};

}  // namespace facet
