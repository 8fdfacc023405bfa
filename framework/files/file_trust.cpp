#include "framework/files/file_trust.h"

#include <unistd.h>

#include "facet/error.h"

namespace facet {

std::string untrusted_owner(const std::string& what, const struct ::stat& status) {
  if (status.st_uid == 0 || status.st_uid == ::geteuid()) return "";
  return what + " belongs to user " + std::to_string(status.st_uid) +
         ", neither to root nor to you";
}

std::string untrusted_permissions(const std::string& what, const std::string& path,
                                  const struct ::stat& status) {
  if (!(status.st_mode & (S_IWGRP | S_IWOTH))) return "";
  return what + " can be written to by others: chmod go-w " + path;
}

void require_own_file(const std::string& path) {
  struct ::stat status {};
  if (::stat(path.c_str(), &status) != 0) return;
  for (const std::string& reason :
       {untrusted_owner("the file", status), untrusted_permissions("the file", path, status)})
    if (!reason.empty()) throw Error(path + ": " + reason);
}

}  // namespace facet
