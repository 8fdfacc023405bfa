#include "framework/trust/trusted_file.h"

#include <filesystem>

#include "facet/error.h"
#include "framework/files/file_trust.h"
#include "framework/trust/trust_list.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

std::string trust_folder_of(const std::string& path, const struct ::stat& status) {
  const std::string folder = S_ISDIR(status.st_mode) ? path : fs::path(path).parent_path().string();
  return "`facet plugin trust " + folder + "`";
}

}  // namespace

void require_trusted_owner(const std::string& what, const std::string& path,
                           const struct ::stat& status) {
  const std::string reason = untrusted_owner(what, status);
  if (reason.empty()) return;
  const TrustList trusted = read_trust_list();
  if (trusted.has_user(status.st_uid) || trusted.has_folder_of(path)) return;
  throw Error(reason + ": if you trust them, `facet plugin trust --user " +
              user_name(status.st_uid) + "`; if you trust all that lies there, " +
              trust_folder_of(path, status));
}

void require_trusted_permissions(const std::string& what, const std::string& path,
                                 const struct ::stat& status) {
  const std::string reason = untrusted_permissions(what, path, status);
  if (reason.empty() || read_trust_list().has_folder_of(path)) return;
  throw Error(reason + ", or, if you trust everybody who can, " + trust_folder_of(path, status));
}

}  // namespace facet
