#include "framework/files/plain_name.h"

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

void require_plain_name(const std::string& path) {
  std::string shown = path;
  const std::string fault = make_plain(shown);
  if (!fault.empty())
    throw Error(shown + ": its name has " + fault +
                ", which a config of a run cannot hold: rename it");
}

}  // namespace facet
