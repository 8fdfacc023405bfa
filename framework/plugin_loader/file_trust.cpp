#include "framework/plugin_loader/file_trust.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace facet {

namespace {

std::string look_at(const std::string& what, const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    return what + " cannot be looked at: " + std::strerror(errno);
  return why_not_trusted(what, path, status);
}

}  // namespace

std::string why_not_trusted(const std::string& what, const std::string& path,
                            const struct ::stat& status) {
  if (status.st_uid != 0 && status.st_uid != ::geteuid())
    return what + " belongs to user " + std::to_string(status.st_uid) +
           ", neither to root nor to you";
  if (status.st_mode & (S_IWGRP | S_IWOTH))
    return what + " can be written to by others: chmod go-w " + path;
  return "";
}

std::string why_not_trusted(const std::string& path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  if (error) return "the file cannot be looked at: " + error.message();
  const std::string why = look_at("the file", real);
  return why.empty() ? look_at("its folder", real.parent_path()) : why;
}

}  // namespace facet
