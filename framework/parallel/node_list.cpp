#include "framework/parallel/node_list.h"

#include "facet/error.h"

namespace facet {

std::string first_host(const std::string& list) {
  std::string host;
  for (std::size_t at = 0; at < list.size() && list[at] != ','; ++at) {
    if (list[at] != '[') {
      host += list[at];
      continue;
    }
    const std::size_t end = list.find(']', at);
    if (end == std::string::npos) throw Error("'" + list + "' is no list of hosts: a ] is missing");
    const std::size_t first_ends = list.find_first_of("-,]", at);
    host += list.substr(at + 1, first_ends - at - 1);
    at = end;
  }
  if (host.empty()) throw Error("'" + list + "' names no host");
  return host;
}

}  // namespace facet
