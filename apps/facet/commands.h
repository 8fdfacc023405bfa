#pragma once

#include <string>
#include <vector>

namespace facet {

struct Command {
  const char* name;
  int (*run)(const std::vector<std::string>& arguments);
  const char* summary;
};

/// The commands of `facet`, each with the arguments that follow its name. Results go to stdout,
/// everything else to stderr. They return one of exit_codes.h. Wrong usage and mistakes in what the
/// user wrote leave them as an OptionsError, what is wrong otherwise as an Error.

int train_command(const std::vector<std::string>& arguments);
int check_command(const std::vector<std::string>& arguments);
int adapt_command(const std::vector<std::string>& arguments);
int embed_command(const std::vector<std::string>& arguments);
int evaluate_command(const std::vector<std::string>& arguments);
int attribute_command(const std::vector<std::string>& arguments);
int compare_command(const std::vector<std::string>& arguments);
int simulate_command(const std::vector<std::string>& arguments);
int components_command(const std::vector<std::string>& arguments);
int plugin_command(const std::vector<std::string>& arguments);
int pack_command(const std::vector<std::string>& arguments);

/// In the order in which `facet --help` lists them.
inline constexpr Command commands[] = {
    {"train", train_command, "train an encoder on a recording, as a config file says"},
    {"check", check_command, "all mistakes in a config and the data it names"},
    {"embed", embed_command, "the embedding of a recording by a trained run"},
    {"adapt", adapt_command, "a run's encoder for a recording of other neurons"},
    {"evaluate", evaluate_command, "held-out losses, and labels decoded from the facets"},
    {"attribute", attribute_command, "which neurons the facets of a run depend on"},
    {"compare", compare_command, "how far the embeddings of runs or sessions agree"},
    {"components", components_command, "losses, distributions, models and their options"},
    {"plugin", plugin_command, "list plugins, look into one, start a new one"},
    {"pack", pack_command, "install, list and remove packs of plugins"},
    {"simulate", simulate_command, "make a recording whose latents are known"},
};

}  // namespace facet
