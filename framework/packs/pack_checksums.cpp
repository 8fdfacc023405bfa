#include "framework/packs/pack_checksums.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <regex>
#include <sstream>

#include "facet/error.h"
#include "framework/files/checksum.h"
#include "framework/packs/pack_file_name.h"
#include "framework/packs/pack_files.h"

namespace facet {

namespace {

constexpr const char* kind_of_checksum = "sha256:";

std::string checksum_in(const std::string& folder, const std::string& name) {
  const int file = ::open((folder + "/" + name).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) throw Error(name + ": cannot be read: " + std::strerror(errno));
  try {
    const std::string checksum = file_checksum(file);
    ::close(file);
    return checksum;
  } catch (const Error& error) {
    ::close(file);
    throw Error(name + ": " + error.what());
  }
}

[[noreturn]] void wrong_line(int line, const std::string& why) {
  throw Error(std::string(checksums_file) + ":" + std::to_string(line) + ": " + why);
}

}  // namespace

PackChecksums take_checksums(const std::string& folder) {
  PackChecksums checksums;
  for (const std::string& name : pack_files(folder))
    if (name != checksums_file && name != signature_file)
      checksums[name] = checksum_in(folder, name);
  return checksums;
}

std::string write_checksums(const PackChecksums& checksums) {
  std::string text;
  for (const auto& [name, checksum] : checksums)
    text += checksum.substr(std::strlen(kind_of_checksum)) + "  " + name + "\n";
  return text;
}

PackChecksums parse_checksums(const std::string& text) {
  static const std::regex form("([0-9a-f]{64})  (.+)");
  PackChecksums checksums;
  std::istringstream lines(text);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::smatch match;
    if (line.size() > 1000 || !std::regex_match(line, match, form))
      wrong_line(number, "must be 64 hexadecimal digits, two spaces and the name of a file");
    try {
      require_pack_file_name(match[2]);
    } catch (const Error& error) {
      wrong_line(number, error.what());
    }
    if (match[2] == checksums_file || match[2] == signature_file)
      wrong_line(number, "names " + match[2].str() + ", whose checksum cannot stand here");
    if (!checksums.emplace(match[2], kind_of_checksum + match[1].str()).second)
      wrong_line(number, "names " + match[2].str() + " a second time");
  }
  if (write_checksums(checksums) != text)
    throw Error(std::string(checksums_file) + ": must be sorted by name and end with a line break");
  return checksums;
}

void require_checksum(const std::string& folder, const std::string& name,
                      const PackChecksums& checksums) {
  const auto found = checksums.find(name);
  if (found == checksums.end()) throw Error(name + ": is not in SHA256SUMS");
  const std::string checksum = checksum_in(folder, name);
  if (checksum != found->second)
    throw Error(name + ": is not what SHA256SUMS says: its checksum is " + checksum + ", not " +
                found->second);
}

}  // namespace facet
