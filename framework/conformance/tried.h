#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include "facet/reader.h"
#include "facet/registrar.h"

namespace facet {

/// A component that is tried. Its plugin is loaded when it is first made.
class Tried {
 public:
  /// All components of the plugin. Throws Error where the one that is tried is not among them.
  using Load = std::function<std::vector<ComponentEntry>()>;
  /// `options`: those that were given; `sample`: a file for a reader, or empty.
  Tried(ComponentInfo info, Load load, bool is_of_c_interface, Table options,
        const std::string& sample, std::int64_t num_neurons);

  const ComponentInfo& info() const { return info_; }
  /// Then it works on the CPU alone, and may take float32 alone.
  bool is_of_c_interface() const { return is_of_c_interface_; }
  /// For how many neurons a model is made.
  std::int64_t num_neurons() const { return num_neurons_; }
  const std::string& sample() const { return sample_; }
  const Table& options() const { return options_; }

  void load() const;
  /// Of the same plugin, with its defaults; null where there is none.
  std::shared_ptr<Reader> reader_of_the_same_name() const;
  /// The same component with `more` options given.
  Tried with(const Table& more) const;

  /// A new one, with the options that were given. What must be given and was not has values of the
  /// kit's. Throws what the component's constructor throws.
  template <class Interface>
  std::shared_ptr<Interface> make(const typename Interface::Arguments& arguments = {}) const {
    using Kind = typename Interface::Kind;
    const auto made = std::static_pointer_cast<Kind>(make_any(&arguments));
    if constexpr (std::is_same_v<Interface, Kind>)
      return made;
    else
      return std::dynamic_pointer_cast<Interface>(made);
  }

 private:
  /// Null: there is none.
  const ComponentEntry* entry_of(const std::string& kind) const;
  std::shared_ptr<void> make_any(const void* arguments) const;
  std::shared_ptr<void> make_with(const Table& options, const void* arguments) const;

  ComponentInfo info_;
  Load load_;
  bool is_of_c_interface_;
  Table options_;
  std::string sample_;
  std::int64_t num_neurons_;
  mutable std::vector<ComponentEntry> entries_;  // of the plugin, once it is loaded
};

}  // namespace facet
