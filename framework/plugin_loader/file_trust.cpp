#include "framework/plugin_loader/file_trust.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace facet {

namespace {

std::string why_not_safe(const char* what, const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    return std::string(what) + " cannot be looked at: " + std::strerror(errno);
  if (status.st_uid != 0 && status.st_uid != ::geteuid())
    return std::string(what) + " belongs to user " + std::to_string(status.st_uid) +
           ", neither to root nor to you";
  if (status.st_mode & (S_IWGRP | S_IWOTH))
    return std::string(what) + " can be written to by others: chmod go-w " + path.string();
  return "";
}

}  // namespace

std::string why_not_trusted(const std::string& path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  if (error) return "the file cannot be looked at: " + error.message();
  const std::string why = why_not_safe("the file", real);
  return why.empty() ? why_not_safe("its folder", real.parent_path()) : why;
}

}  // namespace facet
