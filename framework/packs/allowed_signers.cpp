#include "framework/packs/allowed_signers.h"

#include <cstdint>
#include <filesystem>
#include <sstream>

#include "facet/error.h"
#include "framework/files/file_trust.h"
#include "framework/files/files.h"
#include "framework/files/user_folders.h"
#include "framework/packs/signer_line.h"

namespace facet {

namespace {

constexpr const char* add_it = ": add it there if it is whose you trust";

/// Why a line does not allow its key to sign a pack now; empty: it does.
std::string fault_of(const SignerLine& line, std::time_t now) {
  if (line.certificate_authority) return "stands there as a certificate authority";
  if (!line.for_packs) return "stands there for other namespaces than facet-pack";
  if (line.valid_after && now < *line.valid_after) return "is not valid there yet";
  if (line.valid_before && now > *line.valid_before) return "is not valid there any more";
  return "";
}

std::string read_list(const std::string& file) {
  constexpr std::uintmax_t longest_list = 1 << 20;
  std::error_code none;
  if (std::filesystem::file_size(file, none) > longest_list && !none)
    throw Error(file + ": is longer than 1 MiB, and so no list of signers");
  return read_text(file);
}

}  // namespace

std::string allowed_signers_file() {
  const std::string folder = user_config_folder();
  return folder.empty() ? "" : folder + "/allowed_signers";
}

AllowedSigner find_allowed_signer(const std::string& file, const std::string& key,
                                  std::time_t now) {
  if (file.empty()) return {"", "and there is no list of signers: HOME is not set"};
  if (!path_exists(file))
    return {"", "which is not in " + file + " (there is no such file)" + add_it};
  require_own_file(file);  // who may write to the list decides what code runs
  AllowedSigner found{"", "which is not in " + file + add_it};
  std::istringstream lines(read_list(file));
  int number = 0;
  for (std::string text; std::getline(lines, text);) {  // all: a mistake is told wherever it is
    const std::string place = file + ":" + std::to_string(++number);
    const std::optional<SignerLine> line = parse_signer_line(text, place);
    if (!line || line->key != key || !found.principal.empty()) continue;
    const std::string why = fault_of(*line, now);
    found = why.empty() ? AllowedSigner{line->principal, ""}
                        : AllowedSigner{"", "which " + why + ": " + place};
  }
  return found;
}

}  // namespace facet
