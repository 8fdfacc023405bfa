#pragma once

namespace facet {

struct CommandName {
  const char* name;
  const char* summary;
};

/// In the order in which `facet --help` lists them.
inline constexpr CommandName command_names[] = {
    {"train", "train an encoder on a recording, as a config file says"},
    {"sweep", "runs with other values and seeds, in one table"},
    {"check", "all mistakes in a config and the data it names"},
    {"profile", "where the time of a training step goes"},
    {"embed", "the embedding of a recording by a trained run"},
    {"adapt", "a run's encoder for a recording of other neurons"},
    {"evaluate", "held-out losses, and labels decoded from the facets"},
    {"attribute", "which neurons the facets of a run depend on"},
    {"compare", "how far the embeddings of runs or sessions agree"},
    {"plot", "a figure of a run or several, as svg, png or pdf"},
    {"data", "what files hold, and what of it a config reads"},
    {"init", "a config for a recording, each choice with its reason"},
    {"components", "losses, distributions, models and their options"},
    {"plugin", "list plugins, look into one, start a new one"},
    {"pack", "build, sign, check, install packs of plugins"},
    {"simulate", "make a recording whose latents are known"},
};

}  // namespace facet
