#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "facet/export.h"

namespace facet {

/// The value of a variable of an environment; nothing where it is not set, or empty.
using Variables = std::function<std::optional<std::string>(const std::string& name)>;

/// The variables of this process.
FACET_API std::optional<std::string> own_variable(const std::string& name);

/// The place of this process among the ranks, and where they meet: at a store, which rank 0 holds
/// unless the program that started the ranks does.
struct Launch {
  std::int64_t rank = 0;
  std::int64_t size = 1;
  std::int64_t local_rank = 0;  ///< among those of this machine
  std::string host;             ///< of the store
  std::uint16_t port = 0;
  std::string prefix = "facet";  ///< of all names in the store
  bool launcher_holds_store = false;
};

/// As torchrun, mpirun (Open MPI) or srun (Slurm) say it. Throws Error that says which variables
/// are missing, or wrong, and who sets them.
FACET_API Launch launch_of(const Variables& variables);

}  // namespace facet
