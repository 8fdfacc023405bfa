#include "script.h"

#include <torch/csrc/jit/runtime/graph_executor.h>
#include <torch/csrc/jit/serialization/import.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <sstream>
#include <utility>

#include "facet/error.h"

namespace facet {

namespace {

namespace jit = torch::jit;

jit::Module read(const std::string& file, const std::function<jit::Module()>& load) {
  try {
    return load();
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {
    throw Error(file + ": is not a TorchScript file that can be read: " + reason(error));
  }
}

}  // namespace

std::string reason(const std::exception& error) {
  const auto* with_backtrace = dynamic_cast<const c10::Error*>(&error);
  std::string text = with_backtrace ? with_backtrace->what_without_backtrace() : error.what();
  text.erase(text.find_last_not_of(" \n") + 1);
  text.erase(0, std::min(text.find_first_not_of(" \n"), text.size()));
  const std::string traceback = "Traceback of TorchScript";
  return text.find(traceback) == std::string::npos ? text.substr(0, text.find('\n'))
                                                   : text.substr(text.rfind('\n') + 1);
}

Script::Script(const std::string& file)
    : file_(file), module_(read(file, [&] {
        if (!std::filesystem::exists(file)) throw Error(file + ": there is no such file");
        return jit::load(file, c10::Device(c10::kCPU));
      })) {}

Script::Script(const std::string& file, const std::string& bytes)
    : file_(file), module_(read(file, [&] {
        std::istringstream stream(bytes);
        return jit::load(stream, c10::Device(c10::kCPU));
      })) {}

c10::IValue Script::operator()(std::vector<c10::IValue> inputs) {
  const jit::GraphOptimizerEnabledGuard as_written(false);
  return module_.forward(std::move(inputs));
}

}  // namespace facet
