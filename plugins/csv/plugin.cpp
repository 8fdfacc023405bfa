#include "facet/plugin.h"

#include "csv_reader.h"
#include "write_table.h"

namespace {

template <char separator>
class TableWriter : public facet::Writer {
 public:
  static inline const facet::Documentation documentation = {
      .shapes =
          "an array T or T x 1 is a column, one T x d the columns `NAME_0`, `NAME_1`, ...; arrays with "
          "other rows than the first are left out",
      .source = "RFC 4180"};

  std::vector<facet::LeftOut> write(const std::string& path,
                                    const facet::FileArrays& arrays) const override {
    return facet::csv::write_table(path, arrays, separator);
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  for (const char* extension : {"csv", "tsv", "txt"})
    registrar.add<facet::CsvReader>(
        extension,
        "tables of text whose first row names the columns, or DeepLabCut's with three or four");
  registrar.add<TableWriter<','>>("csv", "a table of text with commas");
  registrar.add<TableWriter<'\t'>>("tsv", "a table of text with tabs");
}
