#include "framework/parallel/introduction.h"

#include <torch/version.h>

#include <istream>
#include <sstream>

#include "framework/parallel/own_address.h"

namespace facet {

namespace {

constexpr const char* greeting = "facet";

}  // namespace

std::string Introduction::name() const {
  return "rank " + std::to_string(rank) + " (host " + host + ")";
}

Introduction own_introduction(const Launch& launch) {
  return {launch.rank, launch.size, TORCH_VERSION, own_host()};
}

void tell(std::ostream& out, const Introduction& own) {
  out << greeting << ' ' << own.rank << ' ' << own.size << ' ' << own.libtorch << ' ' << own.host
      << std::endl;
}

std::optional<Introduction> hear(std::istream& in) {
  std::string line, first;
  if (!std::getline(in, line)) return {};
  Introduction other;
  std::istringstream words(line);
  words >> first >> other.rank >> other.size >> other.libtorch >> other.host;
  if (!words || first != greeting) return {};
  return other;
}

std::string difference(const Introduction& first, const Introduction& other) {
  const auto differ = [&](const std::string& in, const std::string& one, const std::string& two) {
    return "the ranks differ in " + in + ": " + one + " on " + first.name() + ", " + two + " on " +
           other.name();
  };
  if (other.size != first.size)
    return differ("how many they are", std::to_string(first.size), std::to_string(other.size)) +
           "; what starts them has to tell all of them the same number";
  if (other.libtorch != first.libtorch)
    return differ("their libtorch", first.libtorch, other.libtorch);
  return "";
}

std::string absence(const std::string& names, const Launch& launch,
                    std::chrono::milliseconds timeout) {
  std::ostringstream text;
  text << names << " did not come within " << std::chrono::duration<double>(timeout).count()
       << " s to " << launch.host << ", port " << launch.port
       << ", where the ranks meet: not started, or busy with something else, or a firewall is "
          "between (docs/ranks.md)";
  return text.str();
}

}  // namespace facet
