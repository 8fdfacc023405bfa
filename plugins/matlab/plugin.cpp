#include "facet/plugin.h"

#include "mat_reader.h"

FACET_PLUGIN(registrar) {
  registrar.add<facet::MatReader>("mat", "the variables of a MATLAB file, version 5 to 7.3");
}
