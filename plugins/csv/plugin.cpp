#include "facet/plugin.h"

#include "csv_reader.h"

FACET_PLUGIN(registrar) {
  registrar.add<facet::CsvReader>("csv",
                                  "comma-separated values whose first row names the columns");
}
