#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// Texts for the generated reference; a component has them as a static member `documentation`.
struct Documentation {
  std::string formula = "";
  std::string shapes = "";
  std::string units = "";
  std::string source = "";  ///< the paper
};

/// What is known of a component without any code of its plugin. Plain data.
struct ComponentInfo {
  std::string kind;  ///< criterion, distribution, prior, model, ...
  std::string form;  ///< contrastive or supervised for criterions, else empty
  std::string name;
  std::string summary;  ///< one line
  Documentation documentation;
  std::vector<OptionInfo> options;
  bool is_default = false;  ///< taken where no component of its kind is named
};

/// A component as a plugin registers it.
struct ComponentEntry {
  ComponentInfo info;
  /// Builds it from a table that check_options passed; `arguments` points to the kind's Arguments,
  /// the result to the kind's interface. Throws OptionsError or Error.
  std::function<std::shared_ptr<void>(const Table& checked, const Location& where,
                                      const std::string& key, const void* arguments)>
      create;
};

struct NoOptions {
  static void describe(OptionsDescription<NoOptions>&) {}
};

namespace detail {

template <class C>
struct OptionsOf {
  using type = NoOptions;
};
template <class C>
requires requires {
  typename C::Options;
}
struct OptionsOf<C> {
  using type = typename C::Options;
};

template <class C>
concept OfAKind = requires {
  typename C::Kind;
  typename C::Arguments;
  C::kind;
};

/// Says in the first line of what the compiler says what is missing in a component.
template <class C>
constexpr bool is_a_component() {
  static_assert(OfAKind<C>,
                "a component derives publicly from one interface of the sdk, such as "
                "facet::Scheduler");
  if constexpr (OfAKind<C>) {
    using Options = typename OptionsOf<C>::type;
    using Arguments = typename C::Arguments;
    constexpr bool has_form = requires {
      C::form;
    };
    constexpr bool is_whole = has_form && !std::is_abstract_v<C>;
    constexpr bool can_be_described =
        std::is_default_constructible_v<Options> && Described<Options>;
    constexpr bool has_options = !std::is_same_v<Options, NoOptions>;
    constexpr bool takes_options = std::is_constructible_v<C, const Options&, const Arguments&> ||
                                   std::is_constructible_v<C, const Options&>;
    constexpr bool takes_none =
        std::is_constructible_v<C, const Arguments&> || std::is_constructible_v<C>;
    static_assert(has_form,
                  "a criterion is a facet::ContrastiveCriterion or a facet::SupervisedCriterion");
    static_assert(!has_form || !std::is_abstract_v<C>,
                  "a component overrides every function of its interface that is = 0");
    static_assert(!is_whole || std::is_default_constructible_v<Options>,
                  "the Options of a component have a default for each member, and a constructor "
                  "without arguments");
    static_assert(!is_whole || !std::is_default_constructible_v<Options> || Described<Options>,
                  "the Options of a component have a public static void "
                  "describe(facet::OptionsDescription<Options>&)");
    static_assert(!is_whole || takes_options || !has_options,
                  "a component that has Options has a public constructor that takes them: C(const "
                  "Options&) or C(const Options&, const Arguments&)");
    static_assert(!is_whole || takes_options || takes_none || has_options,
                  "a component without public Options has a public constructor C() or C(const "
                  "Arguments&)");
    return is_whole && can_be_described && (takes_options || (takes_none && !has_options));
  } else {
    return false;
  }
}

template <class C>
constexpr void a_summary_is_missing() {
  static_assert(sizeof(C) == 0,
                "a component is added with a summary, one line that says what it is: "
                "registrar.add<C>(\"Name\", \"summary\")");
}

}  // namespace detail

/// Takes what a plugin has to offer. Handed to the plugin's entry point and valid only during that
/// call; what is added becomes visible all at once after it returned, or not at all.
class FACET_API Registrar {
 public:
  virtual ~Registrar();

  /// Adds component C under `name`. Its kind follows from the interface it derives from. C is built
  /// as C(options, arguments), C(options), C(arguments) or C(), whichever it has. `defaults` lets a
  /// family be added in a loop, each name with its own preset. Wrong, and told with all else that
  /// is when the entry point has returned: a name that is not of letters, digits, `.`, `_`, `-` or
  /// was added before; an option whose name is reserved (see kinds.h), odd or there twice, or whose
  /// default its description does not allow; a text with control characters or not in UTF-8.
  template <class C>
  void add(std::string name, std::string summary) {
    if constexpr (detail::is_a_component<C>()) add<C>(std::move(name), std::move(summary), {});
  }
  template <class C>
  void add(std::string name, std::string summary,
           const typename detail::OptionsOf<C>::type& defaults) {
    if constexpr (detail::is_a_component<C>())
      add_entry(entry_of<C>(std::move(name), std::move(summary), defaults));
  }
  /// Does not compile, and says so: a summary is missing.
  template <class C>
  void add(std::string) {
    detail::a_summary_is_missing<C>();
  }

  /// The same for the component that is taken where no other of its kind is named. A second one of
  /// its kind is wrong, too; where two plugins have one, a run has to name a component.
  template <class C>
  void add_default(std::string name, std::string summary) {
    if constexpr (detail::is_a_component<C>())
      add_default<C>(std::move(name), std::move(summary), {});
  }
  template <class C>
  void add_default(std::string name, std::string summary,
                   const typename detail::OptionsOf<C>::type& defaults) {
    if constexpr (detail::is_a_component<C>()) {
      ComponentEntry entry = entry_of<C>(std::move(name), std::move(summary), defaults);
      entry.info.is_default = true;
      add_entry(std::move(entry));
    }
  }
  template <class C>
  void add_default(std::string) {
    detail::a_summary_is_missing<C>();
  }

  /// The same for a component whose options are known only when the plugin is loaded.
  void add(ComponentEntry entry) { add_entry(std::move(entry)); }

 protected:
  virtual void add_entry(ComponentEntry entry) = 0;

 private:
  template <class C>
  static ComponentEntry entry_of(std::string name, std::string summary,
                                 const typename detail::OptionsOf<C>::type& defaults) {
    using Options = typename detail::OptionsOf<C>::type;
    ComponentEntry entry;
    entry.info.kind = C::kind;
    entry.info.form = C::form;
    entry.info.name = std::move(name);
    entry.info.summary = std::move(summary);
    if constexpr (requires { C::documentation; }) entry.info.documentation = C::documentation;
    entry.info.options = OptionsDescription<Options>(defaults).infos();
    entry.create = [defaults](const Table& checked, const Location& where, const std::string& key,
                              const void* arguments) -> std::shared_ptr<void> {
      Problems problems;
      const Options options =
          OptionsDescription<Options>(defaults).parse(checked, where, key, problems);
      problems.throw_if_any();
      return build<C>(options, *static_cast<const typename C::Arguments*>(arguments));
    };
    return entry;
  }

  template <class C, class Options>
  static std::shared_ptr<typename C::Kind> build(const Options& options,
                                                 const typename C::Arguments& arguments) {
    if constexpr (std::is_constructible_v<C, const Options&, const typename C::Arguments&>)
      return std::make_shared<C>(options, arguments);
    else if constexpr (std::is_constructible_v<C, const Options&>)
      return std::make_shared<C>(options);
    else if constexpr (std::is_constructible_v<C, const typename C::Arguments&>)
      return std::make_shared<C>(arguments);
    else
      return std::make_shared<C>();
  }
};

}  // namespace facet
