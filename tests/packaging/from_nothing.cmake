# A lab's engineer and a colleague, with the installed Facet in PREFIX: from nothing to a loss of one's
# own, proved, shipped, used by its name in a run and removed. What is printed is fit to be read.
# OPTIONS are those of Facet's own build; SSH_KEYGEN makes the key.
set(facet ${PREFIX}/bin/facet)
set(plugin ${PLACE}/my_loss)
set(pack ${PLACE}/my_pack)
file(REMOVE_RECURSE ${PLACE})
file(MAKE_DIRECTORY ${PLACE}/home)
set(ENV{HOME} ${PLACE}/home)
unset(ENV{XDG_DATA_HOME})
unset(ENV{XDG_CONFIG_HOME})
unset(ENV{FACET_PACK_PATH})
unset(ENV{FACET_PLUGIN_PATH})
list(FILTER OPTIONS EXCLUDE REGEX CMAKE_BUILD_TYPE)

# Prints the command, without where this test lies, and runs it.
function(step)
  string(JOIN " " words ${ARGN})
  string(REPLACE ${PLACE}/ "" words "${words}")
  string(REPLACE ${PREFIX}/bin/ "" words "${words}")
  execute_process(COMMAND ${CMAKE_COMMAND} -E echo "\n$ ${words}")
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${PLACE} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

step(${facet} plugin new my_loss --dir ${PLACE})
step(${CMAKE_COMMAND} -S ${plugin} -B ${plugin}/build -DCMAKE_PREFIX_PATH=${PREFIX} ${OPTIONS})
step(${CMAKE_COMMAND} --build ${plugin}/build)
step(${CMAKE_CTEST_COMMAND} --test-dir ${plugin}/build)
step(${facet} plugin check ${plugin}/build/my_loss.so)

file(MAKE_DIRECTORY ${pack})
file(COPY ${plugin}/build/my_loss.so ${plugin}/build/my_loss.components.json ${plugin}/README.md
  DESTINATION ${pack})
file(WRITE ${pack}/pack.toml [=[
name = "my_pack"
version = "1.0.0"
authors = ["Ada"]
license = "MIT"
plugins = ["my_loss"]
docs = ["README.md"]
]=])
execute_process(COMMAND ${SSH_KEYGEN} -q -t ed25519 -N "" -C ada@lab -f ${PLACE}/key
  COMMAND_ERROR_IS_FATAL ANY)
step(${facet} pack build ${pack})
step(${facet} pack sign my_pack-1.0.0.facetpack --key key)

# The colleague, who has nothing installed and knows Ada's key.
file(READ ${PLACE}/key.pub key)
file(WRITE ${PLACE}/home/.config/facet/allowed_signers "ada@lab namespaces=\"facet-pack\" ${key}")
step(${facet} pack info my_pack-1.0.0.facetpack)
step(${facet} pack install my_pack-1.0.0.facetpack)
step(${facet} pack list)
step(${facet} components criterion MarginLoss)

file(WRITE ${PLACE}/run.toml [=[
[plugins]
require = ["my_pack >= 1.0"]

[data]
file = "recording.npz"
signals = "neurons"

[model]
name = "offset1-model"
num_output = 3

[[objective]]
slice = [0, 3]
loss = { name = "MarginLoss", margin = 0.5 }
distribution = { name = "time", time_offset = 1 }

[training]
steps = 20
batch_size = 64
]=])
step(${facet} simulate recording.npz)
step(${facet} train run.toml --out run --quiet)
file(READ ${PLACE}/run/run.json record)
foreach(key name version signer)
  string(JSON ${key} GET "${record}" plugins 0 pack ${key})
endforeach()
if(NOT "${name} ${version} ${signer}" STREQUAL "my_pack 1.0.0 ada@lab")
  message(FATAL_ERROR "run.json says of the pack: ${name} ${version} ${signer}")
endif()

step(${facet} pack remove my_pack)
execute_process(COMMAND ${facet} train run.toml --out again WORKING_DIRECTORY ${PLACE}
  RESULT_VARIABLE code ERROR_VARIABLE message)
if(NOT code EQUAL 2 OR NOT message MATCHES "my_pack")
  message(FATAL_ERROR "after the pack was removed: ${code} ${message}")
endif()
