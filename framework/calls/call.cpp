#include "framework/calls/call.h"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <typeinfo>

#include "framework/calls/passes_calls.h"

namespace facet {

namespace {

std::string type_being_thrown() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (!type) return "something that has no type";
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(
      abi::__cxa_demangle(type->name(), nullptr, nullptr, &status), &std::free);
  return text ? text.get() : type->name();
}

/// A component may have put all of a tensor into it.
std::string shortened(const std::string& text) {
  constexpr std::size_t most = 4000;
  if (text.size() <= most) return text;
  return text.substr(0, most) + "... (" + std::to_string(text.size()) + " characters)";
}

std::string prefix(const ComponentOrigin& whom, const char* where) {
  const std::string key = whom.key.empty() ? "" : whom.key + ": ";
  const std::int64_t step = AtStep::now();
  const std::string when = step > 0 ? " of step " + std::to_string(step) : "";
  return key + name_of(whom) + ", " + where + when + ": ";
}

}  // namespace

PassesCalls::~PassesCalls() = default;

std::string name_of(const ComponentOrigin& whom) {
  if (whom.name.empty())
    return whom.plugin.empty() ? "a component of the program" : "plugin " + whom.plugin;
  return whom.kind + " " + whom.plugin + "/" + whom.name;
}

std::string what_was_thrown() {
  try {
    throw;
  } catch (const std::exception& error) {
    return shortened(reason_of(error));
  } catch (...) {
    return "it threw something that is not a std::exception, of type " + type_being_thrown();
  }
}

void detail::rethrow_named(const ComponentOrigin& whom, const char* where) {
  try {
    throw;
  } catch (const Passing& passing) {
    std::rethrow_exception(passing.error);
  } catch (const ComponentError&) {
    throw;
  } catch (const PassesCalls&) {
    throw;
  } catch (const OptionsError&) {
    throw;
  } catch (const BrokenPromise& error) {
    throw ComponentError(prefix(whom, where) + error.what());
  } catch (...) {
    if (whom.plugin.empty()) throw;
    throw ComponentError(prefix(whom, where) + what_was_thrown());
  }
}

}  // namespace facet
