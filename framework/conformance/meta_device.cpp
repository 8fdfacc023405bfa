#include "framework/conformance/meta_device.h"

#include <ATen/Functions.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/library.h>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "facet/error.h"

namespace facet::meta_device {

namespace {

using c10::DispatchKey;

std::string name_of(const c10::OperatorHandle& op) {
  return op.schema().operator_name().name;
}

/// Every tensor of a value, replaced.
c10::IValue mapped(const c10::IValue& value,
                   const std::function<at::Tensor(const at::Tensor&)>& map) {
  if (value.isTensor()) return value.toTensor().defined() ? map(value.toTensor()) : value;
  if (!value.isTensorList()) return value;
  std::vector<at::Tensor> tensors = value.toTensorVector();
  for (at::Tensor& tensor : tensors) tensor = map(tensor);
  return tensors;
}

at::Tensor zeros_on_cpu(const at::Tensor& tensor) {
  return at::zeros(tensor.sizes(), tensor.options().device(at::kCPU));
}

bool depends_on_values(const c10::OperatorHandle& op) {
  for (const c10::Argument& result : op.schema().returns())
    if (!result.type()->isSubtypeOf(*c10::TensorType::get()) &&
        !result.type()->isSubtypeOf(*c10::ListType::ofTensors()))
      return true;
  return op.hasTag(at::Tag::dynamic_output_shape) || op.hasTag(at::Tag::data_dependent_output);
}

/// Of an operator that writes into its arguments: the one that this result is.
std::optional<std::size_t> written_argument(const c10::FunctionSchema& schema,
                                            const c10::Argument& result) {
  if (!result.alias_info() || !result.alias_info()->isWrite()) return std::nullopt;
  for (std::size_t i = 0; i < schema.arguments().size(); ++i) {
    const c10::AliasInfo* alias = schema.arguments()[i].alias_info();
    if (alias && *alias == *result.alias_info()) return i;
  }
  return std::nullopt;
}

using RunOnCpu = std::function<void(torch::jit::Stack&)>;

/// Runs on zeros of the CPU, and keeps the sizes of what comes out.
void find_sizes(const c10::FunctionSchema& schema, torch::jit::Stack& stack, const RunOnCpu& run) {
  const std::vector<c10::IValue> given = torch::jit::pop(stack, schema.arguments().size());
  torch::jit::Stack on_cpu;
  for (const c10::IValue& argument : given)
    on_cpu.push_back(argument.isDevice() ? c10::IValue(c10::Device(at::kCPU))
                                         : mapped(argument, zeros_on_cpu));
  run(on_cpu);
  for (std::size_t i = 0; i < schema.returns().size(); ++i) {
    if (const auto written = written_argument(schema, schema.returns()[i])) {
      stack.push_back(given[*written]);
      given[*written].toTensor().resize_(on_cpu[i].toTensor().sizes());
    } else {
      stack.push_back(mapped(on_cpu[i], [](const at::Tensor& own) { return own.to(at::kMeta); }));
    }
  }
}

void run_any(const c10::OperatorHandle& op, torch::jit::Stack* stack) {
  if (depends_on_values(op)) throw Error(name_of(op) + " reads values of a tensor");
  find_sizes(op.schema(), *stack, [&](torch::jit::Stack& own) { op.callBoxed(&own); });
}

/// libtorch calls a convolution of a device that it does not know by another name.
void run_as_convolution(const c10::OperatorHandle& op, torch::jit::Stack* stack) {
  const bool backward = name_of(op) == "aten::convolution_backward_overrideable";
  const auto known = c10::Dispatcher::singleton().findSchemaOrThrow(
      backward ? "aten::convolution_backward" : "aten::convolution", "");
  find_sizes(op.schema(), *stack, [&](torch::jit::Stack& own) {
    if (backward) own.insert(own.begin() + 3, c10::IValue());  // the bias's sizes: not needed
    known.callBoxed(&own);
  });
}

/// Those that libtorch has for the CPU alone, or for nothing but devices that it knows.
bool lacks_meta_kernel(const c10::OperatorHandle& op) {
  if (!op.hasKernelForDispatchKey(DispatchKey::CPU)) return false;
  for (const DispatchKey key : {DispatchKey::Meta, DispatchKey::CompositeImplicitAutograd,
                                DispatchKey::CompositeExplicitAutograd,
                                DispatchKey::CompositeExplicitAutogradNonFunctional})
    if (op.hasKernelForDispatchKey(key)) return false;
  return true;
}

void refuse_mixture(const c10::OperatorHandle& op, c10::DispatchKeySet, torch::jit::Stack* stack) {
  static const std::set<std::string> copies = {"aten::copy_", "aten::_to_copy", "aten::to",
                                               "aten::_copy_from"};
  std::set<at::DeviceType> devices;
  const auto note = [&](const at::Tensor& tensor) {
    if (tensor.dim() > 0) devices.insert(tensor.device().type());
    return tensor;
  };
  for (const c10::IValue& argument : torch::jit::last(*stack, op.schema().arguments().size()))
    mapped(argument, note);
  if (devices.size() > 1 && copies.count(name_of(op)) == 0)
    throw Error(name_of(op) + " is given tensors of several devices");
  const c10::impl::ExcludeDispatchKeyGuard beyond(DispatchKey::TESTING_ONLY_GenericMode);
  op.callBoxed(stack);
}

using torch::Library;

/// Registered for as long as the process lives, when they are first needed: a program that does not
/// try anything keeps libtorch as it is.
Library* kernels_for(const std::string& operators, DispatchKey key) {
  return new Library(Library::IMPL, operators, c10::make_optional(key), __FILE__, __LINE__);
}

void complete_the_device() {
  static Library* const meta = kernels_for("aten", DispatchKey::Meta);
  for (const auto& name : c10::Dispatcher::singleton().getAllOpNames()) {
    const auto op = c10::Dispatcher::singleton().findSchema(name);
    if (!op || name.name.rfind("aten::", 0) != 0 || !lacks_meta_kernel(*op)) continue;
    const std::string overload = name.overload_name.empty() ? "" : "." + name.overload_name;
    meta->impl((name.name.substr(6) + overload).c_str(),
               torch::CppFunction::makeFromBoxedFunction<&run_any>());
  }
  for (const char* name : {"convolution_overrideable", "convolution_backward_overrideable"})
    meta->impl(name, torch::CppFunction::makeFromBoxedFunction<&run_as_convolution>());
  static Library* const mixtures = kernels_for("_", DispatchKey::TESTING_ONLY_GenericMode);
  mixtures->fallback(torch::CppFunction::makeFromBoxedFunction<&refuse_mixture>());
}

DispatchKey key_of_mixtures() {
  static const bool complete = (complete_the_device(), true);
  return complete ? DispatchKey::TESTING_ONLY_GenericMode : DispatchKey::Undefined;
}

}  // namespace

NoMixing::NoMixing() : guard_(key_of_mixtures()) {}

void move(const at::Tensor& tensor) {
  const at::Tensor sizes = at::empty(tensor.sizes(), tensor.options().device(at::kMeta));
  tensor.unsafeGetTensorImpl()->shallow_copy_from(sizes.getIntrusivePtr());
}

}  // namespace facet::meta_device
