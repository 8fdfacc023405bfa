# A scientist's use of a plugin that the installed program FACET has never seen: the config names its
# loss, FOLDER is on the plugin path, and the program is as it was.
file(REMOVE_RECURSE ${PLACE})
file(MAKE_DIRECTORY ${PLACE})
file(WRITE ${PLACE}/run.toml [=[
[data]
file = "recording.npz"
signals = "neurons"
validation = 0.2

[model]
name = "offset1-model"
num_output = 3

[[objective]]
slice = [0, 3]
loss = { name = "LogisticLoss", temperature = 0.5 }
distribution = { name = "time", time_offset = 1 }

[training]
steps = 20
batch_size = 64
]=])

set(ENV{FACET_PLUGIN_PATH} ${FOLDER})
execute_process(COMMAND ${FACET} simulate ${PLACE}/recording.npz COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${FACET} train ${PLACE}/run.toml --out ${PLACE}/run --quiet
  COMMAND_ERROR_IS_FATAL ANY)
file(READ ${PLACE}/run/run.json record)
if(NOT record MATCHES "\"name\": \"logistic\"")
  message(FATAL_ERROR "the run does not name the plugin: ${record}")
endif()
file(STRINGS ${PLACE}/run/history.csv history)
list(LENGTH history rows)
if(NOT rows EQUAL 21)
  message(FATAL_ERROR "history.csv has ${rows} lines, not a header and 20 steps")
endif()
