#include "facet/plugin.h"

#include "mat_reader.h"
#include "mat_writer.h"

FACET_PLUGIN(registrar) {
  registrar.add<facet::MatReader>("mat", "the variables of a MATLAB file, version 5 to 7.3");
  registrar.add<facet::MatWriter>("mat", "the variables of a MATLAB file, version 7");
}
