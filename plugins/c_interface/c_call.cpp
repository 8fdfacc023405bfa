#include "c_call.h"

#include <array>
#include <cstring>
#include <string>

#include "facet/error.h"

namespace facet {

void c_call(const std::function<int(facet_message*)>& function) {
  std::array<char, 1024> text{};
  facet_message message{text.data(), text.size()};
  const int code = function(&message);
  if (code == 0) return;
  const std::string reason(text.data(), strnlen(text.data(), text.size()));
  throw Error(reason.empty() ? "it returned " + std::to_string(code) + " and no message" : reason);
}

}  // namespace facet
