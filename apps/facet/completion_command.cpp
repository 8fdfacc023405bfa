#include "commands.h"

namespace facet {

/// The launcher answers it, which needs no libtorch for that.
Command completion_command() {
  Command command{"completion", "what makes a shell complete these words", {"[SHELL]"}};
  command.description =
      "Writes the script by which a shell, bash where none is named, completes the commands of "
      "facet. An installed Facet has it where shells look for such scripts.";
  command.choices = {{"SHELL", {"bash", "zsh", "fish"}}};
  command.examples = {
      {"source <(facet completion bash)", "in ~/.bashrc"},
      {"facet completion zsh > ~/.zfunc/_facet", "with fpath+=~/.zfunc in ~/.zshrc"},
      {"facet completion fish | source", "in ~/.config/fish/config.fish"}};
  return command;
}

}  // namespace facet
