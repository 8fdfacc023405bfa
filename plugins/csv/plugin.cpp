#include "facet/plugin.h"

#include "csv_reader.h"

FACET_PLUGIN(registrar) {
  for (const char* extension : {"csv", "tsv", "txt"})
    registrar.add<facet::CsvReader>(
        extension,
        "tables of text whose first row names the columns, or DeepLabCut's with three or four");
}
