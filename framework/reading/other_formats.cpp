#include "framework/reading/other_formats.h"

#include <map>

#include "framework/files/files.h"

namespace facet {

std::string instead_of_file(const std::string& extension) {
  static const char* const spreadsheet = "is a spreadsheet: save it as csv (\"CSV UTF-8\")";
  static const char* const table =
      "is a table of a format that is not read: write it by pandas' to_csv or to_hdf";
  static const char* const pickle =
      "is a pickle of Python, which could run any program and is never opened: write what is in it "
      "by numpy's savez, or pandas' to_csv or to_hdf";
  static const char* const of_r = "is an object of R: write it by write.csv";
  static const std::map<std::string, std::string> known = {
      {"gz", "is compressed: unpack it by gunzip"},
      {"bz2", "is compressed: unpack it by bunzip2"},
      {"xz", "is compressed: unpack it by unxz"},
      {"zst", "is compressed: unpack it by unzstd"},
      {"zip", "is an archive: unpack it by unzip"},
      {"xls", spreadsheet},
      {"xlsx", spreadsheet},
      {"ods", spreadsheet},
      {"parquet", table},
      {"feather", table},
      {"pkl", pickle},
      {"pickle", pickle},
      {"rds", of_r},
      {"rdata", of_r}};
  const auto found = known.find(extension);
  return found == known.end() ? "" : found->second;
}

std::string instead_of_folder(const std::string& path) {
  for (const char* inside : {"/.zgroup", "/.zarray", "/.zmetadata", "/zarr.json"})
    if (path_exists(path + inside))
      return "is a Zarr folder: write it as one HDF5 file (of NWB, hdmf-zarr's NWBZarrIO reads it, "
             "pynwb's NWBHDF5IO.export writes it)";
  return "";
}

}  // namespace facet
