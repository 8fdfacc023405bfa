#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"
#include "framework/files/format.h"

namespace facet {

/// Whose plugins the user runs, beside root's and his own: what `facet plugin trust` writes. Plain
/// data.
struct FACET_API TrustList {
  std::int64_t format = file_format;
  std::vector<std::string>
      users;  ///< whose files may be loaded: names, numbers where there is none
  /// What lies in them, however deep, may be loaded, whoever may write to it. Absolute, without
  /// links.
  std::vector<std::string> folders;

  static void describe(OptionsDescription<TrustList>& options);

  bool has_user(uid_t user) const;
  bool has_folder_of(const std::string& file) const;  ///< `file` is absolute, without links
};

/// trusted.toml in the user's config folder. Throws Error where there can be none: HOME is not set.
FACET_API std::string trust_list_file();

/// An empty one where there is no file. Throws Error that names the file where others may write to
/// it, OptionsError for what is wrong in it.
FACET_API TrustList read_trust_list();
FACET_API void write_trust_list(const TrustList& list);

/// A user's number, of a name or a number in words. Throws Error where there is no such user.
FACET_API uid_t user_number(const std::string& name);
/// A user's name; the number in words where there is none.
FACET_API std::string user_name(uid_t user);

}  // namespace facet
