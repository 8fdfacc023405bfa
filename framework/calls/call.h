#pragma once

#include <exception>
#include <string>

#include "facet/error.h"
#include "framework/calls/being_called.h"
#include "framework/calls/kept_environment.h"

// A call into a component. All of the engine's calls go through here, so that whatever goes wrong
// in one has the component's name.
namespace facet {

/// A component failed, or did not keep what its header promises:
/// `objective[0].loss: criterion lab/Mine, in forward() of step 3: out of range`.
class ComponentError : public Error {
 public:
  using Error::Error;
};

/// Thrown within a call where the component did not keep what its header promises; it says what
/// came and what was promised.
class BrokenPromise : public Error {
 public:
  using Error::Error;
};

/// `criterion lab/Mine`, `plugin lab`; where it has no name: `a component of the program`.
std::string name_of(const ComponentOrigin& whom);

namespace detail {

/// What passes a call unchanged.
struct Passing {
  std::exception_ptr error;
};

/// In a catch block.
[[noreturn]] void rethrow_named(const ComponentOrigin& whom, const char* where);

}  // namespace detail

/// What is being thrown, in words: what the exception says, or `it threw something that is not a
/// std::exception, of type int`. In a catch block.
std::string what_was_thrown();

/// Calls a component: `action` makes the call and holds the result against what was promised.
/// Whatever it throws becomes a ComponentError, but for mistakes in options, and for what a
/// component throws that is part of the program. Locale, arithmetic and the recording of gradients
/// are afterwards as they were before (see KeptEnvironment).
template <class Action>
auto call(const ComponentOrigin& whom, const char* where, const Action& action)
    -> decltype(action()) {
  const BeingCalled now(whom, where);
  const KeptEnvironment kept;
  try {
    return action();
  } catch (...) {
    detail::rethrow_named(whom, where);
  }
}

template <class Action>
auto call(const Component& component, const char* where, const Action& action) {
  return call(component.origin(), where, action);
}

/// Within a call: an Error that the component throws is for the user as it is, since its header
/// asks for one that names all there is to know. It passes unchanged.
template <class Action>
auto own_errors_pass(const Action& action) -> decltype(action()) {
  try {
    return action();
  } catch (const Error&) {
    throw detail::Passing{std::current_exception()};
  }
}

/// What the engine does when a component calls it back: its errors are not the component's.
template <class Action>
auto called_back(const Action& action) -> decltype(action()) {
  const BeingCalled the_engine;
  try {
    return action();
  } catch (...) {
    throw detail::Passing{std::current_exception()};
  }
}

}  // namespace facet
